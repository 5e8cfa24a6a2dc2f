//! Bodies: HTML with its holes filled, blocks run through their templates.
//!
//! In: a [`BodyView`] and the engine. Out: HTML, whole or in the ranges asked for.
//! Not here: what fills a hole.

use super::blocks::block;
use super::engine::{Engine, Fault};
use crate::model::block::{BlockView, BodySection, BodyView, Filled, Part};
use crate::model::source::offset;

/// What the blocks of a body need.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) engine: &'a Engine,
    pub(super) language: &'a str,
    /// The level of a heading that the block brings along.
    pub(super) level: u8,
}

/// A text that was spliced, and where each part of it came from.
#[derive(Debug, Default)]
pub struct Written {
    /// The HTML.
    pub html: String,
    pieces: Vec<Piece>,
}

/// From a place in the text on stands what the body has at `body`.
#[derive(Clone, Copy, Debug)]
struct Piece {
    out: usize,
    body: usize,
    /// Whether both advance together; else all of the piece stands for one place.
    runs: bool,
}

impl Written {
    /// The byte in the HTML of the body that a byte of the text came from.
    pub fn in_body(&self, at: usize) -> Option<usize> {
        let after = self.pieces.partition_point(|piece| piece.out <= at);
        let piece = after.checked_sub(1).and_then(|found| self.pieces.get(found))?;
        Some(if piece.runs { piece.body + (at - piece.out) } else { piece.body })
    }

    fn mark(&mut self, body: usize, runs: bool) {
        self.pieces.push(Piece { out: self.html.len(), body, runs });
    }

    /// Adds the text of a block with what it came from: `content` wherever it stands in it, else the block itself.
    fn add_block(&mut self, html: &str, content: &Self, body: usize) {
        self.mark(body, false);
        let trimmed = content.html.trim_start();
        let cut = content.html.len() - trimmed.len();
        let trimmed = trimmed.trim_end();
        if let Some(at) = html.find(trimmed).filter(|_| !trimmed.is_empty()) {
            let start = self.html.len() + at;
            let inside = content.pieces.iter();
            self.pieces.extend(inside.map(|piece| Piece { out: start + piece.out.saturating_sub(cut), ..*piece }));
            self.html.push_str(html);
            self.pieces.push(Piece { out: start + trimmed.len(), body, runs: false });
        } else {
            self.html.push_str(html);
        }
    }
}

/// The body in its sections; a body without sections is one text.
pub(super) fn texts(body: &BodyView<'_>, setting: Setting<'_>, faults: &mut Vec<Fault>) -> Vec<Written> {
    if body.sections.is_empty() {
        let whole = BodySection { html: 0..offset(body.html.len()), fills: 0..body.fills.len() };
        return vec![text(body, &whole, setting, faults)];
    }
    body.sections.iter().map(|section| text(body, section, setting, faults)).collect()
}

fn text(body: &BodyView<'_>, section: &BodySection, setting: Setting<'_>, faults: &mut Vec<Fault>) -> Written {
    let mut splicer = Splicer { html: body.html, at: index(section.html.start), setting, faults };
    let mut fills = body.fills.get(section.fills.clone()).unwrap_or_default().iter();
    let html = String::with_capacity(section.html.len() + section.html.len() / 8);
    let mut out = Written { html, pieces: Vec::new() };
    splicer.until_close(&mut out, &mut fills);
    splicer.copy(&mut out, index(section.html.end));
    out
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

struct Splicer<'a, 'f> {
    html: &'a str,
    at: usize,
    setting: Setting<'a>,
    faults: &'f mut Vec<Fault>,
}

impl Splicer<'_, '_> {
    /// Copies HTML and fills holes until the block that is open closes, or nothing is left.
    fn until_close(&mut self, out: &mut Written, fills: &mut std::slice::Iter<'_, Filled>) {
        while let Some(fill) = fills.next() {
            self.copy(out, index(fill.at));
            match &fill.part {
                Part::Html(html) => {
                    out.mark(index(fill.at), false);
                    out.html.push_str(html);
                }
                Part::Open(view) => {
                    let mut content = Written::default();
                    self.until_close(&mut content, fills);
                    self.block(out, view, &content, index(fill.at));
                }
                Part::Close => return,
            }
        }
    }

    fn copy(&mut self, out: &mut Written, to: usize) {
        out.mark(self.at, true);
        out.html.push_str(self.html.get(self.at..to).unwrap_or_default());
        self.at = to.max(self.at);
    }

    /// The level below the last heading before a place: the page's title is the first.
    fn level_below(&self, at: usize) -> u8 {
        let before = self.html.get(..at).unwrap_or_default();
        let level = |(at, _)| {
            let mut rest = before.get(at + 2..)?.bytes();
            let level = rest.next().filter(|digit| (b'1'..=b'6').contains(digit))? - b'0';
            matches!(rest.next(), Some(b' ' | b'>')).then_some(level)
        };
        before.rmatch_indices("<h").find_map(level).map_or(2, |last: u8| (last + 1).min(6))
    }

    fn block(&mut self, out: &mut Written, view: &BlockView, content: &Written, at: usize) {
        let level = if let BlockView::Contact(_) = view { self.level_below(at) } else { self.setting.level };
        match block(view, &content.html, Setting { level, ..self.setting }) {
            Ok(html) => out.add_block(&html, content, at),
            Err(fault) => self.faults.push(*fault),
        }
    }
}
