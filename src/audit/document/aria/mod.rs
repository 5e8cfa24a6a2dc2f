//! Rules about ARIA: roles, their attributes, what stands in what, what is hidden.
//!
//! In: [`Page`]. Out: findings. What several rules ask is here; the tables are in `audit/role/`.

mod aria_attribute_deprecated;
mod aria_attribute_missing;
mod aria_attribute_not_allowed;
mod aria_attribute_unknown;
mod aria_braille_alone;
mod aria_error_message_unheard;
mod aria_hidden_body;
mod aria_hidden_focusable;
mod aria_name_prohibited;
mod aria_reference_broken;
mod aria_role_description_lost;
mod aria_state_conflict;
mod aria_value_invalid;
mod interactive_nested;
mod owned;
mod role_abstract;
mod role_child_not_allowed;
mod role_children_missing;
mod role_deprecated;
mod role_none_conflict;
mod role_not_allowed;
mod role_parent_missing;
mod role_redundant;
mod role_text_interactive;
mod role_unknown;

use crate::audit::page::Page;
use crate::audit::role::{Aria, Role};
use crate::audit::rule::Rule;
use crate::audit::tree::{Kind, NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &aria_attribute_deprecated::RULE,
    &aria_attribute_missing::RULE,
    &aria_attribute_not_allowed::RULE,
    &aria_attribute_unknown::RULE,
    &aria_braille_alone::RULE,
    &aria_error_message_unheard::RULE,
    &aria_hidden_body::RULE,
    &aria_hidden_focusable::RULE,
    &aria_name_prohibited::RULE,
    &aria_reference_broken::RULE,
    &aria_role_description_lost::RULE,
    &aria_state_conflict::RULE,
    &aria_value_invalid::RULE,
    &interactive_nested::RULE,
    &role_abstract::RULE,
    &role_child_not_allowed::RULE,
    &role_children_missing::RULE,
    &role_deprecated::RULE,
    &role_none_conflict::RULE,
    &role_not_allowed::RULE,
    &role_parent_missing::RULE,
    &role_redundant::RULE,
    &role_text_interactive::RULE,
    &role_unknown::RULE,
];

/// Elements with `role` or an attribute of ARIA that assistive technology meets.
fn exposed<'p>(page: &'p Page<'_>) -> impl Iterator<Item = NodeId> + 'p {
    page.with_aria().iter().copied().filter(|id| page.is_exposed(*id))
}

/// Elements with `role` that assistive technology meets.
fn typed<'p>(page: &'p Page<'_>) -> impl Iterator<Item = NodeId> + 'p {
    page.exposed_with(&name!("role"))
}

/// The attributes of ARIA that an element has, with their values.
fn attributes<'p>(page: &'p Page<'_>, id: NodeId) -> impl Iterator<Item = (&'static Aria, &'p str)> + 'p {
    page.tree.attributes(id).filter_map(|(name, value)| Some((page.aria(name)?, value)))
}

/// The words of `role`.
fn roles<'p>(page: &'p Page<'_>, id: NodeId) -> impl Iterator<Item = &'p str> {
    page.tree.attribute(id, &name!("role")).unwrap_or_default().split_ascii_whitespace()
}

/// The role as far as it shapes the page: none for words within a text (`em`, `code`, `p`), which lists and tables
/// may have between them and their parts.
fn shaping_role(page: &Page<'_>, id: NodeId) -> Option<Role> {
    let role = page.role(id).filter(|role| !role.is_presentational() && *role != Role::Generic)?;
    if page.explicit_role(id) == Some(role) || page.tree.node(id).kind == Kind::MathMl {
        return Some(role);
    }
    let is_text = matches!(
        role,
        Role::Blockquote
            | Role::Caption
            | Role::Code
            | Role::Deletion
            | Role::Emphasis
            | Role::GraphicsDocument
            | Role::Insertion
            | Role::Mark
            | Role::Paragraph
            | Role::Strong
            | Role::Subscript
            | Role::Superscript
            | Role::Time
    );
    let is_text = is_text || matches!(*page.tree.name(id), name!("address") | name!("hgroup"));
    (!is_text).then_some(role)
}

/// What people call the element in a message: its name and role.
fn element(page: &Page<'_>, id: NodeId) -> String {
    let name = page.tree.name(id);
    match page.tree.attribute(id, &name!("role")) {
        Some(role) if !role.trim().is_empty() => format!("`<{name} role=\"{}\">`", role.trim()),
        _ => format!("`<{name}>`"),
    }
}
