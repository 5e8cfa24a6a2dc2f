//! `number-words`: a number from two to nine is a word.
//!
//! In: "two" to "nine" and "ten" to "twelve" within a sentence. Out: a finding and a correction. Common expressions, names
//! and fractions are left alone. Not here: "one".

use super::found::Found;
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "number-words",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::swap(
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        &["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        "",
    )],
    exceptions: &[
        "one or two",
        "in two directions",
        "two or three",
        "the two of",
        "two of you",
        "two by two",
        "in two minds",
        "two thirds",
        "three quarters",
        "two fifths",
        "three fifths",
        "four fifths",
        "two heads",
        "ten years later",
        "nine to five",
        "the two",
        "these two",
        "those two",
        "all three",
        "all four",
        "all five",
        "the other two",
        "any two",
        "twelve-month",
    ],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        let Some(figure) = hit.fix().filter(|_| !page.begins_sentence(hit.start)) else { continue };
        // A dose of two numbers in a row is clearer with a word; so is "one, two, three".
        let next = page.rest(hit.end);
        let before_figure = next.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if next.starts_with('-') || before_figure {
            continue;
        }
        found
            .say(range.clone(), format!("the number \"{typed}\" is a word"))
            .help(format!("write {figure}"))
            .replace(&range, figure);
    }
}
