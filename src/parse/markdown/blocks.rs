//! Paragraphs, headings, lists, quotes and code.
//!
//! In: block events. Out: their HTML, headings with ids, callouts as directives.
//! Not here: text and links (`inline`), tables (`table`).

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, HeadingLevel, Tag, TagEnd};

use super::writer::{OpenHeading, Writer};
use crate::model::document::{Directive, Fill, Heading};
use crate::model::escape::push_escaped;
use crate::model::slug::slug;
use crate::model::source::{Span, offset};

impl Writer<'_> {
    pub(super) fn block_start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph_start(&range),
            Tag::Heading { level, id, .. } => self.heading_start(level, id.map(String::from), range),
            Tag::BlockQuote(kind) => self.quote_start(kind, &range),
            Tag::CodeBlock(kind) => self.code_start(&kind),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => {
                let start = format!("<ol start=\"{first}\">\n");
                self.push(&start);
            }
            Tag::Item => self.push("<li>"),
            _ => {}
        }
    }

    pub(super) fn block_end(&mut self, tag: TagEnd, _range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph if self.in_caption => {
                self.in_caption = false;
                self.push("</caption>\n");
            }
            TagEnd::Paragraph => {
                self.push("</p>\n");
                self.directive_text("\n");
            }
            TagEnd::Heading(_) => self.heading_end(),
            TagEnd::BlockQuote(_) => match self.quotes.pop().flatten() {
                Some(directive) => self.hole(Fill::Close(directive)),
                None => self.push("</blockquote>\n"),
            },
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.push("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.push(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => {
                self.push("</li>\n");
                self.directive_text("\n");
            }
            _ => {}
        }
    }

    fn paragraph_start(&mut self, range: &Range<usize>) {
        if self.announces_table(range) {
            self.in_caption = true;
            self.table_open(true);
        } else {
            self.push("<p>");
        }
    }

    fn heading_start(&mut self, level: HeadingLevel, id: Option<String>, range: Range<usize>) {
        let level = match level {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            HeadingLevel::H4 => 4,
            HeadingLevel::H5 => 5,
            HeadingLevel::H6 => 6,
        };
        let typed = self.request.text.get(range.clone()).unwrap_or_default();
        let span = self.span(&(range.start..range.start + typed.trim_end().len()));
        let html_start = self.body.html.len();
        // The id is known at the end; the start tag is put in front then.
        let first_hole = self.body.holes.len();
        self.heading = Some(OpenHeading { level, id, text: String::new(), span, html_start, first_hole });
    }

    fn heading_end(&mut self) {
        let Some(open) = self.heading.take() else { return };
        let id = self.unique_id(open.id.unwrap_or_else(|| slug(&without_figures(&open.text))));
        let start = format!("<h{} id=\"{}\">", open.level, EscapedId(&id));
        self.body.html.insert_str(open.html_start, &start);
        let shift = offset(start.len());
        for hole in self.body.holes.iter_mut().skip(open.first_hole) {
            hole.at += shift;
        }
        let end = format!("</h{}>\n", open.level);
        self.push(&end);
        self.directive_text("\n");
        let html = offset(open.html_start)..offset(self.body.html.len());
        let holes = open.first_hole..self.body.holes.len();
        self.body.headings.push(Heading { level: open.level, id, text: open.text, span: open.span, html, holes });
    }

    fn unique_id(&self, wanted: String) -> String {
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let taken = |id: &str| self.body.headings.iter().any(|heading| heading.id == id);
        if !taken(&wanted) {
            return wanted;
        }
        let most = self.body.headings.len() + 2;
        (2..=most).map(|n| format!("{wanted}-{n}")).find(|id| !taken(id)).unwrap_or(wanted)
    }

    fn quote_start(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        let name = match kind {
            None => {
                self.quotes.push(None);
                self.push("<blockquote>\n");
                return;
            }
            Some(BlockQuoteKind::Note | BlockQuoteKind::Tip | BlockQuoteKind::Important) => "information",
            Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => "warning",
        };
        let span = self.span(range);
        let index = self.open_directive(Directive {
            name: name.to_owned(),
            attributes: Vec::new(),
            span: Span { end: span.start + 1, ..span },
            content: span,
            text: String::new(),
        });
        self.quotes.push(Some(index));
    }

    fn code_start(&mut self, kind: &CodeBlockKind<'_>) {
        self.in_code = true;
        // A long line scrolls, so the block can be reached from the keyboard (WCAG 2.1.1).
        self.push("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(language) = kind {
            let word = language.split_whitespace().next().unwrap_or_default();
            if !word.is_empty() {
                self.push(" class=\"language-");
                push_escaped(&mut self.body.html, word);
                self.push("\"");
            }
        }
        self.push(">");
    }
}

/// An id for an attribute: slugs need no escaping, ids that an author typed do.
struct EscapedId<'a>(&'a str);

impl std::fmt::Display for EscapedId<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::model::escape::escaped(self.0))
    }
}

/// The words of a heading without its figures, so that a new number does not move the address.
fn without_figures(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("{{") {
        out.push_str(before);
        rest = tail.split_once("}}").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
