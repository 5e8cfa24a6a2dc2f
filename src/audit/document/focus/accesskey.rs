//! `accesskey`: keyboard shortcuts that clash with those of browsers and screen readers.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "accesskey",
    severity: Severity::Warning,
    basis: &["House rule: a page has no shortcut keys of its own"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.with(&name!("accesskey")) {
        found
            .at(page, *id, "the element has a shortcut key of its own")
            .help("take `accesskey` out: screen readers and browsers use the same keys");
    }
}
