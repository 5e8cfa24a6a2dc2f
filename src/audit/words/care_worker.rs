//! `care-worker`: a paid carer has another name in the house style.
//!
//! In: "careworker" with the style of GOV.UK, "care worker" with that of the NHS. Out: a finding, and a correction.
//! Not here: "carer" for family and friends.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "care-worker",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: care worker", "NHS content guide: carer"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(
            &["careworker", "careworkers", "care-worker", "care-workers"],
            &["care worker", "care workers", "care worker", "care workers"],
            "\"care worker\"",
        )
        .only(Pack::GovUk),
        Phrase::swap(
            &["care worker", "care workers", "careworker", "careworkers", "care-worker", "care-workers"],
            &["paid carer", "paid carers", "paid carer", "paid carers", "paid carer", "paid carers"],
            "\"paid carer\"",
        )
        .only(Pack::Nhs),
    ],
    exceptions: &["social care worker", "social care workers", "health and care worker", "health and care workers"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" is written otherwise in this style"));
}
