//! `deadline-midnight`: a deadline is at midnight.
//!
//! In: "by midnight on" and its like. Out: a finding: people read it as the beginning or the end of the day.
//! Not here: opening hours until midnight.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "deadline-midnight",
    severity: Severity::Notice,
    basis: &["GOV.UK style guide: times"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(
        &["by midnight on", "before midnight on", "by 12 midnight on", "no later than midnight on"],
        "\"by 11:59pm on Tuesday 14 June\"",
    )],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" may be the beginning or the end of the day"));
}
