//! `heading-empty`: a heading that says nothing.

use super::headings;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "heading-empty",
    severity: Severity::Error,
    basis: &["WCAG 1.3.1", "WCAG 2.4.6", "ACT ffd0e9"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for heading in headings(page) {
        if page.is_nameless(heading.node) {
            found
                .at(page, heading.node, "the heading has no words")
                .help("write what the part is about, for example `Who can get help`, or take the heading out");
        }
    }
}
