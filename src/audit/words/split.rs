//! The words and sentences of a passage, split once for all rules.
//!
//! In: a text and the bytes of one passage in it. Out: [`Word`]s with their shape, [`Sentence`]s, [`Sign`]s.
//! A word is what stands between spaces without the punctuation around it: `e.g`, `£2.5`, `and/or`, `care@example.org`.
//! Not here: any opinion on them.

use std::ops::Range;

use super::abbreviation::ends_no_sentence;
use crate::model::prose::OBJECT;

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// First byte in the page's text.
    pub(super) start: u32,
    /// One past its last byte.
    pub(super) end: u32,
    /// What it looks like.
    pub(super) shape: Shape,
    /// Whether a digit is in it.
    pub(super) digit: bool,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `care`, `co-operate`, `don't`.
    Lower,
    /// `Care`, `I`.
    Capital,
    /// `NHS`, `A&E`, `COVID-19`: at least two letters and none of them small.
    Capitals,
    /// `GPs`, `iPhone`.
    Mixed,
    /// Begins with a figure, with or without a sign: `5`, `£2.5`, `9am`, `.5`.
    Number,
    /// `https://…`, `www.…`, `care@example.org`, `example.gov.uk`, `form.pdf`.
    Address,
    /// Holds an [`OBJECT`].
    Object,
}

/// One sentence, or the words of a heading or cell that has no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its bytes from the first word's opening punctuation to its closing punctuation.
    pub(super) text: Range<usize>,
    /// Positions of its words.
    pub(super) words: Range<usize>,
}

/// A character that rules ask for, so that none of them scans the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// Where it stands.
    pub(super) at: usize,
    /// Which one.
    pub(super) sign: char,
}

/// Characters that are remembered as signs.
const SIGNS: [char; 10] = [';', '&', '!', '(', '/', '\u{2013}', '\u{2014}', '\u{2026}', '\u{201C}', '\u{2018}'];

/// What was split.
#[derive(Clone, Debug, Default)]
pub(super) struct Split {
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) signs: Vec<Sign>,
}

impl Split {
    /// Splits one passage and adds what is in it.
    pub(super) fn add(&mut self, text: &str, passage: &Range<usize>) {
        let mut open = Open { start: passage.start, end: passage.start, first: self.words.len(), ended: false };
        let mut at = passage.start;
        while at < passage.end {
            let rest = text.get(at..passage.end).unwrap_or_default();
            let length = rest.find(is_space).unwrap_or(rest.len());
            if length == 0 {
                if rest.starts_with('\n') {
                    self.close(&mut open, at);
                }
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            self.chunk(text, at..at + length, &mut open);
            at += length;
        }
        self.close(&mut open, passage.end);
    }

    /// Takes what stands between two spaces.
    fn chunk(&mut self, text: &str, chunk: Range<usize>, open: &mut Open) {
        let typed = text.get(chunk.clone()).unwrap_or_default();
        let looked = look(typed);
        if looked.signs {
            let signs = typed.char_indices().filter(|(_, sign)| SIGNS.contains(sign));
            self.signs.extend(signs.map(|(at, sign)| Sign { at: chunk.start + at, sign }));
        }
        let Some((from, to, shape)) = looked.word else {
            let has_word = self.words.len() > open.first;
            open.ended |= has_word && typed.contains(['.', '!', '?', '\u{2026}']);
            open.end = chunk.end;
            return;
        };
        let word = typed.get(from..to).unwrap_or_default();
        if open.ended && begins_sentence(word, shape, self.last(text, open)) {
            self.close(open, chunk.start);
        }
        if self.words.len() == open.first {
            open.start = chunk.start;
        }
        self.words.push(Word {
            start: crate::model::source::offset(chunk.start + from),
            end: crate::model::source::offset(chunk.start + to),
            shape,
            digit: looked.digit,
        });
        open.end = chunk.end;
        let is_first = self.words.len() == open.first + 1;
        open.ended = ends(word, typed.get(to..).unwrap_or_default(), is_first && shape == Shape::Number);
    }

    /// The last word of the sentence that is open.
    fn last<'t>(&self, text: &'t str, open: &Open) -> &'t str {
        let word = self.words.get(open.first..).and_then(<[Word]>::last);
        word.and_then(|word| text.get(word.range())).unwrap_or_default()
    }

    /// Ends the sentence that is open, if there is a word in it.
    fn close(&mut self, open: &mut Open, next: usize) {
        if self.words.len() > open.first {
            self.sentences.push(Sentence { text: open.start..open.end, words: open.first..self.words.len() });
        }
        *open = Open { start: next, end: next, first: self.words.len(), ended: false };
    }
}

impl Word {
    /// Its bytes.
    pub(super) fn range(self) -> Range<usize> {
        index(self.start)..index(self.end)
    }
}

/// The sentence that is open.
struct Open {
    start: usize,
    end: usize,
    first: usize,
    /// Whether it ends here if what follows looks like a beginning.
    ended: bool,
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn is_space(letter: char) -> bool {
    letter == ' ' || letter.is_whitespace()
}

/// What a chunk is made of.
struct Looked {
    /// The bytes of its word, and the word's shape.
    word: Option<(usize, usize, Shape)>,
    digit: bool,
    signs: bool,
}

fn look(typed: &str) -> Looked {
    let mut letters = Letters::default();
    for (at, letter) in typed.char_indices() {
        if letter == OBJECT {
            return object(typed);
        }
        if letters.take(letter) {
            letters.starts_capital |= letters.first.is_none() && letter.is_uppercase();
            letters.first.get_or_insert(at);
            letters.last = at + letter.len_utf8();
        }
    }
    let (digit, signs) = (letters.digit, letters.signs);
    let Some(first) = letters.first else { return Looked { word: None, digit, signs } };
    let from = with_sign(typed, first);
    let to = with_tail(typed, letters.last);
    let shape = letters.shape(typed.get(from..to).unwrap_or_default());
    Looked { word: Some((from, to, shape)), digit, signs }
}

/// The letters of a chunk, counted.
#[derive(Default)]
struct Letters {
    first: Option<usize>,
    last: usize,
    capitals: u32,
    small: u32,
    starts_capital: bool,
    digit: bool,
    signs: bool,
    /// Whether a sign of addresses is among them.
    odd: bool,
}

impl Letters {
    /// Counts a character. Tells whether it can be the first or last of a word.
    fn take(&mut self, letter: char) -> bool {
        match letter {
            'a'..='z' => self.small += 1,
            'A'..='Z' => self.capitals += 1,
            '0'..='9' => self.digit = true,
            '.' | '@' | ':' => {
                self.odd = true;
                return false;
            }
            _ => {
                self.signs |= SIGNS.contains(&letter);
                if letter.is_ascii() {
                    return false;
                }
                self.capitals += u32::from(letter.is_uppercase());
                self.small += u32::from(letter.is_lowercase());
                return letter.is_alphanumeric();
            }
        }
        true
    }

    fn shape(&self, word: &str) -> Shape {
        if self.odd && is_address(word) {
            return Shape::Address;
        }
        if word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit()) {
            return Shape::Number;
        }
        match (self.capitals, self.small) {
            (0, _) => Shape::Lower,
            (1, 0) => Shape::Capital,
            (_, 0) => Shape::Capitals,
            (1, _) if self.starts_capital => Shape::Capital,
            // `Anglo-Saxon`, `O'Neill`.
            _ if self.starts_capital && self.capitals <= joints(word) + 1 => Shape::Capital,
            _ => Shape::Mixed,
        }
    }
}

fn object(typed: &str) -> Looked {
    let is_part = |letter: char| letter == OBJECT || letter.is_alphanumeric();
    let first = typed.find(is_part).unwrap_or(0);
    let last = typed.rfind(is_part).and_then(|at| Some(at + typed.get(at..)?.chars().next()?.len_utf8()));
    let signs = typed.contains(SIGNS);
    Looked { word: Some((first, last.unwrap_or(typed.len()), Shape::Object)), digit: false, signs }
}

/// Hyphens, apostrophes and slashes inside a word, after which a capital may stand.
fn joints(word: &str) -> u32 {
    crate::model::source::offset(word.matches(['-', '\'', '\u{2019}', '/']).count())
}

/// A number's own sign belongs to it: `£5`, `-3`, `.5`.
fn with_sign(typed: &str, first: usize) -> usize {
    let (before, after) = typed.split_at_checked(first).unwrap_or(("", typed));
    if !after.starts_with(|letter: char| letter.is_ascii_digit()) {
        return first;
    }
    let is_sign =
        |letter: char| matches!(letter, '£' | '$' | '€' | '-' | '\u{2212}' | '+' | '.' | '~' | '<' | '>' | '#');
    before.char_indices().rev().take_while(|(_, letter)| is_sign(*letter)).last().map_or(first, |(at, _)| at)
}

/// `%` and `+` behind a figure belong to it.
fn with_tail(typed: &str, last: usize) -> usize {
    let (before, after) = typed.split_at_checked(last).unwrap_or((typed, ""));
    let is_tail = after.starts_with(['%', '+']) && before.ends_with(|letter: char| letter.is_ascii_digit());
    if is_tail { last + 1 } else { last }
}

/// Whether a word is an address of the web, of mail or of a file.
fn is_address(word: &str) -> bool {
    if word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:") {
        return true;
    }
    if word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
        return true;
    }
    let host = word.split('/').next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let end = labels.next().unwrap_or_default();
    let is_end = (2..=6).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphabetic());
    let mut rest = labels.peekable();
    let is_label = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    // `11.30am` and `e.g` are none: a figure before the point, a single letter before it.
    let is_figure = host.starts_with(|c: char| c.is_ascii_digit());
    is_end && !is_figure && rest.peek().is_some() && rest.all(is_label) && same_case(end)
}

/// `gov.uk` and `GOV.UK`, but not `home.We`, where a space is missing.
fn same_case(label: &str) -> bool {
    label.bytes().all(|b| b.is_ascii_lowercase()) || label.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether the punctuation behind a word can end a sentence.
fn ends(word: &str, tail: &str, is_number_of_item: bool) -> bool {
    if tail.contains(['!', '?', '\u{2026}']) {
        return true;
    }
    tail.contains('.') && !ends_no_sentence(word) && !(is_number_of_item && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a word can begin a sentence behind punctuation that can end one.
fn begins_sentence(word: &str, shape: Shape, before: &str) -> bool {
    match shape {
        Shape::Lower => false,
        // `No. 10`, `Jan. 5`.
        Shape::Number => !super::abbreviation::stands_before_number(before),
        Shape::Address => word.starts_with(char::is_uppercase),
        Shape::Capital | Shape::Capitals | Shape::Mixed | Shape::Object => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Split};

    fn split(text: &str) -> (Split, Vec<&str>) {
        let mut split = Split::default();
        split.add(text, &(0..text.len()));
        let sentences = split.sentences.iter().map(|sentence| text.get(sentence.text.clone()).unwrap()).collect();
        (split, sentences)
    }

    #[test]
    fn sentences_end_where_a_reader_takes_a_breath() {
        for (text, expected) in [
            ("Ask us. We will help.", vec!["Ask us.", "We will help."]),
            ("You may get help, e.g. Meals on Wheels. Ask.", vec!["You may get help, e.g. Meals on Wheels.", "Ask."]),
            (
                "It costs £2.5 million. Dr. J. Smith paid at 11.30am.",
                vec!["It costs £2.5 million.", "Dr. J. Smith paid at 11.30am."],
            ),
            ("Go to St. Mary's at No. 10. Bring a friend.", vec!["Go to St. Mary's at No. 10.", "Bring a friend."]),
            ("Visit www.example.gov.uk. It helps.", vec!["Visit www.example.gov.uk.", "It helps."]),
            (
                "Cups, plates, etc. are free. Bags, etc. Not more.",
                vec!["Cups, plates, etc. are free.", "Bags, etc.", "Not more."],
            ),
            (
                "Wait... Then go. \"Come in!\" she said. (See below.) Yes?",
                vec!["Wait...", "Then go.", "\"Come in!\" she said.", "(See below.)", "Yes?"],
            ),
            ("Line one\nLine two", vec!["Line one", "Line two"]),
            ("1. First", vec!["1. First"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text).1, expected);
        }
    }

    #[test]
    fn words_have_a_shape() {
        let text =
            "care Care NHS GPs £2.5 11.30am (65+) a@b.org example.gov.uk GOV.UK home.We O'Neill A&E é -3 10% — e.g.";
        let (split, _) = split(text);
        let shapes: Vec<(&str, Shape)> =
            split.words.iter().map(|word| (text.get(word.range()).unwrap(), word.shape)).collect();
        assert_eq!(
            shapes,
            [
                ("care", Shape::Lower),
                ("Care", Shape::Capital),
                ("NHS", Shape::Capitals),
                ("GPs", Shape::Mixed),
                ("£2.5", Shape::Number),
                ("11.30am", Shape::Number),
                ("65+", Shape::Number),
                ("a@b.org", Shape::Address),
                ("example.gov.uk", Shape::Address),
                ("GOV.UK", Shape::Address),
                ("home.We", Shape::Mixed),
                ("O'Neill", Shape::Capital),
                ("A&E", Shape::Capitals),
                ("é", Shape::Lower),
                ("-3", Shape::Number),
                ("10%", Shape::Number),
                ("e.g", Shape::Lower),
            ]
        );
        assert_eq!(split.signs.iter().map(|sign| sign.sign).collect::<Vec<_>>(), ['(', '&', '\u{2014}']);
    }
}
