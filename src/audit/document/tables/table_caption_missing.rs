//! `table-caption-missing`: a table of data that nothing names.
//!
//! A caption is one way: a label, the caption of a figure around it or a heading right before it name it too. A table
//! that is the only one of its page needs no name.

use super::{caption, tabular};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-caption-missing", severity: Severity::Warning, basis: &["WCAG technique H39"], check };

/// How many nodes before a table are read for its heading.
const NEAR: usize = 60;

fn check(page: &Page<'_>, found: &mut Found) {
    if tabular(page).nth(1).is_none() {
        return;
    }
    for grid in tabular(page).filter(|grid| grid.has_headers() && grid.rows.len() > 1 && grid.width() > 1) {
        let table = grid.table;
        let is_named = caption(page, table).is_some() || !page.name(table).is_empty() || has_figcaption(page, table);
        if !is_named && !follows_heading(page, table) && page.tree.closest(table, &name!("table")).is_none() {
            found.at(page, table, "the table has no caption").help(
                "write a line above it, for example `Table: What care costs each week`, or in HTML a `<caption>` right after `<table>`",
            );
        }
    }
}

fn has_figcaption(page: &Page<'_>, table: NodeId) -> bool {
    let figure = page.tree.closest(table, &name!("figure"));
    figure.is_some_and(|figure| page.tree.descendants(figure).any(|at| page.tree.is(at, &name!("figcaption"))))
}

/// Whether the words before it are those of a heading or of a summary.
fn follows_heading(page: &Page<'_>, table: NodeId) -> bool {
    let tree = page.tree;
    let before = (1..table.0).rev().take(NEAR).map(NodeId);
    let mut texts = before.filter(|at| tree.node(*at).kind == Kind::Text && !tree.text(*at).trim().is_empty());
    let Some(text) = texts.next() else { return false };
    let is_heading = |at: NodeId| {
        let name = tree.name(at);
        [
            name!("h1"),
            name!("h2"),
            name!("h3"),
            name!("h4"),
            name!("h5"),
            name!("h6"),
            name!("summary"),
            name!("legend"),
        ]
        .contains(name)
    };
    tree.ancestors(text).any(is_heading)
}
