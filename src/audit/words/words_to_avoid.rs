//! `words-to-avoid`: words that style guides ask writers to leave out, with what to write.
//!
//! In: the list below. Out: a finding on each, with a correction where it is certain. A name ("Independent Living Hub")
//! is left alone. Not here: words about people; those are the social care pack.

use super::found::{Found, cased};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "words-to-avoid",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: words to avoid"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(&["in order to"], &["to"], "to"),
        Phrase::swap(&["utilise", "utilises", "utilised", "utilising"], &["use", "uses", "used", "using"], "use"),
        Phrase::hint(&["key"], "important"),
    ],
    exceptions: &["key safe", "key safes", "key worker", "key workers"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        let told = found
            .say(range.clone(), format!("\"{typed}\" is a word that style guides ask to avoid"))
            .help(format!("write \"{}\"", hit.phrase.write));
        if let Some(fix) = hit.fix() {
            told.replace(&range, cased(fix, typed));
        }
    }
}
