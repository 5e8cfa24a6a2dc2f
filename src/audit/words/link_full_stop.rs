//! `link-full-stop`: a full stop stands inside a link.
//!
//! In: links. Out: a finding on the stop; it is taken off where the passage ends and needs none, or has one already.
//! Not here: links that are whole sentences within a paragraph of their own.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "link-full-stop",
    severity: Severity::Warning,
    basis: &["NHS content guide: formatting", "GOV.UK Design System: links"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for link in page.links() {
        let Some(passage) = page.passage_at(link.text.start) else { continue };
        let words = link.words;
        if !words.ends_with('.') || words.ends_with("..") || words.ends_with("etc.") {
            continue;
        }
        let stop = link.text.end - 1..link.text.end;
        let told = found.say(stop.clone(), "a full stop stands inside a link").help("put it after the link");
        let is_item = matches!(passage.part, Part::Body(BlockKind::Item { .. } | BlockKind::Cell { .. }));
        let doubled = page.rest(link.text.end).starts_with('.');
        if doubled || is_item && link.text == passage.text {
            told.replace(&stop, "");
        }
    }
}
