//! The words of a sentence, and which of them claim something.
//!
//! In: a sentence. Out: [`Word`]s with their bytes, and small questions about them.
//! Not here: whether a claim is true.

use crate::model::prose::OBJECT;

/// A word, a number, or the [`OBJECT`] that stands for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) struct Word<'s> {
    pub(in crate::evidence) text: &'s str,
    pub(in crate::evidence) start: usize,
    pub(in crate::evidence) end: usize,
}

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) enum Way {
    Up,
    Down,
}

impl Way {
    pub(in crate::evidence) fn other(self) -> Self {
        if self == Self::Up { Self::Down } else { Self::Up }
    }
}

/// Verbs that say which way a number went. Only past forms: "falls" and "rises" are also things that happen to people.
const VERBS: [(&str, Way); 10] = [
    ("fell", Way::Down),
    ("decreased", Way::Down),
    ("dropped", Way::Down),
    ("declined", Way::Down),
    ("shrank", Way::Down),
    ("rose", Way::Up),
    ("increased", Way::Up),
    ("grew", Way::Up),
    ("climbed", Way::Up),
    ("soared", Way::Up),
];
/// Participles that claim the same behind "has" or "have".
const PARTICIPLES: [(&str, Way); 3] = [("fallen", Way::Down), ("risen", Way::Up), ("grown", Way::Up)];
/// Words behind which nothing is claimed as a fact.
const HEDGES: [&str; 28] = [
    "not", "no", "never", "neither", "nor", "without", "if", "whether", "would", "could", "may", "might", "should",
    "can", "cannot", "will", "expected", "likely", "unlikely", "aim", "aims", "hope", "plan", "target", "unless",
    "until", "yet", "hardly",
];
/// Words that begin a clause about something else.
const SUBORDINATORS: [&str; 15] = [
    "after",
    "when",
    "because",
    "since",
    "following",
    "as",
    "while",
    "although",
    "though",
    "despite",
    "once",
    "where",
    "whose",
    "whereas",
    "before",
];

/// The words of a sentence.
pub(in crate::evidence) fn words(text: &str) -> Vec<Word<'_>> {
    let mut list = Vec::new();
    let mut open: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let joins = matches!(letter, '.' | ',') && before.is_ascii_digit() && next.is_ascii_digit()
            || matches!(letter, '-' | '\'' | '’') && before.is_alphanumeric() && next.is_alphanumeric();
        let belongs = letter.is_alphanumeric() || matches!(letter, '£' | '%') || joins;
        if !belongs && let Some(start) = open.take() {
            push(text, start, at, &mut list);
        }
        if belongs && open.is_none() {
            open = Some(at);
        }
        if letter == OBJECT {
            push(text, at, at + letter.len_utf8(), &mut list);
        }
        before = letter;
    }
    if let Some(start) = open {
        push(text, start, text.len(), &mut list);
    }
    list
}

fn push<'s>(text: &'s str, start: usize, end: usize, list: &mut Vec<Word<'s>>) {
    list.extend(text.get(start..end).map(|text| Word { text, start, end }));
}

impl Word<'_> {
    pub(in crate::evidence) fn is(self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(in crate::evidence) fn is_one_of(self, list: &[&str]) -> bool {
        list.iter().any(|word| self.is(word))
    }

    pub(in crate::evidence) fn is_figure(self) -> bool {
        self.text.starts_with(OBJECT)
    }
}

/// The word `back` places before a position.
pub(in crate::evidence) fn before<'s>(list: &[Word<'s>], at: usize, back: usize) -> Option<Word<'s>> {
    at.checked_sub(back).and_then(|at| list.get(at)).copied()
}

/// Which way the word at a position says that its subject went; nothing where it says no such thing for certain.
pub(in crate::evidence) fn way(list: &[Word<'_>], at: usize) -> Option<Way> {
    let word = *list.get(at)?;
    let previous = before(list, at, 1)?;
    if let Some((_, way)) = VERBS.iter().find(|(verb, _)| word.is(verb)) {
        // "the increased cost", "people who increased": no claim about the subject.
        let is_other =
            ["the", "a", "an", "of", "with", "by", "for", "to", "who", "that", "which", "more", "was", "were", "be"];
        return (!previous.is_one_of(&is_other)).then_some(*way);
    }
    if let Some((_, way)) = PARTICIPLES.iter().find(|(word_of, _)| word.is(word_of)) {
        return previous.is_one_of(&["has", "have", "had"]).then_some(*way);
    }
    let goes = previous.is_one_of(&["went", "gone"]);
    match word {
        word if goes && word.is("up") => Some(Way::Up),
        word if goes && word.is("down") => Some(Way::Down),
        _ => None,
    }
}

/// Whether the sentence claims as a fact what stands at a position: no hedge anywhere, no subordinate clause around it.
pub(in crate::evidence) fn is_plain(list: &[Word<'_>], at: usize) -> bool {
    !is_hedged(list) && !list.iter().take(at).any(|word| word.is_one_of(&SUBORDINATORS))
}

/// Whether a sentence denies, asks or only supposes something.
pub(in crate::evidence) fn is_hedged(list: &[Word<'_>]) -> bool {
    // "May" is also a month.
    let hedges = |word: &Word<'_>| word.is_one_of(&HEDGES) && word.text != "May";
    list.iter().any(|word| hedges(word) || word.text.ends_with("n't") || word.text.ends_with("n’t"))
}

/// Whether a word stands in quotation marks: somebody else's word.
pub(in crate::evidence) fn is_quoted(text: &str, word: Word<'_>) -> bool {
    let before = text.get(..word.start).and_then(|text| text.chars().next_back());
    let after = text.get(word.end..).and_then(|text| text.chars().next());
    matches!(before, Some('"' | '\'' | '‘' | '“')) && matches!(after, Some('"' | '\'' | '’' | '”'))
}

#[cfg(test)]
mod tests {
    use super::{Way, is_plain, way, words};

    fn ways(text: &str) -> Vec<Way> {
        let list = words(text);
        (0..list.len()).filter_map(|at| way(&list, at).filter(|_| is_plain(&list, at))).collect()
    }

    #[test]
    fn only_plain_past_forms_claim_a_way() {
        assert_eq!(ways("New requests fell in the first year"), [Way::Down]);
        assert_eq!(ways("The share of carers who were satisfied rose"), [Way::Up]);
        assert_eq!(ways("Requests have risen"), [Way::Up]);
        assert_eq!(ways("Waiting times went down"), [Way::Down]);
        for nothing in [
            "Preventing falls at home",
            "The increased cost of care",
            "People who increased their hours",
            "Requests did not fall, nor fell visits",
            "Staff were busy after requests rose",
            "Requests may have risen",
            "Fell",
        ] {
            assert_eq!(ways(nothing), [], "{nothing}");
        }
    }

    #[test]
    fn numbers_and_figures_are_words_of_their_own() {
        let list: Vec<&str> =
            words("Over £1,250.50, 23.6% and \u{FFFC}% (18-24).").iter().map(|word| word.text).collect();
        assert_eq!(list, ["Over", "£1,250.50", "23.6%", "and", "\u{FFFC}", "%", "18-24"]);
    }
}
