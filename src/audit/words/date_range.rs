//! `date-range`: a dash stands between two dates.
//!
//! In: months, and days of a month, joined by a dash. Out: a finding, and "to" as correction. Tables may keep the dash.
//! Not here: years; those are `financial-year` and `range-dash`.

use super::calendar::{is_month, long_month};
use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "date-range",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: dates"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for sign in ['\u{2013}', '\u{2014}'] {
        for (passage, at) in page.signs(sign) {
            let before = page.slice(passage.text.start..at);
            let after = page.slice(at + sign.len_utf8()..passage.text.end);
            let spaced = before.ends_with(' ') && after.starts_with(' ');
            let left = before.trim_end().rsplit([' ', '(']).next().unwrap_or_default();
            let right = after.trim_start().split([' ', ',', '.', ')', ':']).next().unwrap_or_default();
            let month = |word: &str| is_month(word) || long_month(word).is_some();
            let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
            let then = after.trim_start().split(' ').nth(1).unwrap_or_default().trim_end_matches(['.', ',', ')', ':']);
            // `10 November – 21 December`, `November – March`, `10 – 21 November`.
            let is_range = month(left) && (month(right) || number(right) && month(then));
            if is_range && !passage.in_cell() {
                let range = if spaced { at - 1..at + sign.len_utf8() + 1 } else { at..at + sign.len_utf8() };
                found
                    .say(at..at + sign.len_utf8(), "a dash stands between two dates")
                    .help("write \"to\": \"10 November to 21 December\"")
                    .replace(&range, " to ");
            }
        }
    }
    hyphens(page, found);
}

/// `10 November - 21 December`: a hyphen between spaces is no word and no sign.
fn hyphens(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, words, at, word: left } in page.dashed() {
        let Some(right) = words.get(at + 1) else { continue };
        if left.shape != Shape::Capital || passage.in_cell() || page.between(left, *right) != " - " {
            continue;
        }
        let month = |word: Option<&Word>| word.is_some_and(|word| is_month(page.word(*word)));
        if month(Some(&left)) && (month(Some(right)) || right.digit && month(words.get(at + 2))) {
            let range = left.range().end..right.range().start;
            found
                .say(range.start + 1..range.end - 1, "a dash stands between two dates")
                .help("write \"to\": \"10 November to 21 December\"")
                .replace(&range, " to ");
        }
    }
}
