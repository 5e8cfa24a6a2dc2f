//! Rules about tables: a screen reader reads each cell with its headers, if the markup says what they are.
//!
//! In: [`Page`] with its grids. Out: findings. Not here: what figures in a table say.

mod table_caption_faked;
mod table_caption_missing;
mod table_caption_repeated;
mod table_cell_without_header;
mod table_for_layout;
mod table_header_empty;
mod table_header_missing;
mod table_header_unused;
mod table_headers_broken;
mod table_layout_headed;
mod table_nested;
mod table_rows_uneven;
mod table_scope_invalid;

use crate::audit::grid::{Cell, Grid, Purpose};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &table_caption_faked::RULE,
    &table_caption_missing::RULE,
    &table_caption_repeated::RULE,
    &table_cell_without_header::RULE,
    &table_for_layout::RULE,
    &table_header_empty::RULE,
    &table_header_missing::RULE,
    &table_header_unused::RULE,
    &table_headers_broken::RULE,
    &table_layout_headed::RULE,
    &table_nested::RULE,
    &table_rows_uneven::RULE,
    &table_scope_invalid::RULE,
];

/// Tables whose rows and columns mean something.
fn tabular<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Grid> {
    page.grids().iter().filter(|grid| grid.purpose == Purpose::Tabular)
}

/// The caption of a table.
fn caption(page: &Page<'_>, table: NodeId) -> Option<NodeId> {
    page.tree.children(table).find(|at| page.tree.is(*at, &name!("caption")))
}

/// Whether a cell holds anything: words, or what is seen without words.
fn has_content(page: &Page<'_>, id: NodeId) -> bool {
    let shows = |at: NodeId| {
        let tree = page.tree;
        [name!("img"), name!("svg"), name!("input"), name!("iframe"), name!("video"), name!("object"), name!("canvas")]
            .iter()
            .any(|name| tree.name(at) == name)
    };
    page.tree.has_text(id) || page.tree.descendants(id).any(shows)
}

/// Whether a cell holds data.
fn is_data(page: &Page<'_>, cell: &Cell) -> bool {
    match page.explicit_role(cell.node) {
        Some(role) => matches!(role, Role::Cell | Role::GridCell),
        None => page.tree.is(cell.node, &name!("td")),
    }
}

/// The headers that a cell names by their ids.
fn named_headers<'p>(page: &'p Page<'_>, cell: NodeId) -> impl Iterator<Item = &'p str> {
    page.tree.attribute(cell, &name!("headers")).unwrap_or_default().split_ascii_whitespace()
}
