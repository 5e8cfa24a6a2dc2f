//! The words of one page as a reader meets them, each with its place in the Markdown.
//!
//! In: what `parse/markdown/` reads. Out: [`Prose`]: one text for the whole page, cut into blocks, with the runs that
//! are marked (links, emphasis) and the way back to the file. Code, addresses and directives' grammar are not in it.
//! Not here: sentences, words, opinions on them; that is `audit/words/`.

use std::ops::Range;

use super::source::{FileId, Span, offset};

/// Stands in the text for what is no prose: code in a line, an inline figure, a picture.
pub const OBJECT: char = '\u{FFFC}';

/// The words of one page.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// All words, block after block, each block followed by a line feed. Markup is gone, entities are read.
    pub text: String,
    /// Blocks in the order of the page.
    pub blocks: Vec<Block>,
    /// Where runs of `text` stand in the file, in ascending order: from each entry on, both advance by the same bytes.
    pub places: Vec<Anchor>,
    /// Marked runs in order of their beginning.
    pub marks: Vec<Mark>,
}

/// From here on, the text and the file advance together until the next anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Byte offset in [`Prose::text`].
    pub text: u32,
    /// Byte offset in the file.
    pub file: u32,
    /// Bytes in the file of a run that is not typed as it reads (an entity, an [`OBJECT`]); 0 where it is.
    pub typed: u32,
}

/// A paragraph, a heading, an item: words that are read in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in [`Prose::text`], without the line feed.
    pub text: Range<u32>,
    /// Whether it is somebody's own words: in a quotation or in the directive `quote`.
    pub quoted: bool,
    /// The innermost directive it stands in, by its position in `Body::directives`.
    pub directive: Option<u32>,
    /// Where the whole block is typed.
    pub span: Span,
}

/// Kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list item, or all of a tight one.
    Item {
        /// The list, numbered from 0 within the page.
        list: u32,
        /// Whether the list is numbered.
        ordered: bool,
        /// 0 for a list that stands in no other.
        depth: u8,
    },
    /// A cell of a table.
    Cell {
        /// Whether it is in the head row or the first column.
        header: bool,
    },
    /// The caption of a table.
    Caption,
    /// The words for a picture.
    Alt,
    /// A value of a directive that is read as words: a title, a summary.
    Attribute,
}

/// A run that is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes in [`Prose::text`].
    pub text: Range<u32>,
    /// How.
    pub kind: MarkKind,
}

/// Kinds of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// `*words*`.
    Emphasis,
    /// `**words**`.
    Strong,
    /// `~~words~~`.
    Struck,
    /// Words of a link, by its position in `Body::links`.
    Link(u32),
    /// An [`OBJECT`] that stands for code.
    Code,
    /// An [`OBJECT`] that stands for an inline figure, by its position in `Body::figures`.
    Figure(u32),
    /// An [`OBJECT`] that stands for a picture, by its position in `Body::images`.
    Image(u32),
    /// A line feed within the block: a hard line break.
    Break,
}

impl Prose {
    /// The words of a block.
    pub fn words(&self, block: &Block) -> &str {
        self.text.get(range(&block.text)).unwrap_or_default()
    }

    /// The place in the file of a run of the text.
    pub fn span(&self, file: FileId, text: Range<usize>) -> Span {
        let start = self.in_file(text.start).0;
        // The end is found from the last byte inside: what follows may stand far away in the file.
        let end = if text.end > text.start { self.in_file(text.end - 1).1 } else { start };
        Span::new(file, start, end.max(start))
    }

    /// Where the byte of the file begins and ends that stands behind a byte of the text.
    fn in_file(&self, text: usize) -> (usize, usize) {
        let after = self.places.partition_point(|anchor| index(anchor.text) <= text);
        let Some(anchor) = after.checked_sub(1).and_then(|at| self.places.get(at)) else { return (0, 0) };
        let file = index(anchor.file);
        if anchor.typed > 0 {
            return (file, file + index(anchor.typed));
        }
        let at = file + (text - index(anchor.text));
        (at, at + 1)
    }

    /// Adds words that are typed in the file from `file.start` to `file.end`. Returns their bytes in the text.
    pub fn push(&mut self, words: &str, file: Range<usize>) -> Range<u32> {
        let start = offset(self.text.len());
        let typed = if words.len() == file.len() { 0 } else { offset(file.len()) };
        let goes_on = |last: &Anchor| {
            typed == 0 && last.typed == 0 && index(last.file) + (self.text.len() - index(last.text)) == file.start
        };
        if !self.places.last().is_some_and(goes_on) {
            self.places.push(Anchor { text: start, file: offset(file.start), typed });
        }
        self.text.push_str(words);
        start..offset(self.text.len())
    }
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn range(of: &Range<u32>) -> Range<usize> {
    index(of.start)..index(of.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_words_leads_back_to_where_it_is_typed() {
        let mut prose = Prose::default();
        prose.push("Ask ", 10..14);
        prose.push("the council", 16..27);
        assert_eq!(prose.span(FileId(0), 4..7), Span::new(FileId(0), 16, 19));
        assert_eq!(prose.span(FileId(0), 0..15), Span::new(FileId(0), 10, 27));
        assert_eq!(prose.span(FileId(0), 0..4), Span::new(FileId(0), 10, 14), "the end is that of its own run");
    }

    #[test]
    fn what_is_typed_otherwise_than_it_reads_is_one_place() {
        let mut prose = Prose::default();
        prose.push("A", 0..1);
        prose.push("&", 1..6);
        prose.push("E", 6..7);
        assert_eq!(prose.span(FileId(0), 1..2), Span::new(FileId(0), 1, 6));
        assert_eq!(prose.span(FileId(0), 0..3), Span::new(FileId(0), 0, 7));
    }

    #[test]
    fn runs_that_go_on_in_the_file_share_an_anchor() {
        let mut prose = Prose::default();
        prose.push("Ask ", 10..14);
        prose.push("us", 14..16);
        assert_eq!(prose.places.len(), 1);
    }
}
