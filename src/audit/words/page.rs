//! One page as rules about words see it: passages, words, sentences, marks, phrases that were met.
//!
//! In: a document. Out: [`Page`], read once and shared by every rule. What the front matter says (title, summary, change
//! notes) comes first, then the body. Positions are bytes of one text; [`Page::place`] leads back to the file.
//! Not here: any opinion.

use std::ops::Range;

use super::phrases::{Hit, Phrases};
use super::split::{Sentence, Shape, Split, Spot, Word};
use super::{PageWords, Words};
use crate::diag::Place;
use crate::model::document::{Directive, Document, Link};
use crate::model::page_type::PageType;
use crate::model::prose::{BlockKind, Mark, MarkKind};
use crate::model::source::Span;

/// A page, ready to be looked at.
pub(super) struct Page<'a> {
    /// The page's document.
    pub(super) document: &'a Document,
    /// Whether the house style is that of the NHS; else that of GOV.UK.
    pub(super) nhs: bool,
    /// Whether it is the Easy Read form of a page.
    pub(super) easy_read: bool,
    /// The engine's settings.
    pub(super) engine: &'a Words,
    /// What it was made of.
    source: PageWords<'a>,
    /// Passages in the order of reading.
    pub(super) passages: Vec<Passage>,
    text: String,
    /// Where the body begins in `text`.
    body: usize,
    /// Keys of what stands in the front matter, by the end of each in `text`.
    fields: Vec<(usize, String)>,
    split: Split,
    hits: Vec<Hit>,
}

/// Words that are read in one go.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// What it is.
    pub(super) part: Part,
    /// Its bytes.
    pub(super) text: Range<usize>,
    /// Positions of its words.
    pub(super) words: Range<usize>,
    /// Positions of its sentences.
    pub(super) sentences: Range<usize>,
    /// Whether it is somebody's own words.
    pub(super) quoted: bool,
    /// Position of the directive it stands in.
    pub(super) directive: Option<u32>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The page's title.
    Title,
    /// Its summary.
    Summary,
    /// A note on a change.
    Change,
    /// A block of the body.
    Body(BlockKind),
}

/// A link with words.
pub(super) struct LinkWords<'p> {
    /// The bytes of its words.
    pub(super) text: Range<usize>,
    /// Its words.
    pub(super) words: &'p str,
    /// The link.
    pub(super) link: &'p Link,
}

/// A word among the words of its passage.
#[derive(Clone, Copy)]
pub(super) struct Among<'p> {
    /// The passage.
    pub(super) passage: &'p Passage,
    /// All its words.
    pub(super) words: &'p [Word],
    /// Which of them it is.
    pub(super) at: usize,
    /// The word.
    pub(super) word: Word,
}

impl Passage {
    /// Whether it stands in a cell of a table.
    pub(super) fn in_cell(&self) -> bool {
        matches!(self.part, Part::Body(BlockKind::Cell { .. }))
    }
}

impl Among<'_> {
    /// Whether these are the organisation's own words.
    fn is_own(&self) -> bool {
        !self.passage.quoted
    }
}

impl<'a> Page<'a> {
    /// Whether the glossary explains an abbreviation here.
    pub(super) fn explains(&self, short: &str) -> bool {
        self.engine.explains(&self.source, short)
    }

    /// Reads a page.
    pub(super) fn new(engine: &'a Words, page: PageWords<'a>) -> Self {
        let document = page.document;
        let front = &document.front;
        let prose = &document.body.prose;
        let bytes = prose.text.len() + front.title.len() + front.summary.len() + 64;
        let mut read = Self {
            document,
            nhs: engine.nhs,
            easy_read: page.easy_read,
            engine,
            source: page,
            passages: Vec::with_capacity(prose.blocks.len() + 2),
            text: String::with_capacity(bytes),
            body: 0,
            fields: Vec::new(),
            split: Split::with_room(bytes),
            hits: Vec::new(),
        };
        read.field(Part::Title, "title".to_owned(), &front.title);
        read.field(Part::Summary, "summary".to_owned(), &front.summary);
        for (number, change) in front.changes.iter().enumerate() {
            read.field(Part::Change, format!("changes.{number}.note"), &change.note);
        }
        read.body = read.text.len();
        read.text.push_str(&prose.text);
        for block in &prose.blocks {
            let text = read.shifted(&block.text);
            read.passage(Part::Body(block.kind), text, (block.quoted, block.directive));
        }
        read.hits = read.met(&engine.phrases);
        read
    }

    fn field(&mut self, part: Part, key: String, words: &str) {
        let start = self.text.len();
        self.text.push_str(words);
        let end = self.text.len();
        self.text.push('\n');
        self.fields.push((end, key));
        self.passage(part, start..end, (false, None));
    }

    fn passage(&mut self, part: Part, text: Range<usize>, (quoted, directive): (bool, Option<u32>)) {
        let (word, sentence) = (self.split.words.len(), self.split.sentences.len());
        self.split.add(&self.text, &text);
        let words = word..self.split.words.len();
        let sentences = sentence..self.split.sentences.len();
        self.passages.push(Passage { part, text, words, sentences, quoted, directive });
    }

    /// Phrases that were met where they count: not in addresses, and not in quotes or names unless their list says so.
    fn met(&self, phrases: &Phrases) -> Vec<Hit> {
        let mut hits = phrases.find(&self.text);
        hits.retain(|hit| {
            let Some(list) = self.engine.rules.get(hit.rule).and_then(|rule| rule.list) else { return false };
            let Some(passage) = self.passage_at(hit.start) else { return false };
            let in_words = self.word_at(hit.start).is_none_or(|word| word.shape != Shape::Address);
            in_words
                && (list.quotes || !passage.quoted)
                && (!list.names || hit.is_typed_so() || !self.is_capital(hit.start) || self.begins_sentence(hit.start))
        });
        hits
    }

    /// The text of some bytes.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// What stands between two words.
    pub(super) fn between(&self, left: Word, right: Word) -> &str {
        self.slice(left.range().end..right.range().start)
    }

    /// The rest of the passage behind a byte.
    pub(super) fn rest(&self, at: usize) -> &str {
        let end = self.passage_at(at.saturating_sub(1)).map_or(at, |passage| passage.text.end);
        self.slice(at..end)
    }

    /// The text of some bytes, of which the first may stand within a letter.
    pub(super) fn letters(&self, mut range: Range<usize>) -> &str {
        while range.start < range.end && !self.text.is_char_boundary(range.start) {
            range.start += 1;
        }
        self.slice(range)
    }

    /// The text of a word.
    pub(super) fn word(&self, word: Word) -> &str {
        self.slice(word.range())
    }

    /// The bytes of a word.
    pub(super) fn letters_of(&self, word: Word) -> &[u8] {
        self.text.as_bytes().get(word.range()).unwrap_or_default()
    }

    /// The text of a passage.
    pub(super) fn words_of(&self, passage: &Passage) -> &str {
        self.slice(passage.text.clone())
    }

    /// The words of a passage or sentence.
    pub(super) fn words(&self, positions: &Range<usize>) -> &[Word] {
        self.split.words.get(positions.clone()).unwrap_or_default()
    }

    /// The sentences of a passage.
    pub(super) fn sentences(&self, passage: &Passage) -> &[Sentence] {
        self.split.sentences.get(passage.sentences.clone()).unwrap_or_default()
    }

    /// Passages in the organisation's own words.
    pub(super) fn own(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| !passage.quoted)
    }

    /// Words of passages in the organisation's own words, each with its passage.
    pub(super) fn own_words(&self) -> impl Iterator<Item = (&Passage, Word)> {
        self.own().flat_map(|passage| self.words(&passage.words).iter().map(move |word| (passage, *word)))
    }

    /// Words with a digit in passages of every kind.
    pub(super) fn figures_anywhere(&self) -> impl Iterator<Item = Among<'_>> {
        self.among(&self.split.figures)
    }

    /// Words with a digit in the organisation's own words.
    pub(super) fn figures(&self) -> impl Iterator<Item = Among<'_>> {
        self.figures_anywhere().filter(Among::is_own)
    }

    /// Numbers in the organisation's own words.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Among<'_>> {
        self.figures().filter(|among| among.word.shape == Shape::Number)
    }

    /// Words of one of these shapes in passages of every kind. Not for words of small letters, nor for numbers.
    pub(super) fn shaped_anywhere(&self, shapes: &'static [Shape]) -> impl Iterator<Item = Among<'_>> {
        self.among(&self.split.shaped).filter(|among| shapes.contains(&among.word.shape))
    }

    /// Such words in the organisation's own words.
    pub(super) fn shaped(&self, shapes: &'static [Shape]) -> impl Iterator<Item = Among<'_>> {
        self.shaped_anywhere(shapes).filter(Among::is_own)
    }

    /// Words with a dash in them or behind them, in the organisation's own words.
    pub(super) fn dashed(&self) -> impl Iterator<Item = Among<'_>> {
        self.among(&self.split.dashed).filter(Among::is_own)
    }

    fn among<'p>(&'p self, spots: &'p [Spot]) -> impl Iterator<Item = Among<'p>> {
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        spots.iter().filter_map(move |spot| {
            let passage = self.passages.get(index(spot.passage))?;
            let words = self.words(&passage.words);
            let at = index(spot.word).checked_sub(passage.words.start)?;
            Some(Among { passage, words, at, word: *words.get(at)? })
        })
    }

    /// Where a sign stands in the organisation's own words.
    pub(super) fn signs(&self, sign: char) -> impl Iterator<Item = (&Passage, usize)> {
        let met = self.split.signs.iter().filter(move |found| found.sign == sign);
        met.filter_map(|found| Some((self.passage_at(found.at)?, found.at))).filter(|(passage, _)| !passage.quoted)
    }

    /// The phrases of a rule that were met, by the rule's position.
    pub(super) fn hits(&self, rule: usize) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.rule < rule);
        let to = self.hits.partition_point(|hit| hit.rule <= rule);
        self.hits.get(from..to).unwrap_or_default()
    }

    /// Marked runs of the body in order: bytes and kind.
    pub(super) fn marks(&self) -> impl Iterator<Item = (Range<usize>, MarkKind)> {
        self.document.body.prose.marks.iter().map(|mark: &Mark| (self.shifted(&mark.text), mark.kind))
    }

    /// Marked runs that begin within some bytes.
    pub(super) fn marks_in(&self, range: &Range<usize>) -> impl Iterator<Item = (Range<usize>, MarkKind)> {
        let marks = &self.document.body.prose.marks;
        let from = marks.partition_point(|mark| self.shifted(&mark.text).start < range.start);
        let to = marks.partition_point(|mark| self.shifted(&mark.text).start < range.end);
        let within = marks.get(from..to).unwrap_or_default();
        within.iter().map(|mark| (self.shifted(&mark.text), mark.kind))
    }

    /// Whether all words of a passage are one link.
    pub(super) fn is_link(&self, passage: &Passage) -> bool {
        let mut marks = self.marks_in(&passage.text);
        marks.any(|(text, kind)| text == passage.text && matches!(kind, MarkKind::Link(_)))
    }

    /// Links with words, outside of quotes.
    pub(super) fn links(&self) -> impl Iterator<Item = LinkWords<'_>> {
        self.marks().filter_map(|(text, kind)| {
            let MarkKind::Link(number) = kind else { return None };
            let link = self.document.body.links.get(usize::try_from(number).ok()?)?;
            let own = self.passage_at(text.start).is_some_and(|passage| !passage.quoted);
            own.then(|| LinkWords { words: self.slice(text.clone()), text, link })
        })
    }

    /// The passage that a byte stands in.
    pub(super) fn passage_at(&self, at: usize) -> Option<&Passage> {
        let after = self.passages.partition_point(|passage| passage.text.start <= at);
        self.passages.get(after.checked_sub(1)?).filter(|passage| at < passage.text.end)
    }

    /// The word that a byte stands in.
    pub(super) fn word_at(&self, at: usize) -> Option<Word> {
        let after = self.split.words.partition_point(|word| word.range().start <= at);
        self.split.words.get(after.checked_sub(1)?).filter(|word| at < word.range().end).copied()
    }

    /// The directive that a passage stands in.
    pub(super) fn directive(&self, passage: &Passage) -> Option<&'a Directive> {
        self.document.body.directives.get(usize::try_from(passage.directive?).ok()?)
    }

    /// Whether the page is of one of these types.
    pub(super) fn is_a(&self, kinds: &[PageType]) -> bool {
        kinds.contains(&self.document.front.kind)
    }

    /// Whether a capital stands at a byte.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.slice(at..self.text.len()).starts_with(char::is_uppercase)
    }

    /// Whether the first word of a sentence stands at a byte.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let after = self.split.sentences.partition_point(|sentence| sentence.text.start <= at);
        let sentence = after.checked_sub(1).and_then(|position| self.split.sentences.get(position));
        sentence
            .and_then(|sentence| self.split.words.get(sentence.words.start))
            .is_some_and(|word| word.range().start >= at || word.range().contains(&at))
    }

    /// Where some bytes stand in the file.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let file = self.document.file;
        if range.start < self.body {
            let field = self.fields.get(self.fields.partition_point(|(end, _)| *end < range.start));
            return field.map_or(Place::File(file), |(_, key)| Place::Value(file, key.clone()));
        }
        Place::Span(self.span(range))
    }

    /// Where some bytes stand in the file if they are typed there as they read, so that they can be replaced.
    pub(super) fn as_typed(&self, range: &Range<usize>) -> Option<Span> {
        if range.start < self.body {
            return None;
        }
        let span = self.span(range);
        (span.range().len() == range.len() && !self.slice(range.clone()).contains(crate::model::prose::OBJECT))
            .then_some(span)
    }

    /// Whether quotation marks stand around some bytes within their passage: these may be somebody's own words.
    pub(super) fn is_in_quotes(&self, range: &Range<usize>) -> bool {
        let Some(passage) = self.passage_at(range.start) else { return false };
        let before = self.slice(passage.text.start..range.start);
        let after = self.slice(range.end..passage.text.end);
        let straight = before.matches('"').count() % 2 == 1 && after.contains('"');
        let curly = before.rfind('\u{201C}') > before.rfind('\u{201D}') && after.contains('\u{201D}');
        straight || curly
    }

    fn span(&self, range: &Range<usize>) -> Span {
        let range = range.start.saturating_sub(self.body)..range.end.saturating_sub(self.body);
        self.document.body.prose.span(self.document.file, range)
    }

    fn shifted(&self, range: &Range<u32>) -> Range<usize> {
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX).saturating_add(self.body);
        index(range.start)..index(range.end)
    }
}
