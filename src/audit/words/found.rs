//! Where a rule says what it found.
//!
//! In: bytes of a page and words for its author. Out: findings with the rule's code, level and basis and the place in
//! the file. A correction is kept only where the words are typed as they read. Not here: any rule.

use std::ops::Range;

use super::page::Page;
use super::phrases::Hit;
use super::rule::Rule;
use crate::diag::{Diagnostic, Fix};

/// The findings of one page, and the rule that is looking.
pub(super) struct Found<'p> {
    page: &'p Page<'p>,
    rule: &'static Rule,
    position: usize,
    all: Vec<Diagnostic>,
}

impl<'p> Found<'p> {
    /// Runs rules over a page.
    pub(super) fn by(rules: &[&'static Rule], page: &'p Page<'p>) -> Vec<Diagnostic> {
        let Some(first) = rules.first() else { return Vec::new() };
        let mut found = Self { page, rule: first, position: 0, all: Vec::new() };
        for (position, rule) in rules.iter().enumerate() {
            (found.rule, found.position) = (rule, position);
            (rule.check)(page, &mut found);
        }
        found.all
    }

    /// The phrases of the rule's list that were met.
    pub(super) fn hits(&self) -> &'p [Hit] {
        self.page.hits(self.position)
    }

    /// Says one fact about some bytes of the page.
    pub(super) fn say(&mut self, range: Range<usize>, message: impl Into<String>) -> Told<'_> {
        let place = self.page.place(&range);
        let mut finding = Diagnostic::new(self.rule.severity, self.rule.code, message, place);
        finding.basis.extend(self.rule.basis.iter().map(|basis| std::borrow::Cow::Borrowed(*basis)));
        self.all.push(finding);
        Told { page: self.page, finding: self.all.last_mut() }
    }
}

/// A finding that was just said and can be said more about.
pub(super) struct Told<'f> {
    page: &'f Page<'f>,
    finding: Option<&'f mut Diagnostic>,
}

impl Told<'_> {
    /// Adds what to do.
    pub(super) fn help(mut self, text: impl Into<String>) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.help.push(text.into());
        }
        self
    }

    /// Adds what demands it.
    pub(super) fn basis(mut self, text: &'static str) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.basis.push(std::borrow::Cow::Borrowed(text));
        }
        self
    }

    /// Adds a safe correction, where the words are typed as they read and are nobody else's.
    pub(super) fn replace(mut self, range: &Range<usize>, with: impl Into<String>) -> Self {
        let typed = self.page.as_typed(range).filter(|_| !self.page.is_in_quotes(range));
        if let (Some(finding), Some(span)) = (&mut self.finding, typed) {
            finding.fix = Some(Fix { span, replacement: with.into() });
        }
        self
    }
}

/// A correction with a capital where the words it replaces have one.
pub(super) fn cased(correction: &str, like: &str) -> String {
    let mut letters = correction.chars();
    match letters.next() {
        Some(first) if like.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => correction.to_owned(),
    }
}

/// Says each phrase of the rule's list that was met, with what to write and the correction where it is certain.
pub(super) fn swaps(page: &Page<'_>, found: &mut Found<'_>, message: impl Fn(&str) -> String) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        let told = found.say(range.clone(), message(typed)).help(format!("write {}", hit.phrase.write));
        if let Some(fix) = hit.fix() {
            told.replace(&range, cased(fix, typed));
        }
    }
}

/// A text as it is compared: letters and figures only, in small letters, one space between words.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for word in bare_words(text) {
        if !bare.is_empty() {
            bare.push(' ');
        }
        if word.is_ascii() {
            bare.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            bare.push_str(&word.to_lowercase());
        }
    }
    bare
}

/// Whether two texts are the same as they are compared.
pub(super) fn is_same(left: &str, right: &str) -> bool {
    let is_same_word = |(left, right): (&str, &str)| {
        let is_ascii = left.is_ascii() && right.is_ascii();
        if is_ascii { left.eq_ignore_ascii_case(right) } else { left.to_lowercase() == right.to_lowercase() }
    };
    let (mut left, mut right) = (bare_words(left), bare_words(right));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if is_same_word((left, right)) => {}
            _ => return false,
        }
    }
}

fn bare_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
