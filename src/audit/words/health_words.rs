//! `health-words`: a word of health services has a plainer one.
//!
//! In: the list below, with the style of the NHS. Out: a finding with the plain word, and a correction where one word fits.
//! Not here: names of services.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "health-words",
    severity: Severity::Notice,
    basis: &["NHS content guide: A to Z"],
    pack: Pack::Nhs,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::hint(&["chronic"], "\"long-term\", or say that it does not go away"),
        Phrase::swap(&["medication"], &["medicine"], "\"medicine\""),
        Phrase::swap(&["medications"], &["medicines"], "\"medicines\""),
        Phrase::hint(&["persist", "persists"], "\"carry on\" or \"does not go away\""),
        Phrase::hint(&["seek", "seeking"], "\"ask for\" or \"get\""),
        Phrase::hint(&["exceed", "exceeds", "exceeding"], "\"be more than\""),
        Phrase::hint(&["excessive"], "\"too much\""),
        Phrase::hint(&["occur", "occurs", "occurred"], "\"happen\""),
        Phrase::swap(&["normally"], &["usually"], "\"usually\""),
        Phrase::hint(&["equivalent to"], "\"equal to\" or \"the same as\""),
        Phrase::hint(&["triage", "triaged"], "what happens: \"A nurse asks how you are and decides who can help\""),
        Phrase::hint(&["clinician", "clinicians"], "\"doctor\", \"nurse\" or who it is"),
        Phrase::swap(&["SMS"], &["text message"], "\"text message\""),
    ],
    exceptions: &["chronic obstructive pulmonary disease", "seeking asylum", "asylum seeking", "job seeking"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" has a plainer word"));
}
