//! `description-list-content`: a `dl` with other things than terms and descriptions, or with them in the wrong order.

use super::{has_role, role};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "description-list-content", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.elements(&name!("dl")).iter().copied() {
        if !page.tree.is(id, &name!("dl")) || !page.is_exposed(id) || has_role(page, id) {
            continue;
        }
        if let Some(what) = first_stranger(page, id) {
            found
                .at(page, id, format!("{what} stands in the list outside its terms and descriptions"))
                .help("keep only `<dt>` and `<dd>` in `<dl>`; pairs of them may stand in `<div>`");
        } else if is_out_of_order(page, id) {
            found
                .at(page, id, "the list has no term with its description after it")
                .help("write the term in `<dt>` first and then what it means in `<dd>`");
        }
    }
}

/// The first that may not stand in the list, groups opened.
fn first_stranger(page: &Page<'_>, id: NodeId) -> Option<String> {
    let is_group = |at: NodeId| page.tree.is(at, &name!("div")) && role(page, at).is_none();
    page.tree.children(id).find_map(|part| {
        if is_group(part) {
            page.tree.children(part).find_map(|child| stranger(page, child))
        } else {
            stranger(page, part)
        }
    })
}

fn stranger(page: &Page<'_>, id: NodeId) -> Option<String> {
    let tree = page.tree;
    match tree.node(id).kind {
        Kind::Text => Some(tree.text(id)).filter(|text| !text.trim().is_empty()).map(quote),
        Kind::Comment | Kind::Document => None,
        _ if !page.is_exposed(id) => None,
        _ => match role(page, id) {
            Some("definition" | "term" | "listitem") => None,
            Some(role) => Some(format!("an element with the role `{role}`")),
            None => {
                let is_part = tree.is(id, &name!("dt")) || tree.is(id, &name!("dd"));
                (!is_part).then(|| format!("`<{}>`", tree.name(id)))
            }
        },
    }
}

/// Whether terms and descriptions stand in it, and no description behind a term. Groups are asked of each other.
fn is_out_of_order(page: &Page<'_>, id: NodeId) -> bool {
    let (mut has_term, mut has_any) = (false, false);
    for child in page.tree.children(id) {
        has_term |= page.tree.is(child, &name!("dt"));
        let is_description = page.tree.is(child, &name!("dd"));
        if has_term && is_description {
            return false;
        }
        has_any |= has_term || is_description;
    }
    has_any
}
