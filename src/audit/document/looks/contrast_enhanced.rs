//! `contrast-enhanced`: text that reaches the minimum of contrast, and not what people with low sight are better off with.
//!
//! On request: a site that is held to level AA need not meet it. Text below the minimum is left to `contrast-low`, so
//! that a fault is told once.

use super::contrast::{ENHANCED, MINIMUM, faint};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "contrast-enhanced", severity: Severity::Notice, basis: &["WCAG 1.4.6", "ACT 09o5cg"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let told: Vec<_> = faint(page, MINIMUM).iter().map(|text| text.element).collect();
    for text in faint(page, ENHANCED).iter().filter(|text| !told.contains(&text.element)) {
        let message = format!("the text could be easier to tell from what is behind it: {}", text.in_words());
        found.at(page, text.element, message).help(format!(
            "for people with low sight make it at least {} to 1, with a darker text or a lighter background",
            text.wanted
        ));
    }
}
