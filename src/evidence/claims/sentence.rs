//! Sentences of a page, with the figures that stand in them.
//!
//! In: a block of a page's prose. Out: [`Sentence`]s in order; a figure is one [`OBJECT`] in the text.
//! Not here: what a sentence says.

use std::ops::Range;

use crate::model::document::{Document, InlineFigure};
use crate::model::prose::{Block, BlockKind, MarkKind, OBJECT};
use crate::model::source::Span;

/// A sentence of a page.
pub struct Sentence<'d> {
    /// Its words.
    pub text: &'d str,
    document: &'d Document,
    at: usize,
}

/// Short forms whose full stop ends no sentence.
const SHORT: [&str; 14] =
    ["e.g", "i.e", "etc", "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "No", "no", "vs", "approx", "cf"];

/// The sentences of a block. Words for pictures are none.
pub fn sentences<'d>(document: &'d Document, block: &Block) -> Vec<Sentence<'d>> {
    if block.kind == BlockKind::Alt {
        return Vec::new();
    }
    let prose = &document.body.prose;
    let (from, to) = (index(block.text.start), index(block.text.end));
    let Some(words) = prose.text.get(from..to) else { return Vec::new() };
    let mut list = Vec::new();
    let mut start = 0;
    let ends = words
        .char_indices()
        .filter(|(at, letter)| is_end(words, *at, *letter))
        .map(|(at, letter)| at + letter.len_utf8());
    for end in ends.chain([words.len()]) {
        let text = words.get(start..end).unwrap_or_default();
        let lead = text.len() - text.trim_start().len();
        if !text.trim().is_empty() {
            list.push(Sentence { text: text.trim(), document, at: from + start + lead });
        }
        start = end;
    }
    list
}

/// Whether a letter ends a sentence: a stop before a space and a capital, a number, a figure or a quotation mark.
fn is_end(words: &str, at: usize, letter: char) -> bool {
    if !matches!(letter, '.' | '?' | '!') {
        return false;
    }
    let rest = words.get(at + 1..).unwrap_or_default();
    let rest = rest.trim_start_matches(['"', '\'', '’', '”', ')']);
    let Some(next) = rest.strip_prefix(' ').and_then(|rest| rest.trim_start().chars().next()) else { return false };
    if !(next.is_uppercase() || next.is_ascii_digit() || matches!(next, OBJECT | '£' | '"' | '\'' | '‘' | '“' | '('))
    {
        return false;
    }
    let before = words.get(..at).unwrap_or_default();
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    letter != '.' || !(is_initial || SHORT.contains(&word))
}

impl<'d> Sentence<'d> {
    /// The figures in it, each with the byte at which its [`OBJECT`] stands in [`Sentence::text`].
    pub fn figures(&self) -> impl Iterator<Item = (usize, &'d InlineFigure)> + use<'d> {
        let (document, from, to) = (self.document, self.at, self.at + self.text.len());
        let marks = document.body.prose.marks.iter();
        marks.filter_map(move |mark| {
            let MarkKind::Figure(number) = mark.kind else { return None };
            let at = index(mark.text.start);
            let figure = document.body.figures.get(index(number)).filter(|_| at >= from && at < to)?;
            Some((at - from, figure))
        })
    }

    /// The figure whose [`OBJECT`] stands at a byte of the text.
    pub fn figure_at(&self, at: usize) -> Option<&'d InlineFigure> {
        self.figures().find(|(place, _)| *place == at).map(|(_, figure)| figure)
    }

    /// Where some of its bytes are typed.
    pub fn span(&self, bytes: Range<usize>) -> Span {
        self.document.body.prose.span(self.document.file, self.at + bytes.start..self.at + bytes.end)
    }

    /// Its bytes in the prose of the page.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
