//! `covid-19`: COVID-19 is written in another form.
//!
//! In: "Covid", "Covid-19", "covid 19". Out: a finding and a correction. Not here: names of funds and acts.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "covid-19",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: COVID-19", "NHS content guide: A to Z"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(
            &["covid-19", "covid 19", "covid19", "covid"],
            &["COVID-19", "COVID-19", "COVID-19", "COVID-19"],
            "\"COVID-19\"",
        ),
        Phrase::hint(&["corona virus"], "\"COVID-19\", or \"coronavirus\" in a name"),
    ],
    exceptions: &["COVID-19", "long covid"],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" has another form in the style guides"));
}
