//! `range-dash`: a dash stands between two numbers.
//!
//! In: "500-900", "5–10%", "£5-£10" in the text. Out: a finding, and "to" as correction. Tables may keep the dash, and
//! numbers that are no range (phone numbers, references, scores) are left alone. Not here: years, times.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "range-dash",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, word, .. } in page.numbers() {
        if passage.in_cell() {
            continue;
        }
        let typed = page.word(word);
        let Some(wanted) = range(typed) else { continue };
        // `0800 123-4567` and a sum are no ranges.
        let before = page.slice(passage.text.start..word.range().start);
        let follows_number = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        if !follows_number {
            found
                .say(word.range(), "a dash stands between two numbers")
                .help(format!("write \"{wanted}\""))
                .replace(&word.range(), wanted);
        }
    }
}

fn range(typed: &str) -> Option<String> {
    let mut parts = typed.split(['-', '\u{2013}', '\u{2014}']);
    let (left, right, None) = (parts.next()?, parts.next()?, parts.next()) else { return None };
    let sign = if left.starts_with('£') { "£" } else { Default::default() };
    let (low, high) = (left.trim_start_matches('£'), right.trim_start_matches('£'));
    let high = high.strip_suffix('%').unwrap_or(high);
    let value = |digits: &str| {
        let plain = digits.replace(',', "");
        let is_number = !plain.is_empty() && plain.len() <= 6 && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let is_padded = plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.");
        plain.parse::<f64>().ok().filter(|_| is_number && !is_padded)
    };
    let (from, to) = (value(low)?, value(high)?);
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    // `2019-20` is a year; `24-7` and `2-1` fall.
    if from >= to || is_year(low) && high.len() != 4 || is_year(low) && is_year(high) {
        return None;
    }
    let right = if sign.is_empty() || right.starts_with('£') { right.to_owned() } else { format!("{sign}{right}") };
    let left = if right.ends_with('%') && !left.ends_with('%') { format!("{left}%") } else { left.to_owned() };
    Some(format!("{left} to {right}"))
}
