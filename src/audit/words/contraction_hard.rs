//! `contraction-hard`: "have" is shortened in a way that is hard to read.
//!
//! In: should've, could've, would've, they've and their like. Out: a finding and a correction. Not here: I've, you've, we've.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "contraction-hard",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: contractions", "NHS content guide: punctuation"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::swap(
        &["should've", "could've", "would've", "might've", "must've", "they've", "who've", "there've"],
        &["should have", "could have", "would have", "might have", "must have", "they have", "who have", "there have"],
        "the words out",
    )],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" is hard to read"));
}
