//! Fields whose label nobody sees or hears: it is there and hidden, and nothing else names the field.
//!
//! The published computation takes the words of a hidden label; browsers differ, and axe-core calls it a fault.

use crate::audit::accname::NameFrom;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "field-label-hidden",
    severity: Severity::Error,
    basis: &["WCAG 1.3.1", "WCAG 3.3.2", "WCAG 4.1.2"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for id in super::fields(page).into_iter().filter(|id| page.name_from(*id) == NameFrom::Label) {
        if page.labels(id).all(|label| !page.is_exposed(label)) {
            found
                .at(page, id, "the label of the field is hidden")
                .help("show the label; it tells everybody what to fill in");
        }
    }
}
