//! `sign-in`: "log in" and "sign in" are used otherwise than the house style.
//!
//! In: both. Out: a finding, and "sign in" (GOV.UK) or "log in" (NHS) as correction. Not here: "NHS login", a name.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "sign-in",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: sign in or log in", "NHS content guide: log in"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(
            &["log in", "logs in", "logged in", "logging in", "log into", "logging into", "log on"],
            &["sign in", "signs in", "signed in", "signing in", "sign in to", "signing in to", "sign in"],
            "\"sign in\"",
        )
        .only(Pack::GovUk),
        Phrase::swap(
            &["sign in", "signs in", "signed in", "signing in", "sign into", "signing into"],
            &["log in", "logs in", "logged in", "logging in", "log in to", "logging in to"],
            "\"log in\"",
        )
        .only(Pack::Nhs),
    ],
    exceptions: &["sign in sheet", "sign in British", "log in the", "sign in the"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" is said otherwise in this style"));
}
