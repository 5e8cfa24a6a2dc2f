//! `orientation-locked`: a page that turns itself when the screen is turned, so that it can be used one way only.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "orientation-locked", severity: Severity::Error, basis: &["WCAG 1.3.4", "ACT b33eff"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.turns {
        return;
    }
    if let Some(root) = page.elements(&name!("html")).first() {
        found
            .at(page, *root, "the page turns itself against the way the screen is held")
            .help("take the rotation out of the style sheet's `@media (orientation: …)`");
    }
}
