//! `minus-sign`: a hyphen stands for a minus.
//!
//! In: "-6" and "-2.5%". Out: a finding, and the sign for minus as correction. Not here: ranges.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "minus-sign",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers"],
    pack: Pack::Every,
    list: None,
    check,
};

const MINUS: char = '\u{2212}';

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, word, .. } in page.numbers() {
        let typed = page.word(word);
        let Some(rest) = typed.strip_prefix('-') else { continue };
        let digits = rest.strip_prefix('£').unwrap_or(rest);
        let is_number = digits.trim_end_matches('%').bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        // `5 -10` is a range, and a hyphen may stand for a bullet.
        let before = page.slice(passage.text.start..word.range().start);
        let is_first = before.is_empty() && !passage.in_cell();
        let follows_number = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        if is_number && !is_first && !follows_number {
            let hyphen = word.range().start..word.range().start + 1;
            found
                .say(word.range(), "a hyphen stands for a minus, and is not read out")
                .help(format!("write the sign for minus: {MINUS}{rest}"))
                .replace(&hyphen, MINUS);
        }
    }
}
