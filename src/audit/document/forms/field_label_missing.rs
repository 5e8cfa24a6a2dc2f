//! Fields without a name.
//!
//! A `label` around a field names the first field in it, and none when its `for` leads elsewhere: so browsers do, and
//! axe-core does not look.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "field-label-missing",
    severity: Severity::Error,
    basis: &["WCAG 1.3.1", "WCAG 3.3.2", "WCAG 4.1.2", "ACT e086e5"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for id in super::fields(page).into_iter().filter(|id| page.is_nameless(*id)) {
        if page.role(id).is_some_and(Role::is_presentational) {
            continue;
        }
        found.at(page, id, format!("the {}{} has no label", called(page, id), typed_name(page, id))).help(
            "write what is asked for in a label: `<label for=\"postcode\">Postcode</label> <input id=\"postcode\">`",
        );
    }
}

fn called(page: &Page<'_>, id: NodeId) -> &'static str {
    match *page.tree.name(id) {
        name!("select") => "list to choose from",
        name!("textarea") => "text box",
        _ => match super::kind(page, id).as_str() {
            "checkbox" => "tick box",
            "radio" => "choice",
            "file" => "field for a file",
            _ => "field",
        },
    }
}

fn typed_name(page: &Page<'_>, id: NodeId) -> String {
    let given = page.tree.attribute(id, &name!("name")).unwrap_or_default();
    if given.is_empty() { String::new() } else { format!(" {}", quote(given)) }
}
