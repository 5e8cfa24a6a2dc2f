//! `latin-short-form`: a short form of Latin stands in the text.
//!
//! In: "e.g.", "i.e.", "etc" and "et al". Out: a finding with English words, and a correction for the first two.
//! Not here: other abbreviations.

use super::found::{Found, cased};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "latin-short-form",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: eg, etc and ie", "NHS content guide: A to Z"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(
            &["e.g.", "e.g", "eg"],
            &["for example", "for example", "for example"],
            "\"for example\", \"such as\" or \"like\"",
        ),
        Phrase::swap(&["i.e.", "i.e", "ie"], &["that is", "that is", "that is"], "\"that is\" or \"meaning\""),
        Phrase::hint(&["etc.", "etc", "et cetera"], "what else there is, or begin with \"such as\" or \"including\""),
        Phrase::hint(&["et al.", "et al"], "\"and others\""),
    ],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let mut range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        // `IE` and `EG` may be anything; a stop at the end of a sentence is the sentence's.
        if typed.len() == 2 && typed.chars().all(char::is_uppercase) {
            continue;
        }
        if hit.fix().is_none() && typed.ends_with('.') {
            range.end -= 1;
        }
        let told = found
            .say(range.clone(), format!("\"{}\" is not clear to everyone", page.slice(range.clone())))
            .help(format!("write {}", hit.phrase.write));
        if let Some(fix) = hit.fix() {
            told.replace(&range, cased(fix, typed));
        }
    }
}
