//! Text, links, pictures, code in a line, and HTML that an author typed.
//!
//! In: inline events. Out: escaped text, holes for addresses, pictures and figures.
//! Not here: where a link leads; that is `assemble/links.rs`.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::scan::MARK;
use super::writer::{OpenImage, Writer};
use crate::diag::{Diagnostic, Place};
use crate::model::document::{Fill, Image, Link};
use crate::model::escape::push_escaped;
use crate::model::source::offset;

/// Addresses that are printed as typed.
const SCHEMES: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "sms:"];

impl Writer<'_> {
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        let text = if self.in_caption && self.at_caption_start() { text.trim_start_matches("Table: ") } else { text };
        if self.in_code {
            let restored = self.restored(text, &range);
            push_escaped(&mut self.body.html, &restored);
        } else if self.has_marks(text) {
            self.text_with_figures(text, range);
        } else {
            self.plain(text);
        }
    }

    /// Appends words to whatever is open: the page, a heading, a picture, directives.
    fn plain(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        push_escaped(&mut self.body.html, text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        self.directive_text(text);
    }

    fn text_with_figures(&mut self, text: &str, range: Range<usize>) {
        let mut rest = text;
        let mut from = range.start;
        while let Some((before, tail)) = rest.split_once(MARK) {
            self.plain(before);
            let figure = if self.image.is_some() { self.figure_at(from) } else { self.inline_figure(from) };
            let Some(figure) = figure else { return };
            let typed = self.request.text.get(figure.clone()).unwrap_or_default().to_owned();
            if let Some(image) = &mut self.image {
                image.alt.push_str(&typed);
            } else {
                if let Some(heading) = &mut self.heading {
                    heading.text.push_str(&typed);
                }
                self.directive_text(&typed);
            }
            from = figure.end;
            rest = tail.get(figure.len() - MARK.len_utf8()..).unwrap_or_default();
        }
        self.plain(rest);
    }

    /// Whether marks of figures stand in a text.
    fn has_marks(&self, text: &str) -> bool {
        !self.scanned.figures.is_empty() && text.contains(MARK)
    }

    /// Text with the marks of figures turned back into what was typed.
    fn restored(&self, text: &str, range: &Range<usize>) -> String {
        if !self.has_marks(text) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut from = range.start;
        while let Some((before, tail)) = rest.split_once(MARK) {
            out.push_str(before);
            let Some(figure) = self.figure_at(from) else { break };
            out.push_str(self.request.text.get(figure.clone()).unwrap_or_default());
            rest = tail.get(figure.len() - MARK.len_utf8()..).unwrap_or_default();
            from = figure.end;
        }
        out.push_str(rest);
        out
    }

    pub(super) fn code(&mut self, text: &str, range: Range<usize>) {
        let restored = self.restored(text, &range);
        self.push("<code>");
        self.plain(&restored);
        self.push("</code>");
    }

    pub(super) fn line_break(&mut self, hard: bool) {
        if let Some(image) = &mut self.image {
            image.alt.push(' ');
            return;
        }
        self.push(if hard { "<br>\n" } else { "\n" });
        if let Some(heading) = &mut self.heading {
            heading.text.push(' ');
        }
        self.directive_text("\n");
    }

    pub(super) fn link_start(&mut self, kind: LinkType, target: &str, range: Range<usize>) {
        let mut target = self.restored(target, &range);
        if kind == LinkType::Email && !target.starts_with("mailto:") {
            target.insert_str(0, "mailto:");
        }
        let span = self.span(&range);
        let index = offset(self.body.links.len());
        self.push("<a href=\"");
        if SCHEMES.iter().any(|scheme| target.starts_with(scheme)) {
            push_escaped(&mut self.body.html, &target);
        } else if has_scheme(&target) {
            self.findings.push(
                Diagnostic::error(
                    "link-scheme",
                    format!("`{target}` is no address that a page may link to"),
                    Place::Span(span),
                )
                .help(
                    "link to a page (`carers/breaks.md`), or to an address that begins with https://, mailto: or tel:",
                ),
            );
        } else {
            self.hole(Fill::Link(index));
        }
        self.body.links.push(Link { target, span });
        self.push("\">");
    }

    pub(super) fn image_start(&mut self, target: &str, range: Range<usize>) {
        let target = self.restored(target, &range);
        self.image = Some(OpenImage { target, alt: String::new(), span: self.span(&range) });
    }

    pub(super) fn image_end(&mut self) {
        let Some(open) = self.image.take() else { return };
        let alt = open.alt.trim();
        if alt.is_empty() {
            self.findings.push(
                Diagnostic::error(
                    "image-alt-missing",
                    "a picture has no words for people who do not see it",
                    Place::Span(open.span),
                )
                .help(format!("say what it shows: `![A ramp at the library door]({})`", open.target))
                .help(format!("write `![decorative]({})` if it only decorates", open.target))
                .basis("WCAG 1.1.1"),
            );
        }
        let alt = if alt == "decorative" { String::new() } else { alt.to_owned() };
        let index = offset(self.body.images.len());
        self.hole(Fill::Image(index));
        self.body.images.push(Image { target: open.target, alt, span: open.span });
    }

    pub(super) fn raw(&mut self, text: &str, range: Range<usize>) {
        if text.trim_start().starts_with("<!--") {
            return;
        }
        if self.request.raw_html {
            let restored = self.restored(text, &range);
            self.push(&restored);
            return;
        }
        let trimmed = text.trim_end();
        let span = self.span(&(range.start..range.start + trimmed.len().min(range.len())));
        self.findings.push(
            Diagnostic::error("html-raw", "HTML stands in the text", Place::Span(span))
                .help("write it as Markdown or as a directive, for example `::: information`")
                .help("or allow it in the front matter: `allow: [{ code: html-raw, reason: … }]`"),
        );
        self.plain(text);
    }
}

/// Whether an address names a scheme, such as `javascript:`.
fn has_scheme(target: &str) -> bool {
    target.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
    })
}
