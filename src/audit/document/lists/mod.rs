//! Rules about lists: markup that announces how many items there are, and text that only looks like a list.
//!
//! In: [`Page`]. Out: findings. Not here: how an item is written; that is `audit/words/`.

mod description_item_outside;
mod description_list_content;
mod list_content;
mod list_faked;
mod list_item_outside;

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &description_item_outside::RULE,
    &description_list_content::RULE,
    &list_content::RULE,
    &list_faked::RULE,
    &list_item_outside::RULE,
];

/// The role that is typed on an element, when there is one that browsers know.
fn role(page: &Page<'_>, id: NodeId) -> Option<&'static str> {
    page.explicit_role(id).map(Role::name)
}

/// Whether a `role` is typed at all: of such elements the rules for ARIA tell.
fn has_role(page: &Page<'_>, id: NodeId) -> bool {
    page.tree.attribute(id, &name!("role")).is_some_and(|role| !role.is_empty())
}
