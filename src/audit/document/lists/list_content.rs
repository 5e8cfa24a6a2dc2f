//! `list-content`: something other than an item directly in a list.

use super::{has_role, role};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "list-content", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let lists = [name!("ul"), name!("ol")];
    for name in &lists {
        for id in page.elements(name).iter().copied() {
            if !page.tree.is(id, name) || !page.is_exposed(id) || has_role(page, id) {
                continue;
            }
            if let Some(what) = page.tree.children(id).find_map(|child| stranger(page, child)) {
                found
                    .at(page, id, format!("{what} stands in the list outside its items"))
                    .help("put everything of the list inside `<li>`, also a list within the list");
            }
        }
    }
}

/// What a child of a list is, when it is no item.
fn stranger(page: &Page<'_>, id: NodeId) -> Option<String> {
    let tree = page.tree;
    match tree.node(id).kind {
        Kind::Text => Some(tree.text(id)).filter(|text| !text.trim().is_empty()).map(quote),
        Kind::Comment | Kind::Document => None,
        _ if !page.is_exposed(id) => None,
        _ => match role(page, id) {
            Some("listitem") => None,
            Some(role) => Some(format!("an element with the role `{role}`")),
            None => (!tree.is(id, &name!("li"))).then(|| format!("`<{}>`", tree.name(id))),
        },
    }
}
