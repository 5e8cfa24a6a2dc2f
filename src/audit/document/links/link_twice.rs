//! `link-twice`: two links in words, one right after the other, that lead to the same place.

use super::links;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "link-twice", severity: Severity::Warning, basis: &["WCAG technique H2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (first, second) in
        neighbours(page).filter(|(first, second)| has_words(page, *first) && has_words(page, *second))
    {
        // "Previous" and the number of that page, or an entry of a menu and one below it, are two things.
        let list = [name!("li"), name!("ul"), name!("ol"), name!("nav")];
        if list.iter().any(|part| page.tree.closest(first, part) != page.tree.closest(second, part)) {
            continue;
        }
        found
            .at(page, second, format!("the link {} leads where the link before it leads", quote(page.name(second))))
            .help("make one link of the two: people with a keyboard or a screen reader meet both")
            .also(page, first, "the link before it");
    }
}

/// Pairs of links with nothing between them, not even a word, that lead to the same place and are both met by keyboard.
pub(super) fn neighbours<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (NodeId, NodeId)> + 'p {
    let is_reached =
        |id: NodeId| page.tree.attribute(id, &name!("tabindex")).is_none_or(|at| !at.trim().starts_with('-'));
    let mut before = None;
    links(page).filter_map(move |link| {
        let last = before.replace(link).filter(|last| last.href == link.href && link.href.len() > 1)?;
        let between = (page.tree.node(last.node).end..link.node.0).map(NodeId);
        let is_pair =
            is_reached(last.node) && is_reached(link.node) && between.into_iter().all(|at| is_nothing(page, at));
        is_pair.then_some((last.node, link.node))
    })
}

/// Whether a node between two links is neither read nor seen.
fn is_nothing(page: &Page<'_>, id: NodeId) -> bool {
    match page.tree.node(id).kind {
        Kind::Text => page.tree.text(id).trim().is_empty(),
        Kind::Comment => true,
        _ => {
            !matches!(*page.tree.name(id), name!("img") | name!("input") | name!("button") | name!("svg") | name!("hr"))
        }
    }
}

pub(super) fn has_words(page: &Page<'_>, id: NodeId) -> bool {
    page.tree.descendants(id).any(|at| page.is_seen(at) && !page.tree.text(at).trim().is_empty())
}
