//! `quote-marks`: quotation marks are curly.
//!
//! In: curly quotation marks, with the style of the NHS. Out: a finding on each pair, which is made straight.
//! Not here: apostrophes.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "quote-marks",
    severity: Severity::Notice,
    basis: &["NHS content guide: punctuation"],
    pack: Pack::Nhs,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (open, close, straight) in [('\u{201C}', '\u{201D}', '"'), ('\u{2018}', '\u{2019}', '\'')] {
        for (passage, at) in page.signs(open) {
            let inner = at + open.len_utf8();
            let rest = page.slice(inner..passage.text.end);
            // A quotation is not longer; without this a page of opening marks would take for ever.
            let rest = rest.get(..rest.floor_char_boundary(400)).unwrap_or_default();
            let mut ends = rest.match_indices(close).map(|(end, _)| end);
            // Behind a letter and before one it is an apostrophe.
            let Some(length) =
                ends.find(|end| !rest.get(end + 3..).is_some_and(|r| r.starts_with(char::is_alphabetic)))
            else {
                continue;
            };
            let words = page.slice(inner..inner + length);
            let range = at..inner + length + close.len_utf8();
            found
                .say(range.clone(), "quotation marks are curly")
                .help(format!("write straight ones: {straight}{words}{straight}"))
                .replace(&range, format!("{straight}{words}{straight}"));
        }
    }
}
