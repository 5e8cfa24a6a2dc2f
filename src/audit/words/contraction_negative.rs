//! `contraction-negative`: "not" is shortened, as in "can't".
//!
//! In: can't, don't, won't and their like. Out: a finding with "not" written out, and a correction where no question is
//! asked. Not here: you'll, we're and others that read well.

use super::found::{Found, cased};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "contraction-negative",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: contractions", "NHS content guide: punctuation"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::swap(
        &[
            "can't",
            "don't",
            "won't",
            "isn't",
            "aren't",
            "doesn't",
            "didn't",
            "wasn't",
            "weren't",
            "hasn't",
            "haven't",
            "hadn't",
            "shouldn't",
            "couldn't",
            "wouldn't",
            "mustn't",
            "needn't",
        ],
        &[
            "cannot",
            "do not",
            "will not",
            "is not",
            "are not",
            "does not",
            "did not",
            "was not",
            "were not",
            "has not",
            "have not",
            "had not",
            "should not",
            "could not",
            "would not",
            "must not",
            "need not",
        ],
        "",
    )],
    exceptions: &[],
    names: false,
    quotes: false,
};
const ASKED: [&str; 12] = ["I", "you", "he", "she", "it", "we", "they", "there", "this", "that", "these", "people"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        let Some(full) = hit.fix() else { continue };
        let next = page.rest(hit.end).split(|c: char| !c.is_alphabetic()).nth(1).unwrap_or_default();
        let told = found
            .say(range.clone(), format!("\"{typed}\" is easily read as its opposite"))
            .help(format!("write \"{full}\""));
        if !ASKED.contains(&next) {
            told.replace(&range, cased(full, typed));
        }
    }
}
