//! `leading-zero`: a number below 1 has no 0 before its point.
//!
//! In: ".5" and its like. Out: a finding and a correction. Not here: other decimals.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "leading-zero",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { word, .. } in page.numbers() {
        let typed = page.word(word);
        let Some(digits) = typed.strip_prefix('.') else { continue };
        if !digits.is_empty() && digits.len() <= 4 && digits.trim_end_matches('%').bytes().all(|b| b.is_ascii_digit()) {
            let wanted = format!("0{typed}");
            found
                .say(word.range(), "a number below 1 has no 0 before its point")
                .help(format!("write \"{wanted}\""))
                .replace(&word.range(), wanted);
        }
    }
}
