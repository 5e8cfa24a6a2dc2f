//! `quote-detail`: a quotation holds a detail by which somebody could be found.
//!
//! In: quoted words: telephone numbers, email addresses, whole postcodes, dates of birth. Out: a warning on each.
//! Not here: names (`quote_name.rs`); numbers that are wrong everywhere (`nhs_number.rs`).

use std::ops::Range;

use super::super::found::Found;
use super::super::page::{Page, Passage};
use super::super::rule::{Pack, Rule};
use super::super::split::Shape;
use super::forms;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "quote-detail",
    severity: Severity::Warning,
    basis: &["House rule: nobody is identified by a quotation"],
    pack: Pack::Every,
    list: None,
    check,
};

/// Words that say that a date is somebody's date of birth.
const BIRTH: [&str; 4] = ["born", "birth", "birthday", "DOB"];
/// Words between such a word and its date, at most.
const BETWEEN: usize = 4;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.quoted) {
        for (at, word) in page.words(&passage.words).iter().enumerate() {
            let text = super::from(page, passage, *word);
            let start = word.range().start;
            if word.shape == Shape::Address && page.word(*word).contains('@') {
                say(found, word.range(), "an email address");
            }
            if !word.digit || word.shape == Shape::Address {
                continue;
            }
            if let Some(bytes) = forms::telephone(text) {
                say(found, start..start + bytes, "a telephone number");
            } else if let Some(bytes) = forms::postcode(text) {
                say(found, start..start + bytes, "a postcode");
            } else if let Some(bytes) = forms::date(text).filter(|_| is_behind_birth(page, passage, at)) {
                say(found, start..start + bytes, "a date of birth");
            }
        }
    }
}

fn is_behind_birth(page: &Page<'_>, passage: &Passage, at: usize) -> bool {
    let before = page.words(&passage.words).get(at.saturating_sub(BETWEEN)..at).unwrap_or_default();
    before.iter().any(|word| BIRTH.contains(&page.word(*word)))
}

fn say(found: &mut Found<'_>, range: Range<usize>, what: &str) {
    found
        .say(range, format!("a quotation holds {what}"))
        .help("take it out, or say it more widely, for example \"in her eighties\" or \"in the north of the town\"");
}
