//! Labels whose `for` names no field of the page. axe-core finds the field, when it has no other name; the label tells
//! more.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "label-for-nothing", severity: Severity::Error, basis: &["WCAG 1.3.1", "WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.exposed(&name!("label")) {
        let Some(given) = page.tree.attribute(id, &name!("for")) else { continue };
        if page.labelled_control(id).is_some() || page.by_id(given).is_some_and(|at| page.tree.name(at).contains('-')) {
            continue;
        }
        let message = match page.by_id(given) {
            Some(_) => format!("the label is for {}, which is no field", quote(given)),
            None => format!("the label is for {}, which is not on the page", quote(given)),
        };
        found
            .at(page, id, message)
            .help("give `for` the id of the field: `<label for=\"postcode\">` and `<input id=\"postcode\">`");
    }
}
