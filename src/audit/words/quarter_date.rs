//! `quarter-date`: a quarter stands for its months.
//!
//! In: "Q1" to "Q4" beside a year. Out: a finding. Not here: the number of a question.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::Word;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "quarter-date",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: dates"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.figures() {
        let is_quarter = matches!(page.word(word), "Q1" | "Q2" | "Q3" | "Q4");
        let is_year = |word: Option<&Word>| {
            word.is_some_and(|word| word.digit && ["20", "19"].iter().any(|age| page.word(*word).starts_with(age)))
        };
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        if is_quarter && (is_year(words.get(at + 1)) || is_year(before)) {
            found
                .say(word.range(), "a quarter stands for its months")
                .help("name the months: \"January to March 2025\", or \"Jan to Mar 2025\" where space is short");
        }
    }
}
