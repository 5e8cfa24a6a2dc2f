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
    let groups = page.ids().chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    let mut groups = groups.filter(|group| group.iter().any(|(id, _)| !id.trim().is_empty())).peekable();
    let referred = if groups.peek().is_some() { referred(page) } else { Vec::new() };
    for group in groups {
        // What stands in a `template` is no part of the page yet.
        let in_page = |at: &NodeId| !page.tree.ancestors(*at).any(|around| page.tree.is(around, &name!("template")));
        let group: Vec<_> = group.iter().copied().filter(|(_, at)| in_page(at)).collect();
        let [(id, first), (_, second), ..] = group.as_slice() else { continue };
        if use_of(page, &referred, &group) != used {
            continue;
        }
        let times = match group.len() {
            2 => "two".to_owned(),
            more => more.to_string(),
        };
        found.at(page, *second, format!("{times} elements have the id {}", quote(id))).help(help).also(
            page,
            *first,
            "the first of them",
        );
    }
}

fn use_of(page: &Page<'_>, referred: &[&str], group: &[(&str, NodeId)]) -> Use {
    if group.iter().any(|(id, _)| referred.binary_search(id).is_ok()) {
        Use::Referred
    } else if group.iter().any(|(_, node)| page.is_focusable(*node)) {
        Use::Focusable
    } else {
        Use::Other
    }
}

/// The ids that labels and ARIA attributes name, in order.
fn referred<'p>(page: &'p Page<'_>) -> Vec<&'p str> {
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
    let tree = page.tree;
    let values = |name| page.with(name).iter().filter_map(move |at| tree.attribute(*at, name));
    let by_aria = references.iter().flat_map(values).flat_map(str::split_ascii_whitespace);
    let by_label = page.elements(&name!("label")).iter().filter_map(|at| tree.attribute(*at, &name!("for")));
    let mut ids: Vec<&str> = by_aria.chain(by_label).collect();
    ids.sort_unstable();
    ids
}
