//! `local-authority`: "LA" stands for a local authority.
//!
//! In: "LA" and "LAs". Out: a finding. Not here: "local authority" written out.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "local-authority",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: local authority"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::hint(&["LA"], "\"the council\" or \"local council\""),
        Phrase::hint(&["LAs"], "\"local councils\""),
    ],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" stands for a local authority"));
}
