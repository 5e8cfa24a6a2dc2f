//! `description-item-outside`: a term or a description that stands in no `dl`.

use super::{has_role, role};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "description-item-outside", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let parts = [(name!("dt"), "the term"), (name!("dd"), "the description")];
    for (name, what) in &parts {
        for id in page.elements(name).iter().copied() {
            if page.tree.is(id, name) && page.is_exposed(id) && !has_role(page, id) && !is_in_list(page, id) {
                found
                    .at(page, id, format!("{what} stands in no description list"))
                    .help("put `<dl>` around the terms and their descriptions");
            }
        }
    }
}

fn is_in_list(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let is_plain = |at: NodeId| matches!(role(page, at), None | Some("none" | "presentation"));
    let parent = tree.parent(id);
    let list =
        parent.and_then(|at| if tree.is(at, &name!("div")) && is_plain(at) { tree.parent(at) } else { Some(at) });
    list.is_some_and(|at| tree.is(at, &name!("dl")) && (is_plain(at) || role(page, at) == Some("list")))
}
