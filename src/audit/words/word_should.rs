//! `word-should`: "you should" sounds like an order.
//!
//! In: "you should", with the style of the NHS. Out: a finding with other ways to say it. Not here: other uses of "should".

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "word-should",
    severity: Severity::Notice,
    basis: &["NHS content guide: voice and tone"],
    pack: Pack::Nhs,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(
        &["you should", "you should not"],
        "\"you need to\" where it is needed, \"try to\" or \"it helps to\" where it is advice",
    )],
    exceptions: &["you should get", "you should receive", "you should hear"],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" sounds like an order"));
}
