//! `third-person`: a page that helps its reader speaks of "the applicant".
//!
//! In: service, guide and step pages. Out: a finding on words for the reader as somebody else.
//! Not here: reports, which speak about people.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;
use crate::model::page_type::PageType;

pub(super) const RULE: Rule = Rule {
    code: "third-person",
    severity: Severity::Notice,
    basis: &["GOV.UK content guidance: right tone"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(
        &[
            "the applicant",
            "applicants must",
            "applicants should",
            "applicants can",
            "residents must",
            "residents should",
            "residents can",
            "residents who wish to",
            "the claimant",
            "claimants must",
            "customers must",
            "customers should",
            "customers can",
            "members of the public can",
            "members of the public should",
            "individuals must",
            "individuals should",
        ],
        "\"you\"",
    )],
    exceptions: &[],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    if page.is_a(&[PageType::Service, PageType::Guide, PageType::Steps, PageType::Landing, PageType::Page]) {
        swaps(page, found, |typed| format!("\"{typed}\" speaks of the reader as of somebody else"));
    }
}
