//! Words on this page: the first use of each word of the glossary is marked, and the page ends with what they mean.
//!
//! In: the written body and the glossary. Out: more fills of the body, and the words for the list. An abbreviation that
//! the page does not spell out gets its long form behind it. One pass; headings, links, code and quotations are left alone.
//! Not here: markup of the list.

use std::collections::BTreeMap;

use super::glossary::word;
use super::{Context, Prepared, Subject};
use crate::model::block::{BodySection, Filled, Part};
use crate::model::document::{Body, Fill};
use crate::model::escape::escaped;
use crate::model::glossary::{Glossary, Met};
use crate::model::page_type::PageType;
use crate::model::source::offset;
use crate::model::strings::Strings;

/// Elements whose words are left alone.
const CLOSED: [&str; 15] =
    ["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "q", "caption", "th", "kbd", "dt"];

/// Marks the words of the glossary on a page.
pub(super) fn explain(context: &Context<'_>, subject: &Subject<'_>, prepared: &mut Prepared<'_>) {
    let glossary = &context.site.glossary;
    let kind = subject.page.document.front.kind;
    let is_read = !matches!(kind, PageType::Home | PageType::Glossary) && !subject.page.is_variant;
    let is_first = subject.number == 1;
    if glossary.terms.is_empty() || !is_read || !is_first || subject.page.language != context.site.settings.language {
        return;
    }
    let body = &subject.page.document.body;
    let mut walk = Walk { glossary, html: &body.html, seen: BTreeMap::new(), uses: Vec::new() };
    walk.page(&quotations(body));
    let Walk { seen, uses, .. } = walk;
    let mut order: Vec<(usize, usize)> = seen.iter().map(|(term, use_)| (use_.at, *term)).collect();
    order.sort_unstable();
    prepared.view.words = order.iter().filter_map(|(_, term)| glossary.terms.get(*term).map(word)).collect();
    let fills: Vec<Filled> = uses.iter().flat_map(|use_| marks(glossary, use_, subject.strings)).collect();
    join(prepared, fills);
}

/// The first use of a term.
#[derive(Clone, Copy)]
struct Use {
    at: usize,
    met: Met,
    /// Whether the long form is to be added.
    is_spelt_out: bool,
}

/// The HTML before and behind a first use: a link to the meaning, with a name that says so.
fn marks(glossary: &Glossary, use_: &Use, strings: &Strings) -> Vec<Filled> {
    let Some(term) = glossary.terms.get(use_.met.term) else { return Vec::new() };
    let open = format!("<a class=\"term\" href=\"#{}\">", escaped(&term.id()));
    let note = escaped(strings.text("words.meaning"));
    let mut close = format!("<span class=\"visually-hidden\"> {note}</span></a>");
    if use_.is_spelt_out {
        close.push_str(&format!(" ({})", escaped(&term.term)));
    }
    let filled = |at: usize, html: String| Filled { at: offset(at), part: Part::Html(html) };
    vec![filled(use_.at, open), filled(use_.at + use_.met.length, close)]
}

/// Bytes of the HTML inside the directive `quote`.
fn quotations(body: &Body) -> Vec<std::ops::Range<usize>> {
    let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let is_quote = |number: u32| body.directives.get(at(number)).is_some_and(|directive| directive.name == "quote");
    let place = |wanted: Fill| body.holes.iter().find(|hole| hole.fill == wanted).map(|hole| at(hole.at));
    let opens = body.holes.iter().filter_map(|hole| match hole.fill {
        Fill::Open(number) if is_quote(number) => Some((at(hole.at), number)),
        _ => None,
    });
    opens.map(|(start, number)| start..place(Fill::Close(number)).unwrap_or(usize::MAX)).collect()
}

/// One pass over the HTML of a page.
struct Walk<'a> {
    glossary: &'a Glossary,
    html: &'a str,
    seen: BTreeMap<usize, Use>,
    uses: Vec<Use>,
}

impl Walk<'_> {
    fn page(&mut self, closed: &[std::ops::Range<usize>]) {
        let mut at = 0;
        while at < self.html.len() {
            let rest = self.html.get(at..).unwrap_or_default();
            let length = rest.find('<').unwrap_or(rest.len());
            if !closed.iter().any(|range| range.contains(&at)) {
                self.text(at, at + length);
            }
            at += length;
            at += self.html.get(at..).map_or(1, over).max(1);
        }
    }

    /// A run of words without tags.
    fn text(&mut self, from: usize, to: usize) {
        let mut at = from;
        let mut after_word = false;
        while at < to {
            let Some(sign) = self.html.get(at..).and_then(|rest| rest.chars().next()) else { return };
            let begins = sign.is_alphanumeric() && !after_word;
            after_word = sign.is_alphanumeric();
            let met = if begins { self.glossary.met_at(self.html, at) } else { None };
            match met.filter(|met| at + met.length <= to) {
                Some(met) => {
                    self.meet(at, met);
                    at += met.length;
                    after_word = true;
                }
                None => at += sign.len_utf8(),
            }
        }
    }

    fn meet(&mut self, at: usize, met: Met) {
        if self.seen.contains_key(&met.term) {
            return;
        }
        let after = self.html.get(at + met.length..).unwrap_or_default();
        let before = self.html.get(..at).unwrap_or_default();
        let is_spelt_out = met.is_short && !after.starts_with(" (") && !before.ends_with('(');
        let first = Use { at, met, is_spelt_out };
        self.seen.insert(met.term, first);
        self.uses.push(first);
    }
}

/// Bytes of a tag; with its content where that is left alone.
fn over(html: &str) -> usize {
    let end = html.find('>').map_or(html.len(), |at| at + 1);
    let inner = html.get(1..end).unwrap_or_default();
    let name: &str = inner.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if !CLOSED.contains(&name) {
        return end;
    }
    let close = format!("</{name}>");
    html.find(&close).map_or(html.len(), |at| at + close.len())
}

/// Puts the new fills among those of the body, in order, and moves its sections along.
fn join(prepared: &mut Prepared<'_>, fills: Vec<Filled>) {
    let old = std::mem::take(&mut prepared.body.fills);
    let sections = std::mem::take(&mut prepared.body.sections);
    let new: Vec<u32> = fills.iter().map(|fill| fill.at).collect();
    // A new fill stands before those of its place: words end before what follows them.
    let before = |at: u32| new.partition_point(|new| *new <= at);
    let within = |at: u32| new.partition_point(|new| *new < at);
    prepared.body.sections = sections
        .into_iter()
        .map(|section| BodySection {
            fills: section.fills.start + within(section.html.start)..section.fills.end + within(section.html.end),
            html: section.html,
        })
        .collect();
    let mut merged = Vec::with_capacity(old.len() + fills.len());
    let mut fresh = fills.into_iter().peekable();
    let mut taken = 0;
    for fill in old {
        while taken < before(fill.at) {
            merged.extend(fresh.next());
            taken += 1;
        }
        merged.push(fill);
    }
    merged.extend(fresh);
    prepared.body.fills = merged;
}
