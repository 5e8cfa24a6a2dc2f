//! `footnote-mark`: a mark of a footnote stands in the text.
//!
//! In: `[^1]` and its like. Out: a finding on each. Not here: anything else in brackets.

use super::found::Found;
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "footnote-mark",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear structure"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List { phrases: &[Phrase::hint(&["[^"], "")], exceptions: &[], names: false, quotes: true };

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let rest = page.rest(hit.end);
        let rest = rest.get(..rest.floor_char_boundary(24)).unwrap_or_default();
        let Some(length) = rest.find(']').filter(|length| (1..=20).contains(length)) else { continue };
        if rest.get(..length).is_some_and(|name| name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')) {
            found
                .say(hit.start..hit.end + length + 1, "a footnote stands here, which pages do not have")
                .help("say it in the text, or link to where it is said");
        }
    }
}
