//! Rules about the page as a whole: its title, its language, its direction.
//!
//! In: [`Page`]. Out: findings. What tells a whole page from a part of one stands here too.

mod dir_invalid;
mod dir_missing;
mod lang_invalid;
mod lang_mismatch;
mod lang_missing;
mod title_missing;
mod title_placeholder;

use std::ops::Range;

use crate::audit::page::Page;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &dir_invalid::RULE,
    &dir_missing::RULE,
    &lang_invalid::RULE,
    &lang_mismatch::RULE,
    &lang_missing::RULE,
    &title_missing::RULE,
    &title_placeholder::RULE,
];

/// The `html` element; the parser adds one where none is typed.
pub(super) fn root(page: &Page<'_>) -> Option<NodeId> {
    page.elements(&name!("html")).first().copied()
}

/// Whether the file is a page and not a part that something else puts into one: only a page types what stands here.
pub(super) fn is_whole_page(page: &Page<'_>) -> bool {
    let typed = [name!("html"), name!("head"), name!("body"), name!("title")];
    let is_typed = |id: &NodeId| !page.tree.tag(*id).is_empty();
    page.tree.is_whole() && typed.iter().any(|name| page.elements(name).iter().any(is_typed))
}

/// Whether people do not stay on the page: it sends them on at once, or a dialogue lies over it.
pub(super) fn is_passage(page: &Page<'_>) -> bool {
    let tree = page.tree;
    let sends_on = |id: &NodeId| {
        tree.attribute(*id, &name!("http-equiv")).is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
            && tree.attribute(*id, &name!("content")).is_some_and(|value| value.contains('='))
    };
    let is_over = |id: &NodeId| {
        let modal = tree.attribute(*id, &name!("aria-modal")) == Some("true");
        let role = tree.attribute(*id, &name!("role")).is_some_and(|role| role.trim() == "dialog");
        (modal || role || tree.is(*id, &name!("dialog"))) && page.is_seen(*id)
    };
    let marked = [name!("aria-modal"), name!("role")];
    let mut over = marked.iter().flat_map(|name| page.with(name)).chain(page.elements(&name!("dialog")));
    page.elements(&name!("meta")).iter().any(sends_on) || over.any(is_over)
}

/// Where a finding about the whole page stands: the first tag of it that is typed.
pub(super) fn of_page(page: &Page<'_>) -> Range<u32> {
    let typed = [name!("html"), name!("head"), name!("body")];
    let places = typed.iter().filter_map(|name| page.elements(name).first()).map(|id| page.tree.tag(*id));
    let mut typed = places.filter(|place| !place.is_empty());
    typed.next().unwrap_or(0..0)
}
