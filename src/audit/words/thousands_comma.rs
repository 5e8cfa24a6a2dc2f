//! `thousands-comma`: a number over 999 has no comma.
//!
//! In: sums of money, and numbers before people, hours and other things that are counted. Out: a finding and a correction.
//! Years, phone numbers and references are left alone. Not here: figures of metrics, which are printed with commas.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::quantity::with_commas;

pub(super) const RULE: Rule = Rule {
    code: "thousands-comma",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

const COUNTED: [&str; 34] = [
    "adults",
    "appointments",
    "assessments",
    "calls",
    "carers",
    "cases",
    "children",
    "complaints",
    "contacts",
    "councils",
    "days",
    "families",
    "homes",
    "hours",
    "households",
    "jobs",
    "members",
    "miles",
    "minutes",
    "older",
    "organisations",
    "patients",
    "people",
    "pounds",
    "referrals",
    "requests",
    "residents",
    "responses",
    "steps",
    "surveys",
    "visits",
    "volunteers",
    "women",
    "words",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers() {
        let typed = page.word(word);
        let digits = typed.strip_prefix('£').unwrap_or(typed);
        let (whole, rest) = digits.split_at_checked(digits.find('.').unwrap_or(digits.len())).unwrap_or((digits, ""));
        let is_long = (4..=9).contains(&whole.len()) && !whole.starts_with('0');
        let is_plain = whole.bytes().all(|b| b.is_ascii_digit()) && rest.bytes().skip(1).all(|b| b.is_ascii_digit());
        if !is_long || !is_plain {
            continue;
        }
        let counts = words
            .get(at + 1)
            .is_some_and(|next| page.between(word, *next) == " " && COUNTED.contains(&page.word(*next)));
        // "In 2020 people stayed at home" has a year.
        let is_year = typed.len() == 4 && (typed.starts_with("19") || typed.starts_with("20"));
        if counts && !is_year || digits.len() < typed.len() {
            let wanted = format!("{}{}{rest}", if digits.len() < typed.len() { "£" } else { "" }, with_commas(whole));
            found
                .say(word.range(), "a number over 999 has no comma")
                .help(format!("write \"{wanted}\""))
                .replace(&word.range(), wanted);
        }
    }
}
