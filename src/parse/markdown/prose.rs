//! The words of a page, gathered while it is written.
//!
//! In: each Markdown event, before the writer writes it. Out: [`Prose`]: blocks, marks and the way back to the file.
//! Code, HTML, addresses of links and lines of directives leave no words here; what stands in a line leaves an [`OBJECT`].
//! Not here: sentences, and any opinion on the words; that is `audit/words/`.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::scan::MARK;
use super::writer::Writer;
use crate::model::prose::{Block, BlockKind, Mark, MarkKind, OBJECT, Prose};
use crate::model::source::{Span, offset};

/// Attributes of directives that a reader reads.
const READ: [&str; 3] = ["title", "summary", "by"];

/// What was gathered, and what is open.
pub(super) struct Gathering {
    prose: Prose,
    open: Option<Open>,
    /// Marks that are open: their kind and where they begin.
    marks: Vec<(MarkKind, usize)>,
    /// Words of pictures inside the open block; they follow it.
    alts: Vec<Alt>,
    in_alt: bool,
    /// Lists that are open: their number and whether they are numbered.
    lists: Vec<(u32, bool)>,
    next_list: u32,
    in_head: bool,
    column: usize,
}

/// A block that is open.
struct Open {
    kind: BlockKind,
    text: usize,
    file: Range<usize>,
}

/// The words of a picture in the pieces they were met in, each with its bytes in the file.
struct Alt {
    pieces: Vec<(String, Range<usize>)>,
    file: Range<usize>,
}

impl Gathering {
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            prose: Prose { text: String::with_capacity(bytes), ..Prose::default() },
            open: None,
            marks: Vec::new(),
            alts: Vec::new(),
            in_alt: false,
            lists: Vec::new(),
            next_list: 0,
            in_head: false,
            column: 0,
        }
    }

    pub(super) fn finish(mut self) -> Prose {
        self.prose.marks.sort_by_key(|mark| (mark.text.start, std::cmp::Reverse(mark.text.end)));
        self.prose
    }

    fn item(&self) -> BlockKind {
        let (list, ordered) = self.lists.last().copied().unwrap_or_default();
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        BlockKind::Item { list, ordered, depth }
    }

    /// Whether an item is open in which no word was met yet.
    fn item_begins(&self) -> bool {
        let is_item = |open: &Open| matches!(open.kind, BlockKind::Item { .. }) && open.text == self.prose.text.len();
        self.open.as_ref().is_some_and(is_item)
    }

    fn reach(&mut self, end: usize) {
        if let Some(open) = &mut self.open {
            open.file.end = open.file.end.max(end);
        }
    }

    fn mark_start(&mut self, kind: MarkKind) {
        self.marks.push((kind, self.prose.text.len()));
    }

    fn mark_end(&mut self) {
        let Some((kind, start)) = self.marks.pop() else { return };
        if start < self.prose.text.len() {
            self.prose.marks.push(Mark { text: offset(start)..offset(self.prose.text.len()), kind });
        }
    }
}

impl Writer<'_> {
    /// Takes the words of an event. Called before the event is written.
    pub(super) fn gather(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.gather_start(tag, range),
            Event::End(tag) => self.gather_end(*tag, range),
            Event::Text(text) if !self.in_code => self.gather_text(text, range),
            Event::Code(_) => self.gather_object(MarkKind::Code, range),
            Event::SoftBreak => self.gather_words(" ", range.start..range.start + 1),
            Event::HardBreak => {
                self.words.mark_start(MarkKind::Break);
                self.gather_words("\n", range.start..range.start + 1);
                self.words.mark_end();
            }
            Event::Rule | Event::Html(_) => self.block_close(),
            _ => {}
        }
    }

    fn gather_start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph if self.announces_table(range) => self.block_open(BlockKind::Caption, range.start),
            // The first paragraph of an item is the item's own.
            Tag::Paragraph if self.words.item_begins() => {}
            Tag::Paragraph => self.block_open(BlockKind::Paragraph, range.start),
            Tag::Heading { level, .. } => self.block_open(BlockKind::Heading(depth(*level)), range.start),
            Tag::List(first) => {
                self.block_close();
                self.words.lists.push((self.words.next_list, first.is_some()));
                self.words.next_list += 1;
            }
            Tag::Item => self.block_open(self.words.item(), range.start),
            Tag::TableHead => (self.words.in_head, self.words.column) = (true, 0),
            Tag::TableRow => (self.words.in_head, self.words.column) = (false, 0),
            Tag::TableCell => {
                let header = self.words.in_head || self.words.column == 0;
                self.words.column += 1;
                self.block_open(BlockKind::Cell { header }, range.start);
            }
            Tag::Emphasis => self.words.mark_start(MarkKind::Emphasis),
            Tag::Strong => self.words.mark_start(MarkKind::Strong),
            Tag::Strikethrough => self.words.mark_start(MarkKind::Struck),
            Tag::Link { .. } => self.words.mark_start(MarkKind::Link(offset(self.body.links.len()))),
            Tag::Image { .. } => {
                self.gather_object(MarkKind::Image(offset(self.body.images.len())), range);
                self.words.in_alt = true;
                self.words.alts.push(Alt { pieces: Vec::new(), file: range.clone() });
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) => self.block_close(),
            _ => {}
        }
    }

    fn gather_end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => self.block_close(),
            TagEnd::List(_) => {
                self.block_close();
                self.words.lists.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.words.reach(range.end);
                self.words.mark_end();
            }
            TagEnd::Image => self.words.in_alt = false,
            _ => {}
        }
    }

    fn block_open(&mut self, kind: BlockKind, start: usize) {
        self.block_close();
        self.words.open = Some(Open { kind, text: self.words.prose.text.len(), file: start..start });
    }

    fn block_close(&mut self) {
        let around = self.around();
        if let Some(open) = self.words.open.take() {
            self.block(&open, around);
        }
        for alt in std::mem::take(&mut self.words.alts) {
            let start = self.words.prose.text.len();
            let is_decoration = alt.pieces.iter().map(|(words, _)| words.trim()).eq(["decorative"]);
            for (words, file) in alt.pieces.iter().filter(|_| !is_decoration) {
                self.words.prose.push(words, file.clone());
            }
            self.block(&Open { kind: BlockKind::Alt, text: start, file: alt.file }, around);
        }
    }

    fn block(&mut self, open: &Open, (directive, quoted): (Option<u32>, bool)) {
        let text = offset(open.text)..offset(self.words.prose.text.len());
        if text.is_empty() {
            return;
        }
        let span = self.span(&open.file);
        self.words.prose.blocks.push(Block { kind: open.kind, text, quoted, directive, span });
        self.words.prose.text.push('\n');
    }

    fn gather_text(&mut self, text: &str, range: &Range<usize>) {
        let is_caption_start = self
            .words
            .open
            .as_ref()
            .is_some_and(|open| open.kind == BlockKind::Caption && open.text == self.words.prose.text.len());
        let text = if is_caption_start { text.trim_start_matches("Table: ") } else { text };
        if self.scanned.figures.is_empty() || !text.contains(MARK) {
            // What was taken off stands at the beginning.
            let start = if is_caption_start { range.end - text.len() } else { range.start };
            self.gather_words(text, start..range.end);
            return;
        }
        let mut rest = text;
        let mut from = range.end.saturating_sub(text.len());
        let mut number = self.body.figures.len();
        while let Some((before, tail)) = rest.split_once(MARK) {
            self.gather_words(before, from..from + before.len());
            let Some(figure) = self.figure_at(from + before.len()) else { return };
            self.gather_object(MarkKind::Figure(offset(number)), &figure);
            number += 1;
            from = figure.end;
            rest = tail.get(figure.len() - MARK.len_utf8()..).unwrap_or_default();
        }
        self.gather_words(rest, from..from + rest.len());
    }

    fn gather_object(&mut self, kind: MarkKind, range: &Range<usize>) {
        let mut bytes = [0; 4];
        let object = OBJECT.encode_utf8(&mut bytes);
        self.words.mark_start(kind);
        self.gather_words(object, range.clone());
        self.words.mark_end();
    }

    /// Adds words that stand in the body at `range` to the picture or block that is open.
    fn gather_words(&mut self, words: &str, range: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let start = self.request.start;
        let file = start + range.start..start + range.end;
        if self.words.in_alt {
            if let Some(alt) = self.words.alts.last_mut() {
                alt.pieces.push((words.to_owned(), file));
            }
            return;
        }
        if self.words.open.is_none() {
            // Words behind a list or a table in an item.
            self.block_open(BlockKind::Paragraph, range.start);
        }
        self.words.prose.push(words, file);
        self.words.reach(range.end);
    }

    /// Takes what a reader reads of a directive's opening line.
    pub(super) fn gather_attributes(&mut self, index: u32) {
        let around = self.around();
        let Some(directive) = usize::try_from(index).ok().and_then(|at| self.body.directives.get(at)) else { return };
        for attribute in directive.attributes.iter().filter(|attribute| READ.contains(&attribute.key.as_str())) {
            // The value stands before the closing quote.
            let end = attribute.span.range().end.saturating_sub(1);
            let text = self.words.prose.push(&attribute.value, end.saturating_sub(attribute.value.len())..end);
            if text.is_empty() {
                continue;
            }
            let span =
                Span { start: offset(end).saturating_sub(text.end - text.start), end: offset(end), ..attribute.span };
            let kind = BlockKind::Attribute;
            self.words.prose.blocks.push(Block { kind, text, quoted: around.1, directive: around.0, span });
            self.words.prose.text.push('\n');
        }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::prose::{BlockKind, MarkKind, Prose};
    use crate::model::source::FileId;
    use crate::parse::markdown::{Request, body};

    fn read(text: &str) -> Prose {
        body(Request { file: FileId(0), text, start: 0, raw_html: false }).value.prose
    }

    /// Each block with its kind, `>` for a quoted one.
    fn blocks(prose: &Prose) -> Vec<String> {
        let line = |block: &crate::model::prose::Block| {
            let quoted = if block.quoted { "> " } else { "" };
            format!("{quoted}{:?}: {}", block.kind, prose.words(block))
        };
        prose.blocks.iter().map(line).collect()
    }

    #[test]
    fn blocks_are_what_a_reader_reads_in_one_go() {
        let prose = read(
            "## A *break*\n\nWords, and\nmore.\n\n- one\n- two\n  - inner\n\n1. first\n\n   second\n\n> Theirs\n\n\
             Table: Costs\n\n| Who | Cost |\n|--|--|\n| You | £1 |\n\n```\ncode\n```\n",
        );
        assert_eq!(
            blocks(&prose),
            [
                "Heading(2): A break",
                "Paragraph: Words, and more.",
                "Item { list: 0, ordered: false, depth: 0 }: one",
                "Item { list: 0, ordered: false, depth: 0 }: two",
                "Item { list: 1, ordered: false, depth: 1 }: inner",
                "Item { list: 2, ordered: true, depth: 0 }: first",
                "Paragraph: second",
                "> Paragraph: Theirs",
                "Caption: Costs",
                "Cell { header: true }: Who",
                "Cell { header: true }: Cost",
                "Cell { header: true }: You",
                "Cell { header: false }: £1",
            ]
        );
    }

    #[test]
    fn what_is_no_prose_leaves_a_mark_or_nothing() {
        let prose = read("Run `cargo` at ![A ramp](ramp.jpg), {{ a.b }}.\n\n<b>x</b>\n\n![decorative](x.jpg)\n");
        assert_eq!(
            blocks(&prose),
            ["Paragraph: Run \u{FFFC} at \u{FFFC}, \u{FFFC}.", "Alt: A ramp", "Paragraph: x", "Paragraph: \u{FFFC}",]
        );
        let kinds: Vec<MarkKind> = prose.marks.iter().map(|mark| mark.kind).collect();
        assert_eq!(kinds, [MarkKind::Code, MarkKind::Image(0), MarkKind::Figure(0), MarkKind::Image(1)]);
        assert_eq!(prose.span(FileId(0), 4..7).range(), 4..11, "the whole of the code");
    }

    #[test]
    fn directives_give_their_titles_and_say_what_is_quoted() {
        let prose = read("::: quote {by=\"A carer\" consent=\"written\"}\nIt *helped*.\n:::\n\nOurs.\n");
        assert_eq!(blocks(&prose), ["> Attribute: A carer", "> Paragraph: It helped.", "Paragraph: Ours."]);
        assert_eq!(prose.blocks.iter().map(|block| block.directive).collect::<Vec<_>>(), [Some(0), Some(0), None]);
    }

    #[test]
    fn a_word_in_several_events_comes_together_with_its_place() {
        let text = "Ask A&amp;E, \\*now\\* or **la**ter\n> quoted\n> on.\n";
        let prose = read(text);
        let first = &prose.blocks[0];
        assert_eq!(prose.words(first), "Ask A&E, *now* or later");
        assert_eq!(first.kind, BlockKind::Paragraph);
        let place = |words: &str| {
            let at = prose.text.find(words).unwrap();
            text.get(prose.span(FileId(0), at..at + words.len()).range()).unwrap()
        };
        assert_eq!(place("A&E"), "A&amp;E");
        assert_eq!(place("*now*"), "*now\\*");
        assert_eq!(place("later"), "la**ter");
        assert_eq!(place("quoted on"), "quoted\n> on");
    }

    #[test]
    fn every_word_of_a_caption_and_a_title_leads_back() {
        let text = "::: details {summary=\"If you are deaf\"}\nTable: What it *costs*\n\n| a | b |\n|--|--|\n| c \\| d | e |\n:::\n";
        let prose = read(text);
        for word in ["deaf", "What", "costs", "c", "d", "e"] {
            let found = prose.text.find(&format!("{word}\n")).or_else(|| prose.text.find(&format!("{word} "))).unwrap();
            assert_eq!(text.get(prose.span(FileId(0), found..found + word.len()).range()), Some(word));
        }
    }
}
