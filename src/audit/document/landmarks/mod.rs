//! Rules about landmarks, the parts of a page that a screen reader jumps between, and about other ways past what
//! stands on every page.
//!
//! In: [`Page`]. Out: findings. Not here: what is repeated across pages, which the site shows.

mod bypass_missing;
mod landmark_content_outside;
mod landmark_name_repeated;
mod landmark_nested;
mod landmark_repeated;
mod main_missing;
mod skip_link_broken;
mod skip_link_late;

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &bypass_missing::RULE,
    &landmark_content_outside::RULE,
    &landmark_name_repeated::RULE,
    &landmark_nested::RULE,
    &landmark_repeated::RULE,
    &main_missing::RULE,
    &skip_link_broken::RULE,
    &skip_link_late::RULE,
];

/// The landmarks that assistive technology meets, in document order.
fn landmarks<'p>(page: &'p Page<'_>) -> &'p [(NodeId, Role)] {
    page.gathered.landmarks.get_or_init(|| gathered(page))
}

fn gathered(page: &Page<'_>) -> Vec<(NodeId, Role)> {
    let by_nature = [
        name!("main"),
        name!("nav"),
        name!("header"),
        name!("footer"),
        name!("aside"),
        name!("section"),
        name!("form"),
    ];
    let typed = by_nature.iter().flat_map(|name| page.elements(name)).copied();
    let by_role = page.with(&name!("role")).iter().copied();
    let mut nodes: Vec<NodeId> = typed.chain(by_role).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let met = nodes.into_iter().filter(|id| page.is_exposed(*id));
    met.filter_map(|id| page.role(id).filter(|role| role.is_landmark()).map(|role| (id, role))).collect()
}

/// What a landmark is called in a message.
fn called(role: Role) -> &'static str {
    match role {
        Role::Banner => "page header",
        Role::Complementary => "complementary part",
        Role::ContentInfo => "page footer",
        Role::Form => "form",
        Role::Main => "main part",
        Role::Navigation => "navigation",
        Role::Search => "search",
        _ => "region",
    }
}

/// Links that skip to a part of the page: those before every link to another page.
pub(super) fn skip_links<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (NodeId, &'p str)> {
    let links = page.elements(&name!("a")).iter().copied();
    let links = links.filter_map(|id| Some((id, page.tree.attribute(id, &name!("href"))?.trim())));
    let links = links.filter(|(_, href)| !href.starts_with("javascript:"));
    let within = links.take_while(|(_, href)| href.len() > 1 && href.starts_with('#'));
    within.filter(|(id, _)| page.is_exposed(*id))
}

/// Whether a link says that it skips something.
pub(super) fn says_skip(page: &Page<'_>, link: NodeId) -> bool {
    let name = page.name(link).to_lowercase();
    ["skip", "jump to", "main content", "go to content", "neidio", "prif gynnwys"]
        .iter()
        .any(|words| name.contains(words))
}
