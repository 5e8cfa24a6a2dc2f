//! Rules about headings: what people who cannot see a page move by.
//!
//! In: [`Page`]. Out: findings. The headings of a page are gathered here, in their order.

mod heading_empty;
mod heading_faked;
mod heading_level_skipped;
mod heading_one_missing;
mod heading_one_repeated;

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &heading_empty::RULE,
    &heading_faked::RULE,
    &heading_level_skipped::RULE,
    &heading_one_missing::RULE,
    &heading_one_repeated::RULE,
];

/// A heading with its level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    node: NodeId,
    level: u32,
}

/// The headings that assistive technology meets, in the order of the page.
pub(super) fn headings<'p>(page: &'p Page<'_>) -> &'p [Heading] {
    page.gathered.headings.get_or_init(|| gathered(page))
}

fn gathered(page: &Page<'_>) -> Vec<Heading> {
    let tree = page.tree;
    let by_nature = [name!("h1"), name!("h2"), name!("h3"), name!("h4"), name!("h5"), name!("h6")];
    let mut found = Vec::new();
    for (name, level) in by_nature.iter().zip(1..) {
        let nodes = page.elements(name).iter().copied();
        found.extend(nodes.filter(|id| page.role(*id) == Some(Role::Heading)).map(|node| Heading { node, level }));
    }
    let by_role = page.with(&name!("role")).iter().copied().filter(|id| page.role(*id) == Some(Role::Heading));
    found.extend(by_role.map(|node| Heading { node, level: 2 }));
    found.retain(|heading| page.is_exposed(heading.node));
    found.sort_by_key(|heading| heading.node);
    found.dedup_by_key(|heading| heading.node);
    for heading in &mut found {
        let level = tree.attribute(heading.node, &name!("aria-level")).and_then(whole_number);
        heading.level = level.unwrap_or(heading.level);
    }
    found
}

/// A level as browsers read it.
fn whole_number(value: &str) -> Option<u32> {
    let digits = value.trim_start().split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|level| *level > 0)
}
