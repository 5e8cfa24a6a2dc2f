//! `table-headers-broken`: a cell that names as its headers what is no header of its table.

use super::named_headers;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-headers-broken", severity: Severity::Error, basis: &["WCAG 1.3.1", "ACT a25f45"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in page.grids() {
        if !matches!(page.role(grid.table), Some(Role::Table | Role::Grid | Role::Treegrid)) {
            continue;
        }
        for cell in grid.cells.iter().filter(|cell| page.is_exposed(cell.node)) {
            let fault = named_headers(page, cell.node).find_map(|id| fault(page, grid.table, cell.node, id));
            if let Some(fault) = fault {
                found
                    .at(page, cell.node, fault)
                    .help("name the ids of `<th>` cells of the same table, or leave `headers` out and give the `<th>` a `scope`");
            }
        }
    }
}

/// What is wrong with an id that a cell names.
fn fault(page: &Page<'_>, table: NodeId, cell: NodeId, id: &str) -> Option<String> {
    let words = quote(id);
    if page.tree.attribute(cell, &name!("id")) == Some(id) {
        return Some(format!("the cell names itself, {words}, as its header"));
    }
    let is_cell = |at: NodeId| page.tree.is(at, &name!("td")) || page.tree.is(at, &name!("th"));
    let Some(header) =
        page.by_id(id).filter(|at| is_cell(*at) && page.tree.closest(*at, &name!("table")) == Some(table))
    else {
        return Some(format!("the cell names the header {words}, which the table does not have"));
    };
    let is_header = matches!(page.role(header), Some(Role::ColumnHeader | Role::RowHeader));
    (!is_header).then(|| format!("the cell names {words} as its header, which is no header cell"))
}
