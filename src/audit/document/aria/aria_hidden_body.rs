//! `aria-hidden-body`: the whole page is hidden from screen readers.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-hidden-body", severity: Severity::Error, basis: &["WCAG 1.3.1", "WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.elements(&name!("body")) {
        let hidden = page.tree.attribute(*id, &name!("aria-hidden")).unwrap_or_default();
        if hidden.trim().eq_ignore_ascii_case("true") {
            found
                .at(page, *id, "the whole page is hidden from screen readers")
                .help("take `aria-hidden=\"true\"` out of `<body>`");
        }
    }
}
