//! `national-insurance-number`: a National Insurance number stands on the page.
//!
//! In: two letters that are in use, six figures and a letter from A to D. Out: a warning. Quotes are looked at like
//! everything else. Not here: the example that the government prints, which begins with QQ and is nobody's.

use super::super::found::Found;
use super::super::page::{Among, Page};
use super::super::rule::{Pack, Rule};
use super::super::split::Shape;
use super::forms;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "national-insurance-number",
    severity: Severity::Warning,
    basis: &["House rule: nobody is identified by a page"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, word, .. } in page.shaped_anywhere(&[Shape::Capitals]) {
        // `AB123456C`, or `AB` before its figures.
        if !word.digit && word.range().len() != 2 {
            continue;
        }
        let Some(bytes) = forms::national_insurance_number(super::from(page, passage, word)) else { continue };
        let start = word.range().start;
        found
            .say(start..start + bytes, "a National Insurance number stands here")
            .help("take it out; for an example, write QQ 12 34 56 C, which is nobody's");
    }
}
