//! `table-header-unused`: a header that no cell has as its header.

use super::{headers, named_headers, tabular};
use crate::audit::grid::{Cell, Grid};
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-header-unused", severity: Severity::Warning, basis: &["WCAG 1.3.1", "ACT d0f69e"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page) {
        // Which cells are the header of another, by their position: each cell is asked once.
        let mut used = vec![false; grid.cells.len()];
        for cell in &grid.cells {
            for header in headers(page, grid, cell) {
                let serves = if header.column + header.columns > cell.column && header.row < cell.row {
                    !cell.scope.is_column()
                } else {
                    !cell.scope.is_row()
                };
                let named = named_headers(page, cell.node).next().is_some();
                if serves || named {
                    mark(grid, header, &mut used);
                }
            }
        }
        let unused = grid.cells.iter().zip(&used).filter(|(cell, used)| !**used && is_header(page, cell));
        for (cell, _) in unused.filter(|(cell, _)| !is_referred(page, grid, cell.node)) {
            found
                .at(page, cell.node, format!("no cell belongs to the header {}", quote(&text(page, cell.node))))
                .help("write it as `<td>` if it is no header, or add the cells that it heads");
        }
    }
}

fn mark(grid: &Grid, header: &Cell, used: &mut [bool]) {
    let position = grid.slots.get(header.row).and_then(|row| row.get(header.column)).copied().flatten();
    if let Some(slot) = position.and_then(|position| used.get_mut(position)) {
        *slot = true;
    }
}

fn is_header(page: &Page<'_>, cell: &Cell) -> bool {
    let typed = page.tree.is(cell.node, &name!("th")) || page.tree.has(cell.node, &name!("role"));
    typed && (cell.scope.is_column() || cell.scope.is_row()) && page.tree.has_text(cell.node)
}

/// Whether another cell is labelled by it.
fn is_referred(page: &Page<'_>, grid: &Grid, header: NodeId) -> bool {
    let Some(id) = page.tree.attribute(header, &name!("id")) else { return false };
    grid.cells.iter().any(|cell| {
        let labels = page.tree.attribute(cell.node, &name!("aria-labelledby")).unwrap_or_default();
        labels.split_ascii_whitespace().any(|label| label == id)
    })
}
