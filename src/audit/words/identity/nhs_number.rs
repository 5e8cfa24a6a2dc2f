//! `nhs-number`: the NHS number of a real person stands on the page.
//!
//! In: figures in threes and fours whose last one checks the others; ten figures at a stretch only behind the letters
//! NHS, because other numbers have ten figures too. Out: an error. Quotes are looked at like everything else.
//! Not here: test numbers, which begin with 9.

use super::super::found::Found;
use super::super::page::{Among, Page};
use super::super::rule::{Pack, Rule};
use super::forms;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "nhs-number",
    severity: Severity::Error,
    basis: &["NHS content guide: NHS number"],
    pack: Pack::Every,
    list: None,
    check,
};

/// Bytes before ten plain figures in which the letters NHS must stand.
const NEAR: usize = 48;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, word, .. } in page.figures_anywhere() {
        let range = word.range();
        if !matches!(range.len(), 3 | 10 | 12) {
            continue;
        }
        let Some(number) = forms::nhs_number(super::from(page, passage, word)) else { continue };
        let before = passage.text.start.max(range.start.saturating_sub(NEAR))..range.start;
        let is_named = page.letters(before).contains("NHS");
        if number.is_grouped || is_named {
            found
                .say(range.start..range.start + number.bytes, "the NHS number of a real person stands here")
                .help("take it out; for an example, use a test number that begins with 9: 999 123 4567");
        }
    }
}
