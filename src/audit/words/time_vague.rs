//! `time-vague`: a time is said from the day of writing, which readers do not know.
//!
//! In: "last year", "next month" and their like on pages that are not dated. Out: a finding where no year or month stands
//! in the same sentence. Not here: "the last year", which is counted from the reader's own day.

use super::calendar::is_month;
use super::found::Found;
use super::page::{Page, Passage};
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;
use crate::model::page_type::PageType;

pub(super) const RULE: Rule = Rule {
    code: "time-vague",
    severity: Severity::Notice,
    basis: &["GOV.UK style guide: dates"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(
        &[
            "last year",
            "this year",
            "next year",
            "last month",
            "this month",
            "next month",
            "coming soon",
            "earlier this year",
            "later this year",
            "last week",
            "next week",
        ],
        "the date: \"in 2026\", \"from April 2027\"",
    )],
    exceptions: &[
        "the last year",
        "the next year",
        "the last month",
        "the next month",
        "the last week",
        "the next week",
        "each year",
        "your last year",
        "every next year",
        "this year or",
    ],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    if page.is_a(&[PageType::News, PageType::Report, PageType::Alert]) {
        return;
    }
    for hit in found.hits() {
        let dated = page.passage_at(hit.start).is_some_and(|passage| is_dated(page, passage));
        if !dated {
            let range = hit.start..hit.end;
            let typed = page.slice(range.clone());
            found
                .say(range.clone(), format!("\"{typed}\" says nothing to a reader who comes later"))
                .help(format!("write {}", hit.phrase.write));
        }
    }
}

fn is_dated(page: &Page<'_>, passage: &Passage) -> bool {
    page.words(&passage.words).iter().any(|word| {
        let typed = page.word(*word);
        word.digit && typed.len() == 4 && typed.starts_with("20") || is_month(typed)
    })
}
