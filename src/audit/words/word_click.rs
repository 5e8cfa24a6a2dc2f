//! `word-click`: "click" is said where people also tap or press a key.
//!
//! In: "click" and "click on" before what is selected. Out: a finding, and "select" as correction.
//! Not here: links that say "click here"; those are `link-text-vague`.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "word-click",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: click"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::swap(
        &["click on", "clicking on", "click", "clicking", "clicks on"],
        &["select", "selecting", "select", "selecting", "selects"],
        "\"select\"",
    )],
    exceptions: &[
        "click here",
        "right-click",
        "double-click",
        "click and collect",
        "click and drop",
        "click and treat",
    ],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" fits only a mouse"));
}
