//! `list-item-outside`: an `li` that stands in no list.

use super::{has_role, role};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "list-item-outside", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    for id in page.elements(&name!("li")).iter().copied() {
        let Some(parent) = tree.parent(id) else { continue };
        if !tree.is(id, &name!("li")) || !page.is_exposed(id) || has_role(page, id) || is_list(page, parent) {
            continue;
        }
        found
            .at(page, id, "the list item stands in no list")
            .help("put `<ul>` or `<ol>` around the items, with nothing between it and them")
            .also(page, parent, "it stands in this element");
    }
}

/// Whether items may stand in it: in a list, or in one that was made plain on purpose.
fn is_list(page: &Page<'_>, id: NodeId) -> bool {
    match role(page, id) {
        Some("list" | "none" | "presentation") => true,
        Some(_) => false,
        None => [name!("ul"), name!("ol"), name!("menu")].iter().any(|list| page.tree.is(id, list)),
    }
}
