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
}

/// The body in its sections; a body without sections is one text.
pub(super) fn texts(body: &BodyView<'_>, setting: Setting<'_>, faults: &mut Vec<Fault>) -> Vec<String> {
    if body.sections.is_empty() {
        let whole = BodySection { html: 0..offset(body.html.len()), fills: 0..body.fills.len() };
        return vec![text(body, &whole, setting, faults)];
    }
    body.sections.iter().map(|section| text(body, section, setting, faults)).collect()
}

fn text(body: &BodyView<'_>, section: &BodySection, setting: Setting<'_>, faults: &mut Vec<Fault>) -> String {
    let mut splicer = Splicer { html: body.html, at: index(section.html.start), setting, faults };
    let mut fills = body.fills.get(section.fills.clone()).unwrap_or_default().iter();
    let mut out = String::with_capacity(section.html.len() + section.html.len() / 8);
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
    fn until_close(&mut self, out: &mut String, fills: &mut std::slice::Iter<'_, Filled>) {
        while let Some(fill) = fills.next() {
            self.copy(out, index(fill.at));
            match &fill.part {
                Part::Html(html) => out.push_str(html),
                Part::Open(view) => {
                    let mut content = String::new();
                    self.until_close(&mut content, fills);
                    self.block(out, view, &content);
                }
                Part::Close => return,
            }
        }
    }

    fn copy(&mut self, out: &mut String, to: usize) {
        out.push_str(self.html.get(self.at..to).unwrap_or_default());
        self.at = to.max(self.at);
    }

    fn block(&mut self, out: &mut String, view: &BlockView, content: &str) {
        match block(view, content, self.setting) {
            Ok(html) => out.push_str(&html),
            Err(fault) => self.faults.push(*fault),
        }
    }
}
