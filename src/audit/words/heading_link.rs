//! `heading-link`: a heading has a link in it.
//!
//! In: headings and links. Out: a finding on each link in a heading. Not here: where links lead.

use super::found::Found;
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-link",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: add links"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for link in page.links() {
        let is_heading = |passage: &Passage| matches!(passage.part, Part::Body(BlockKind::Heading(_)));
        if page.passage_at(link.text.start).is_some_and(is_heading) {
            found
                .say(link.text.clone(), "a heading has a link in it")
                .help("put the link into the text below the heading");
        }
    }
}
