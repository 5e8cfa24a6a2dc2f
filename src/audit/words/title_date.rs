//! `title-date`: a title has a year.
//!
//! In: the title of a page that is no report and no news. Out: a finding on the year, which will soon look old.
//! The year of an act or of regulations is part of a name. Not here: dates in the text.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::page_type::PageType;

pub(super) const RULE: Rule = Rule {
    code: "title-date",
    severity: Severity::Notice,
    basis: &["GOV.UK content guidance: clear titles"],
    pack: Pack::Every,
    list: None,
    check,
};

const NAMES: [&str; 9] = ["Act", "Acts", "Regulations", "Bill", "Order", "Rules", "Measure", "Code", "Survey"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    if page.is_a(&[PageType::Report, PageType::News, PageType::Alert, PageType::Statement]) {
        return;
    }
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let mut before = "";
        for word in page.words(&passage.words).iter().map(|word| page.word(*word)) {
            let is_year = word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.bytes().all(|b| b.is_ascii_digit());
            if is_year && !NAMES.contains(&before) {
                found.say(passage.text.clone(), format!("the title has a year, {word}")).help(
                    "leave it out, unless it tells this page from others of a series: then make it a report or news",
                );
            }
            before = word;
        }
    }
}
