//! `aria-attribute-deprecated`: attributes that the standard has given up.

use super::{attributes, exposed};
use crate::audit::page::Page;
use crate::audit::role::Aria;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-attribute-deprecated", severity: Severity::Notice, basis: &["WAI-ARIA 1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.has_aria(Aria::is_deprecated) {
        return;
    }
    for id in exposed(page) {
        for (aria, _) in attributes(page, id).filter(|(aria, _)| Aria::is_deprecated(aria)) {
            found
                .at(page, id, format!("`aria-{}` is given up, and little announces it", aria.name))
                .help("take it out, and say in words what can be moved where");
        }
    }
}
