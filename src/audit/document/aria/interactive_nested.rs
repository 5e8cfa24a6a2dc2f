//! `interactive-nested`: a button or picture that holds a link, a button or a field.
//!
//! What is in such an element is read as plain text, so people meet the inner one without hearing what it is.

use super::element;
use crate::audit::page::Page;
use crate::audit::role::Sort;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "interactive-nested", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 307n5z"], check };

/// Elements that are flat without `role` and can hold others.
const FLAT: [Name; 6] =
    [name!("button"), name!("summary"), name!("meter"), name!("progress"), name!("option"), name!("math")];

fn check(page: &Page<'_>, found: &mut Found) {
    let without_role = FLAT.into_iter().flat_map(|name| page.elements(&name).iter().copied());
    let with_role = page.with_aria().iter().copied().filter(|id| !FLAT.contains(page.tree.name(*id)));
    for id in without_role.chain(with_role).filter(|id| page.is_exposed(*id)) {
        if !page.role(id).is_some_and(|role| role.facts().is_flat) {
            continue;
        }
        let Some(inner) = inner(page, id) else { continue };
        found
            .at(page, id, format!("{} holds {}", element(page, id), element(page, inner)))
            .help("put the two side by side, one after the other")
            .also(page, inner, "the inner one");
    }
}

/// The first thing in an element that people act on.
pub(super) fn inner(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let is_widget = |at: NodeId| page.role(at).is_some_and(|role| role.facts().sort == Sort::Widget);
    page.tree.descendants(id).find(|at| page.tree.is_element(*at) && page.is_focusable(*at) && is_widget(*at))
}
