//! The walk over Markdown events: keeps the state and hands each event to the part that writes it.
//!
//! In: a [`Request`]. Out: the finished [`Body`] with findings.
//! Not here: the HTML of single elements; see `blocks`, `inline` and `table`.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::directive::{Opening, opening};
use super::prose::Gathering;
use super::scan::{Fence, Scanned, scan};
use super::table::TableState;
use super::{Request, figure};
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::document::{Body, Directive, Fill, Hole, InlineFigure, Typed};
use crate::model::source::{Span, offset};

/// Everything known while a body is being written.
pub(super) struct Writer<'a> {
    pub(super) request: Request<'a>,
    pub(super) scanned: &'a Scanned<'a>,
    pub(super) body: Body,
    pub(super) findings: Vec<Diagnostic>,
    /// The picture whose words are being gathered.
    pub(super) image: Option<OpenImage>,
    /// The heading that is open: its words and explicit id.
    pub(super) heading: Option<OpenHeading>,
    /// The table that is open, or announced by its caption.
    pub(super) table: Option<TableState>,
    /// Whether text belongs to a code block.
    pub(super) in_code: bool,
    /// Whether the paragraph being written is a table's caption.
    pub(super) in_caption: bool,
    /// Block quotes that are callouts, by their directive; `None` for real quotes.
    pub(super) quotes: Vec<Option<u32>>,
    /// The words of the page as far as they were met.
    pub(super) words: Gathering,
    open: Vec<OpenDirective>,
    depth: u32,
}

pub(super) struct OpenImage {
    pub(super) target: String,
    pub(super) alt: String,
    pub(super) span: Span,
}

pub(super) struct OpenHeading {
    pub(super) level: u8,
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) html_start: usize,
    pub(super) first_hole: usize,
}

struct OpenDirective {
    index: u32,
    colons: usize,
    depth: u32,
    content_start: usize,
}

/// Writes a whole body.
pub(super) fn write(request: Request<'_>) -> Checked<Body> {
    let scanned = scan(request.text);
    let mut writer = Writer::new(request, &scanned);
    for (event, range) in Parser::new_ext(&scanned.text, options()).into_offset_iter() {
        writer.event(event, range);
    }
    writer.finish()
}

/// What of Markdown is read.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM | Options::ENABLE_HEADING_ATTRIBUTES
}

impl<'a> Writer<'a> {
    fn new(request: Request<'a>, scanned: &'a Scanned<'a>) -> Self {
        let mut findings = Vec::new();
        for at in &scanned.open_braces {
            let start = request.start + at;
            findings.push(figure::unclosed(Span::new(request.file, start, start + 2)));
        }
        let body = Body { html: String::with_capacity(request.text.len() + request.text.len() / 4), ..Body::default() };
        Self {
            request,
            scanned,
            body,
            findings,
            image: None,
            heading: None,
            table: None,
            in_code: false,
            in_caption: false,
            quotes: Vec::new(),
            words: Gathering::new(request.text.len()),
            open: Vec::new(),
            depth: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        self.gather(&event, &range);
        if matches!(event, Event::Start(_) | Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Rule) {
            let span = self.span(&range);
            self.body.typed.push(Typed { html: offset(self.body.html.len()), span });
        }
        match event {
            Event::Start(tag) => {
                self.start(tag, range);
                self.depth += 1;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag, range);
            }
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::Html(text) | Event::InlineHtml(text) => self.raw(&text, range),
            Event::SoftBreak => self.line_break(false),
            Event::HardBreak => self.line_break(true),
            Event::Rule => self.rule(range),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Table(alignments) => self.table_start(alignments),
            Tag::TableHead => self.table_head_start(),
            Tag::TableRow => self.table_row_start(range),
            Tag::TableCell => self.table_cell_start(),
            Tag::Link { link_type, dest_url, .. } => self.link_start(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => self.image_start(&dest_url, range),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<s>"),
            _ => self.block_start(tag, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Table => self.table_end(),
            TagEnd::TableHead => self.table_head_end(),
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.table_cell_end(),
            TagEnd::Link => self.push("</a>"),
            TagEnd::Image => self.image_end(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</s>"),
            _ => self.block_end(tag, &range),
        }
    }

    /// Appends HTML, unless a picture's words are being gathered.
    pub(super) fn push(&mut self, html: &str) {
        if self.image.is_none() {
            self.body.html.push_str(html);
        }
    }

    /// Opens a hole at the end of the HTML.
    pub(super) fn hole(&mut self, fill: Fill) {
        self.body.holes.push(Hole { at: offset(self.body.html.len()), fill });
    }

    /// A span in the file from a range of the body.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.request.file, self.request.start + range.start, self.request.start + range.end)
    }

    fn rule(&mut self, range: Range<usize>) {
        let fences = &self.scanned.fences;
        let found = fences.binary_search_by_key(&range.start, |fence| fence.range.start).ok();
        match found.and_then(|at| fences.get(at)) {
            Some(fence) => self.fence(fence),
            None => self.push("<hr>\n"),
        }
    }

    fn fence(&mut self, fence: &Fence) {
        let line = self.request.text.get(fence.range.clone()).unwrap_or_default();
        let span = self.span(&fence.range);
        if line.trim_matches(':').is_empty() {
            self.close(fence, span);
            return;
        }
        let start = self.request.start + fence.range.start;
        let Opening { name, attributes } = opening(line, self.request.file, start, &mut self.findings);
        let index = self.open_directive(Directive {
            name,
            attributes,
            span,
            content: Span { start: span.end, ..span },
            text: String::new(),
        });
        self.open.push(OpenDirective {
            index,
            colons: fence.colons,
            depth: self.depth,
            content_start: fence.range.end,
        });
        self.gather_attributes(index);
    }

    /// Records a directive that opens here.
    pub(super) fn open_directive(&mut self, directive: Directive) -> u32 {
        let index = offset(self.body.directives.len());
        self.body.directives.push(directive);
        self.hole(Fill::Open(index));
        index
    }

    fn close(&mut self, fence: &Fence, span: Span) {
        let Some(level) = self.open.iter().rposition(|open| open.colons == fence.colons) else {
            self.findings.push(
                Diagnostic::error(
                    "directive-unopened",
                    "nothing with this many colons is open here",
                    Place::Span(span),
                )
                .help("open a directive with a name on a line above, for example `::: information`"),
            );
            return;
        };
        while self.open.len() > level + 1 {
            self.unclosed();
        }
        if let Some(open) = self.open.pop() {
            if open.depth != self.depth {
                let at = self.directive_span(open.index);
                self.findings.push(
                    Diagnostic::error("directive-crosses", "a directive opens and closes at different depths", at)
                        .also(Place::Span(span), "it closes here")
                        .help("indent both lines of colons alike, inside or outside the list"),
                );
            }
            self.end_directive(&open, fence.range.start);
        }
    }

    fn end_directive(&mut self, open: &OpenDirective, content_end: usize) {
        let content = self.span(&(open.content_start..content_end));
        self.hole(Fill::Close(open.index));
        let index = usize::try_from(open.index).unwrap_or(usize::MAX);
        if let Some(directive) = self.body.directives.get_mut(index) {
            directive.content = content;
            directive.text = directive.text.trim().to_owned();
        }
    }

    fn unclosed(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let place = self.directive_span(open.index);
        let colons = ":".repeat(open.colons);
        self.findings.push(
            Diagnostic::error("directive-unclosed", "a box opens here and is not closed", place)
                .help(format!("write a line of `{colons}` where it ends")),
        );
        self.end_directive(&open, self.request.text.len());
    }

    fn directive_span(&self, index: u32) -> Place {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        self.body.directives.get(index).map_or(Place::File(self.request.file), |found| Place::Span(found.span))
    }

    /// Adds words to every directive that is open, for headlines and captions.
    pub(super) fn directive_text(&mut self, text: &str) {
        for open in &self.open {
            let index = usize::try_from(open.index).unwrap_or(usize::MAX);
            if let Some(directive) = self.body.directives.get_mut(index) {
                directive.text.push_str(text);
            }
        }
    }

    /// The innermost directive that is open, and whether what stands here is somebody's own words.
    pub(super) fn around(&self) -> (Option<u32>, bool) {
        let callout = self.quotes.iter().flatten().last().copied();
        let fenced = self.open.last().map(|open| open.index);
        let named = |index: u32| usize::try_from(index).ok().and_then(|at| self.body.directives.get(at));
        let quotes = |open: &OpenDirective| named(open.index).is_some_and(|directive| directive.name == "quote");
        (callout.max(fenced), self.quotes.contains(&None) || self.open.iter().any(quotes))
    }

    /// Records the inline figure that begins at `at` in the body and opens its hole.
    pub(super) fn inline_figure(&mut self, at: usize) -> Option<Range<usize>> {
        let range = self.figure_at(at)?;
        let typed = self.request.text.get(range.clone()).unwrap_or_default();
        let span = self.span(&range);
        let figure: InlineFigure = figure::figure(typed, span, &mut self.findings);
        let index = offset(self.body.figures.len());
        self.body.figures.push(figure);
        self.hole(Fill::Figure(index));
        Some(range)
    }

    /// The figure that begins at or after `at`.
    pub(super) fn figure_at(&self, at: usize) -> Option<Range<usize>> {
        let figures = &self.scanned.figures;
        figures.get(figures.partition_point(|range| range.start < at)).cloned()
    }

    fn finish(mut self) -> Checked<Body> {
        while !self.open.is_empty() {
            self.unclosed();
        }
        self.body.prose = self.words.finish();
        fit(&mut self.body);
        Checked::new(self.body, self.findings)
    }
}

/// Gives back the room that lists and texts took to grow into: the bodies of all pages are held at once.
fn fit(body: &mut Body) {
    let Body { html, holes, headings, links, images, figures, directives, anchors, prose, typed } = body;
    html.shrink_to_fit();
    holes.shrink_to_fit();
    headings.shrink_to_fit();
    links.shrink_to_fit();
    images.shrink_to_fit();
    figures.shrink_to_fit();
    directives.shrink_to_fit();
    anchors.shrink_to_fit();
    prose.text.shrink_to_fit();
    prose.blocks.shrink_to_fit();
    prose.places.shrink_to_fit();
    prose.marks.shrink_to_fit();
    typed.shrink_to_fit();
}
