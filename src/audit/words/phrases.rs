//! Every phrase of every rule, found in one pass over a page.
//!
//! In: the lists of the rules in force, once for a run. Out: [`Hit`]s in a page: whole words only, none inside a longer
//! phrase or an exception of the same list. The only file that names `aho_corasick`.
//! Not here: sentences, quotes, names; those are the page's.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::rule::{List, Pack, Phrase, Rule};

/// The automaton and what its patterns stand for.
pub(super) struct Phrases {
    automaton: Option<AhoCorasick>,
    /// Uses of each pattern; several rules may look for the same words.
    uses: Vec<Vec<Use>>,
}

/// One use of a pattern.
#[derive(Clone, Copy)]
struct Use {
    /// Position of the rule.
    rule: usize,
    /// The phrase and the number of the form; none for an exception.
    phrase: Option<(&'static Phrase, usize)>,
    /// Whether capitals must be as in the pattern.
    exact: Option<&'static str>,
}

/// A phrase that was met.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// First byte in the page's text.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Position of the rule among those in force.
    pub(super) rule: usize,
    /// The phrase.
    pub(super) phrase: &'static Phrase,
    /// Which of its forms.
    pub(super) form: usize,
}

impl Hit {
    /// The certain correction in small letters.
    pub(super) fn fix(&self) -> Option<&'static str> {
        self.phrase.fixes.get(self.form).copied()
    }

    /// Whether the form itself has a capital, so that a capital makes no name of it: `BAME`.
    pub(super) fn is_typed_so(&self) -> bool {
        self.phrase.forms.get(self.form).is_some_and(|form| form.starts_with(char::is_uppercase))
    }
}

impl Phrases {
    /// Builds the automaton of the rules in force.
    pub(super) fn new(rules: &[&'static Rule], is_on: impl Fn(Pack) -> bool) -> Self {
        let mut patterns: Vec<(String, Use)> = Vec::new();
        for (rule, list) in rules.iter().enumerate().filter_map(|(at, rule)| Some((at, rule.list?))) {
            gather(&mut patterns, rule, list, &is_on);
        }
        patterns.sort_by(|a, b| a.0.cmp(&b.0));
        let (mut texts, mut uses): (Vec<String>, Vec<Vec<Use>>) = (Vec::new(), Vec::new());
        for (text, one) in patterns {
            if texts.last() != Some(&text) {
                texts.push(text);
                uses.push(Vec::new());
            }
            if let Some(last) = uses.last_mut() {
                last.push(one);
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&texts);
        // It fails only on more patterns than numbers.
        Self { automaton: automaton.ok(), uses }
    }

    /// The phrases in a text, by rule and then by place.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut met: Vec<(usize, usize, Use)> = Vec::new();
        for found in automaton.find_overlapping_iter(text) {
            if !is_whole(text, found.start(), found.end()) {
                continue;
            }
            let Some(uses) = self.uses.get(found.pattern().as_usize()) else { continue };
            let typed = text.get(found.start()..found.end());
            let fits = |one: &&Use| one.exact.is_none() || one.exact == typed;
            met.extend(uses.iter().filter(fits).map(|one| (found.start(), found.end(), *one)));
        }
        // The longer of two that begin together comes first, and an exception before a phrase of its length.
        met.sort_by_key(|(start, end, one)| (one.rule, *start, std::cmp::Reverse(*end), one.phrase.is_some()));
        let mut hits = Vec::new();
        let mut covered = (usize::MAX, 0);
        for (start, end, one) in met {
            if covered.0 == one.rule && end <= covered.1 {
                continue;
            }
            covered = (one.rule, end);
            if let Some((phrase, form)) = one.phrase {
                hits.push(Hit { start, end, rule: one.rule, phrase, form });
            }
        }
        hits
    }
}

fn gather(patterns: &mut Vec<(String, Use)>, rule: usize, list: &'static List, is_on: &impl Fn(Pack) -> bool) {
    let mut add = |text: &'static str, phrase: Option<(&'static Phrase, usize)>| {
        let exact = text.contains(char::is_uppercase).then_some(text);
        let one = Use { rule, phrase, exact };
        patterns.push((text.to_lowercase(), one));
        if text.contains('\'') {
            patterns.push((text.to_lowercase().replace('\'', "\u{2019}"), Use { exact: None, ..one }));
        }
    };
    for phrase in list.phrases.iter().filter(|phrase| is_on(phrase.pack)) {
        for (form, text) in phrase.forms.iter().enumerate() {
            add(text, Some((phrase, form)));
        }
    }
    for text in list.exceptions {
        add(text, None);
    }
}

/// Whether neither end cuts a word. A hyphen joins: `key-ring` does not hold `key`.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(typed), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..)) else {
        return false;
    };
    let mut back = before.chars().rev();
    let mut on = after.chars();
    // A phrase may begin or end with a sign, which cuts nothing.
    let cuts = |edge: Option<char>, beside: Option<char>, next: Option<char>| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        letter(edge) && (letter(beside) || beside == Some('-') && letter(next))
    };
    let (left, right) = ((back.next(), back.next()), (on.next(), on.next()));
    !cuts(typed.chars().next(), left.0, left.1) && !cuts(typed.chars().next_back(), right.0, right.1)
}
