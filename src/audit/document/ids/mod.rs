//! Rules about ids: what links, labels and ARIA find elements by.
//!
//! In: [`Page`]. Out: findings. An id that several elements have is told once, by the rule for its most serious use.

mod id_repeated;
mod id_repeated_focusable;
mod id_repeated_referred;

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[&id_repeated::RULE, &id_repeated_focusable::RULE, &id_repeated_referred::RULE];

/// What an id that several elements have is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// A label or an ARIA attribute names it.
    Referred,
    /// One of the elements can be reached by keyboard.
    Focusable,
    /// Neither.
    Other,
}

/// Tells of each id of that use that several elements have, at the second of them.
fn tell(page: &Page<'_>, used: Use, help: &str, found: &mut Found) {
    let ids = page.ids();
    for group in ids.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        let [(id, first), (_, second), ..] = group else { continue };
        if id.trim().is_empty() || use_of(page, id, group) != used {
            continue;
        }
        let times = match group.len() {
            2 => "two".to_owned(),
            more => more.to_string(),
        };
        found
            .at(page, *second, format!("{times} elements have the id {}", quote(id)))
            .help(help)
            .also(page, *first, "the first of them");
    }
}

fn use_of(page: &Page<'_>, id: &str, group: &[(&str, NodeId)]) -> Use {
    if is_referred(page, id) {
        Use::Referred
    } else if group.iter().any(|(_, node)| page.is_focusable(*node)) {
        Use::Focusable
    } else {
        Use::Other
    }
}

/// Whether a label or an ARIA attribute names the id.
fn is_referred(page: &Page<'_>, id: &str) -> bool {
    let references = [
        name!("aria-activedescendant"),
        name!("aria-controls"),
        name!("aria-describedby"),
        name!("aria-details"),
        name!("aria-errormessage"),
        name!("aria-flowto"),
        name!("aria-labelledby"),
        name!("aria-owns"),
    ];
    let names = |value: &str| value.split_ascii_whitespace().any(|named| named == id);
    let tree = page.tree;
    tree.all().any(|at| tree.attributes(at).any(|(name, value)| references.contains(name) && names(value)))
        || page.elements(&name!("label")).iter().any(|at| tree.attribute(*at, &name!("for")) == Some(id))
}
