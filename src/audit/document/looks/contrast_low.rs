//! `contrast-low`: text too close in colour to what is behind it.

use super::contrast::{MINIMUM, faint};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "contrast-low", severity: Severity::Error, basis: &["WCAG 1.4.3", "ACT afw4f7"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for text in faint(page, MINIMUM) {
        let message = format!("the text is hard to tell from what is behind it: {}", text.in_words());
        found
            .at(page, text.element, message)
            .help(format!("make the text darker or the background lighter, until it is at least {} to 1", text.wanted));
    }
}
