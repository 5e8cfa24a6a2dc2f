//! What an element with a role holds, as assistive technology sees it: its parts, and those that `aria-owns` names.
//!
//! In: an element. Out: the nearest nodes with a meaning. Not here: which of them may stand there.

use std::collections::VecDeque;

use super::shaping_role;
use crate::audit::page::Page;
use crate::audit::role::{Facts, Role};
use crate::audit::tree::{Kind, NodeId, name};

/// A node with a meaning.
pub(super) struct Owned {
    /// The node.
    pub(super) id: NodeId,
    /// Its role; none for text, and for an element that people meet for another reason.
    pub(super) role: Option<Role>,
    /// Whether it is text.
    pub(super) is_text: bool,
}

/// The parts of an element that must hold some of `roles`; groups among them are looked into.
pub(super) fn owned(page: &Page<'_>, id: NodeId, roles: &str) -> Vec<Owned> {
    let named = page.referred(id, &name!("aria-owns"));
    let mut rest: VecDeque<NodeId> = page.tree.children(id).filter(|at| !named.contains(at)).collect();
    rest.extend(&named);
    let mut found = Vec::new();
    // An element may own one that holds it; nothing is looked into twice.
    let mut left = page.tree.len();
    while let Some(at) = rest.pop_front().filter(|_| left > 0) {
        left -= 1;
        if page.tree.node(at).kind == Kind::Text {
            found.push(Owned { id: at, role: None, is_text: true });
        }
        if !page.tree.is_element(at) || !page.is_exposed(at) {
            continue;
        }
        let role = shaping_role(page, at);
        let is_group =
            role.is_some_and(|role| matches!(role, Role::Group | Role::RowGroup) && Facts::lists(roles, role.name()));
        if is_group || role.is_none() && !page.keeps_its_role(at) {
            rest.extend(page.tree.children(at));
        } else {
            found.push(Owned { id: at, role, is_text: false });
        }
    }
    found
}

/// Parts that may not stand in a role.
pub(super) fn not_allowed(owned: &[Owned], role: Role) -> impl Iterator<Item = &Owned> {
    owned.iter().filter(move |part| {
        let fits = |part: Role| {
            Facts::lists(role.facts().owned, part.name()) || Facts::lists(part.facts().context, role.name())
        };
        !part.is_text && !part.role.is_some_and(fits)
    })
}
