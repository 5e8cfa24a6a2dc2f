//! `gendered-word`: a word is for men or women only where anyone is meant.
//!
//! In: "he or she", "his/her", "males" and their like. Out: a finding with the neutral word.
//! Not here: words for people's jobs, which may be titles.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "gendered-word",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: gender", "GOV.UK content guidance: right tone"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::hint(&["he or she", "she or he", "he/she", "she/he", "s/he", "(s)he"], "\"they\", or \"you\""),
        Phrase::swap(
            &["his or her", "her or his", "his/her", "her/his"],
            &["their", "their", "their", "their"],
            "\"their\", or \"your\"",
        ),
        Phrase::swap(
            &["him or her", "her or him", "him/her", "her/him"],
            &["them", "them", "them", "them"],
            "\"them\"",
        ),
        Phrase::hint(
            &["himself or herself", "herself or himself", "himself/herself", "his or hers"],
            "\"themselves\" or \"theirs\"",
        ),
        Phrase::hint(&["males"], "\"men\""),
        Phrase::hint(&["females"], "\"women\""),
    ],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" leaves some people out"));
}
