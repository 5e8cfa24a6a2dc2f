//! `word-form`: a word is written in another form than the style guides choose.
//!
//! In: the list below. Out: a finding with the form to use, and a correction. Not here: spelling mistakes.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "word-form",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: A to Z", "NHS content guide: A to Z"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(&["advisor", "advisors"], &["adviser", "advisers"], "\"adviser\""),
        Phrase::swap(&["aging"], &["ageing"], "\"ageing\""),
        Phrase::swap(&["well-being", "well being"], &["wellbeing", "wellbeing"], "\"wellbeing\""),
        Phrase::swap(
            &["cooperate", "cooperates", "cooperation", "cooperating"],
            &["co-operate", "co-operates", "co-operation", "co-operating"],
            "\"co-operate\"",
        ),
        Phrase::swap(&["e-mail", "e-mails", "e-mailed"], &["email", "emails", "emailed"], "\"email\""),
        Phrase::swap(&["on-line"], &["online"], "\"online\""),
        Phrase::swap(&["web page", "web pages"], &["webpage", "webpages"], "\"webpage\""),
        Phrase::swap(&["web chat"], &["webchat"], "\"webchat\""),
        Phrase::swap(&["home page"], &["homepage"], "\"homepage\""),
        Phrase::swap(&["help desk"], &["helpdesk"], "\"helpdesk\""),
        Phrase::swap(&["user name"], &["username"], "\"username\""),
        Phrase::swap(&["wi-fi"], &["wifi"], "\"wifi\""),
        Phrase::swap(&["child care"], &["childcare"], "\"childcare\""),
        Phrase::swap(&["multi-disciplinary"], &["multidisciplinary"], "\"multidisciplinary\""),
        Phrase::swap(&["anti-social"], &["antisocial"], "\"antisocial\""),
        Phrase::swap(
            &[
                "fill out a form",
                "fill out the form",
                "fill out this form",
                "fill out our form",
                "filling out the form",
            ],
            &["fill in a form", "fill in the form", "fill in this form", "fill in our form", "filling in the form"],
            "\"fill in\"",
        ),
        Phrase::swap(
            &["zero hours contract", "zero-hour contract"],
            &["zero-hours contract", "zero-hours contract"],
            "\"zero-hours contract\"",
        ),
    ],
    exceptions: &["is well being", "are well being"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" has another form in the style guides"));
}
