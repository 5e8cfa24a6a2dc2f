//! `role-parent-missing`: a part without the whole it belongs to, such as a tab outside a list of tabs.

use super::{shaping_role, typed};
use crate::audit::page::Page;
use crate::audit::role::{Facts, Role};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-parent-missing", severity: Severity::Error, basis: &["WCAG 1.3.1", "ACT ff89c9"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id).filter(|role| !role.facts().context.is_empty()) else { continue };
        let parent = page.tree.parent(id);
        if stands_in(page, role, parent) || owners(page, id).any(|owner| stands_in(page, role, Some(owner))) {
            continue;
        }
        let context = role.facts().context.replace(' ', "`, `");
        found
            .at(page, id, format!("the role `{}` stands alone", role.name()))
            .help(format!("put it into an element with the role `{context}`, or take `role` out"));
    }
}

/// Whether a role meets its whole on the way up from a node, with nothing between but a group where groups are allowed.
fn stands_in(page: &Page<'_>, role: Role, from: Option<NodeId>) -> bool {
    let context = role.facts().context;
    let mut in_group = false;
    for at in from.into_iter().chain(from.into_iter().flat_map(|from| page.tree.ancestors(from))) {
        let Some(around) = shaping_role(page, at) else { continue };
        if around == Role::Group && !in_group && Facts::lists(context, "group") {
            in_group = true;
            continue;
        }
        // Items of a tree may hold groups of further items.
        let nests = in_group && around == role && role == Role::TreeItem;
        return nests || Facts::lists(context, around.name());
    }
    false
}

/// Elements that own it, or something around it, by `aria-owns`.
fn owners<'p>(page: &'p Page<'_>, id: NodeId) -> impl Iterator<Item = NodeId> + 'p {
    let owns = page.with_aria().iter().copied().filter(|at| page.tree.has(*at, &name!("aria-owns")));
    owns.filter(move |owner| {
        page.referred(*owner, &name!("aria-owns")).iter().any(|owned| *owned == id || page.tree.is_inside(id, *owned))
    })
}
