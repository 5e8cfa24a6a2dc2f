//! `table-header-unused`: a header that no cell has as its header.

use std::cell::OnceCell;

use super::{named_headers, tabular};
use crate::audit::grid::{Cell, Grid};
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-header-unused", severity: Severity::Warning, basis: &["WCAG 1.3.1", "ACT d0f69e"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page) {
        let (ends, named_ids) = (Ends::of(page, grid), OnceCell::new());
        let named = || named_ids.get_or_init(|| named(page, grid));
        for cell in grid.cells.iter().filter(|cell| is_header(page, cell) && !ends.serves(cell)) {
            let id = page.tree.attribute(cell.node, &name!("id"));
            if id.is_none_or(|id| named().binary_search(&id).is_err()) {
                found
                    .at(page, cell.node, format!("no cell belongs to the header {}", quote(&text(page, cell.node))))
                    .help("write it as `<td>` if it is no header, or add the cells that it heads");
            }
        }
    }
}

/// How far down each column and along each row cells stand that take their headers from there.
struct Ends {
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Ends {
    fn of(page: &Page<'_>, grid: &Grid) -> Self {
        let mut ends = Self { columns: vec![0; grid.width()], rows: vec![0; grid.slots.len()] };
        let is_free = |cell: &&Cell| !named_headers(page, cell.node).any(|id| page.by_id(id).is_some());
        for cell in grid.cells.iter().filter(is_free) {
            if !cell.scope.is_column() {
                let columns = ends.columns.iter_mut().skip(cell.column).take(cell.columns);
                columns.for_each(|end| *end = (*end).max(cell.row));
            }
            if !cell.scope.is_row() {
                let rows = ends.rows.iter_mut().skip(cell.row).take(cell.rows);
                rows.for_each(|end| *end = (*end).max(cell.column));
            }
        }
        ends
    }

    fn serves(&self, header: &Cell) -> bool {
        let mut columns = self.columns.iter().skip(header.column).take(header.columns);
        let mut rows = self.rows.iter().skip(header.row).take(header.rows);
        header.scope.is_column() && columns.any(|end| *end > header.row)
            || header.scope.is_row() && rows.any(|end| *end > header.column)
    }
}

fn is_header(page: &Page<'_>, cell: &Cell) -> bool {
    let typed = page.tree.is(cell.node, &name!("th")) || page.tree.has(cell.node, &name!("role"));
    typed && (cell.scope.is_column() || cell.scope.is_row()) && page.tree.has_text(cell.node)
}

/// The ids that cells of the table name as headers or labels, in order.
fn named<'p>(page: &'p Page<'_>, grid: &Grid) -> Vec<&'p str> {
    let labels = |cell: &Cell| page.tree.attribute(cell.node, &name!("aria-labelledby")).unwrap_or_default();
    let of_cell = |cell| named_headers(page, cell).collect::<Vec<_>>();
    let headers = grid.cells.iter().flat_map(|cell| of_cell(cell.node));
    let mut ids: Vec<&str> =
        headers.chain(grid.cells.iter().flat_map(|cell| labels(cell).split_ascii_whitespace())).collect();
    ids.sort_unstable();
    ids
}
