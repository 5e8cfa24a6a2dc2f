//! `dash-long`: a long dash stands in the text.
//!
//! In: long dashes, with the style of the NHS. Out: a finding on each. Not here: short dashes and hyphens.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "dash-long",
    severity: Severity::Notice,
    basis: &["NHS content guide: punctuation"],
    pack: Pack::Nhs,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (_, at) in page.signs('\u{2014}') {
        found
            .say(at..at + '\u{2014}'.len_utf8(), "a long dash stands in the text")
            .help("make two sentences, or use a short dash with a space on each side: \u{2013}");
    }
}
