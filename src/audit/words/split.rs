//! The words and sentences of a passage, split once for all rules.
//!
//! In: a text and the bytes of one passage in it. Out: [`Word`]s with their shape, [`Sentence`]s, [`Sign`]s.
//! A word is what stands between spaces without the punctuation around it: `e.g`, `£2.5`, `and/or`, `care@example.org`.
//! Words that few rules look at are listed apart, so that no rule about figures passes all words of a page.
//! Not here: any opinion on them.

use std::ops::Range;

use super::abbreviation::ends_no_sentence;
use super::chunk::{Plain, SIGNS, look, plain};
use crate::model::source::offset;

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
    /// Whether it is of the letters a to z alone.
    pub(super) plain: bool,
}

/// Where a word that few rules look at is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Position of its passage in the order in which they were added.
    pub(super) passage: u32,
    /// Position of the word.
    pub(super) word: u32,
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
    /// Holds an [`OBJECT`](crate::model::prose::OBJECT).
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

/// What was split.
#[derive(Clone, Debug, Default)]
pub(super) struct Split {
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) signs: Vec<Sign>,
    /// Words with a digit.
    pub(super) figures: Vec<Spot>,
    /// Words that are neither of small letters nor numbers: names, abbreviations, addresses.
    pub(super) shaped: Vec<Spot>,
    /// Words with a dash or hyphen in them, or standing alone behind them.
    pub(super) dashed: Vec<Spot>,
    /// Passages that were added.
    passages: u32,
}

impl Split {
    /// Makes room for a text of so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        let (words, sentences) = (Vec::with_capacity(bytes / 5 + 8), Vec::with_capacity(bytes / 30 + 8));
        let (figures, shaped) = (Vec::with_capacity(bytes / 150 + 8), Vec::with_capacity(bytes / 30 + 8));
        Self { words, sentences, figures, shaped, ..Self::default() }
    }

    /// Splits one passage and adds what is in it.
    pub(super) fn add(&mut self, text: &str, passage: &Range<usize>) {
        let mut open = Open { start: passage.start, end: passage.start, first: self.words.len(), ended: false };
        let bytes = text.as_bytes().get(..passage.end).unwrap_or_default();
        let mut at = passage.start;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            at = if rest.first() == Some(&b' ') {
                at + 1
            } else if let Some(plain) = plain(rest) {
                self.plain(text, at, &plain, &mut open)
            } else {
                self.other(text, at..passage.end, &mut open)
            };
        }
        self.close(&mut open, passage.end);
        self.passages += 1;
    }

    /// Takes a chunk of plain letters. Tells where it ends.
    fn plain(&mut self, text: &str, start: usize, plain: &Plain, open: &mut Open) -> usize {
        let letters = start..start + plain.letters;
        let end = letters.end + usize::from(plain.mark.is_some());
        let word = Word {
            start: offset(letters.start),
            end: offset(letters.end),
            shape: plain.shape,
            digit: false,
            plain: plain.shape == Shape::Lower,
        };
        self.word(text, start..end, word, open);
        open.ended = match plain.mark {
            Some(b'?') => true,
            Some(b'.') => !ends_no_sentence(text.get(letters).unwrap_or_default()),
            _ => false,
        };
        end
    }

    /// Takes a space, or a chunk of any kind. Tells where it ends.
    fn other(&mut self, text: &str, rest: Range<usize>, open: &mut Open) -> usize {
        let start = rest.start;
        let rest = text.get(rest).unwrap_or_default();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if length > 0 {
            self.chunk(text, start..start + length, open);
            return start + length;
        }
        if rest.starts_with('\n') {
            self.close(open, start);
        }
        start + rest.chars().next().map_or(1, char::len_utf8)
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
            if looked.dash && has_word {
                self.dash(self.words.len() - 1);
            }
            open.ended |= has_word && typed.contains(['.', '!', '?', '\u{2026}']);
            open.end = chunk.end;
            return;
        };
        let (letters, tail) = (typed.get(from..to).unwrap_or_default(), typed.get(to..).unwrap_or_default());
        let word = Word {
            start: offset(chunk.start + from),
            end: offset(chunk.start + to),
            shape,
            digit: looked.digit,
            plain: shape == Shape::Lower && letters.bytes().all(|letter| letter.is_ascii_lowercase()),
        };
        self.word(text, chunk, word, open);
        if looked.dash {
            self.dash(self.words.len() - 1);
        }
        let is_first = self.words.len() == open.first + 1;
        open.ended = ends(letters, tail, is_first && shape == Shape::Number);
    }

    /// Lists a word that is about to be added where few rules look for it.
    fn list(&mut self, word: Word) {
        let spot = Spot { passage: self.passages, word: offset(self.words.len()) };
        if word.digit {
            self.figures.push(spot);
        }
        if !matches!(word.shape, Shape::Lower | Shape::Number) {
            self.shaped.push(spot);
        }
    }

    /// Lists a word as one with a dash, once.
    fn dash(&mut self, word: usize) {
        let spot = Spot { passage: self.passages, word: offset(word) };
        if self.dashed.last() != Some(&spot) {
            self.dashed.push(spot);
        }
    }

    /// Adds a word, the first of a sentence if the one that is open ends before it.
    #[inline]
    fn word(&mut self, text: &str, chunk: Range<usize>, word: Word, open: &mut Open) {
        if open.ended
            && word.shape != Shape::Lower
            && begins_sentence(text.get(word.range()).unwrap_or_default(), word.shape, self.last(text, open))
        {
            self.close(open, chunk.start);
        }
        if self.words.len() == open.first {
            open.start = chunk.start;
        }
        if !word.plain {
            self.list(word);
        }
        self.words.push(word);
        open.end = chunk.end;
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
