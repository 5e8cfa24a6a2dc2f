//! `aria-name-prohibited`: a name on an element that cannot have one, such as `aria-label` on a `span`.
//!
//! Within a link or a field, names of parts make up the whole's name, and are left out.

use super::{element, exposed};
use crate::audit::page::Page;
use crate::audit::role::is_naming_prohibited;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-name-prohibited", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 5c01ea"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page) {
        let says = |name: &Name| page.tree.attribute(id, name).is_some_and(|value| !value.trim().is_empty());
        let attribute = if says(&name!("aria-label")) {
            "aria-label"
        } else if says(&name!("aria-labelledby")) && !page.referred(id, &name!("aria-labelledby")).is_empty() {
            "aria-labelledby"
        } else {
            continue;
        };
        if !is_prohibited(page, id) {
            continue;
        }
        found
            .at(page, id, format!("{} cannot have a name, so `{attribute}` is lost", element(page, id)))
            .help(format!("write the words into the page, or give the element a role that takes a name, such as `role=\"group\" {attribute}=\"…\"`"));
    }
}

fn is_prohibited(page: &Page<'_>, id: NodeId) -> bool {
    if let Some(role) = page.explicit_role(id) {
        return role.facts().naming_prohibited;
    }
    if !is_naming_prohibited(page, id) {
        return false;
    }
    let mut around = std::iter::once(id).chain(page.tree.ancestors(id));
    let in_widget =
        around.find_map(|at| super::shaping_role(page, at)).is_some_and(crate::audit::role::Role::is_widget);
    !in_widget
}
