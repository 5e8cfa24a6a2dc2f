//! `italic-text`: words are in italics.
//!
//! In: runs marked as emphasis. Out: a finding on each outside of quotations. Not here: bold.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::MarkKind;

pub(super) const RULE: Rule = Rule {
    code: "italic-text",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: italics", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (text, _) in page.marks().filter(|(_, kind)| *kind == MarkKind::Emphasis) {
        if page.passage_at(text.start).is_some_and(|passage| !passage.quoted) {
            found
                .say(text, "words are in italics, which are hard to read")
                .help("write them plainly, with single quotes around the title of a document: 'Your guide to care'");
        }
    }
}
