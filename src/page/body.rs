//! The holes of a body, filled: addresses, pictures, figures, blocks.
//!
//! In: a page's body as written, and the context. Out: [`BodyView`]. Not here: splicing and templates.

use super::about::{has_about, linked};
use super::base::target;
use super::{Context, Subject};
use crate::diag::{Checked, Diagnostic};
use crate::model::block::{BodyView, Filled, Part};
use crate::model::document::{Body, Fill};
use crate::model::escape::escaped;
use crate::model::source::Span;
use crate::model::strings::Strings;

/// Words of the body with the place they were typed at.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// Fills the holes of a page's body.
pub(super) fn body<'a>(context: &Context<'a>, subject: &Subject<'a>) -> Checked<BodyView<'a>> {
    let body = &subject.page.document.body;
    let mut findings = Vec::new();
    let mut fills = Vec::with_capacity(body.holes.len());
    for hole in &body.holes {
        let part = fill(context, subject, hole.fill, &mut findings);
        fills.push(Filled { at: hole.at, part });
    }
    Checked::new(BodyView { html: &body.html, fills, sections: Vec::new() }, findings)
}

fn fill(context: &Context<'_>, subject: &Subject<'_>, fill: Fill, findings: &mut Vec<Diagnostic>) -> Part {
    let page = subject.page;
    let body = &page.document.body;
    let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    match fill {
        Fill::Link(number) => {
            let address = page.targets.get(at(number)).map(|to| target(context, to)).unwrap_or_default();
            Part::Html(escaped(&address))
        }
        Fill::Image(number) => {
            let asset = page.pictures.get(at(number)).copied().flatten();
            let image = body.images.get(at(number));
            let markup = asset.zip(image).map(|(asset, image)| context.pictures.markup(asset, &image.alt, at(number)));
            Part::Html(markup.unwrap_or_default())
        }
        Fill::Figure(number) => {
            let value = body.figures.get(at(number)).map(|figure| context.figures.value(figure, subject.strings));
            match value {
                Some(Ok(text)) => Part::Html(match body.figures.get(at(number)) {
                    Some(figure) if has_about(subject) => linked(body, figure, &text),
                    _ => escaped(&text),
                }),
                Some(Err(finding)) => {
                    findings.push(finding.on_page(page.url.clone()));
                    Part::Html(String::new())
                }
                None => Part::Html(String::new()),
            }
        }
        Fill::Open(number) => match body.directives.get(at(number)) {
            Some(directive) => Part::Open(Box::new(super::block::block(context, subject, directive, findings))),
            None => Part::Html(String::new()),
        },
        Fill::Close(_) => Part::Close,
    }
}

/// Plain words with their inline figures replaced by values; a figure that has none is left out, and reported by the body.
pub(super) fn words(context: &Context<'_>, strings: &Strings, body: &Body, words: Words<'_>) -> String {
    if !words.text.contains("{{") {
        return words.text.to_owned();
    }
    let inside = |span: &Span| span.start >= words.span.start && span.end <= words.span.end;
    let mut figures = body.figures.iter().filter(|figure| inside(&figure.span));
    let mut out = String::with_capacity(words.text.len());
    let mut rest = words.text;
    while let Some((before, tail)) = rest.split_once("{{") {
        out.push_str(before);
        if let Some(figure) = figures.next() {
            out.push_str(&context.figures.value(figure, strings).unwrap_or_default());
        }
        rest = tail.split_once("}}").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
