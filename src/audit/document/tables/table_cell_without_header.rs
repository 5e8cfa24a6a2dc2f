//! `table-cell-without-header`: a table with headers, some cells of which have none.
//!
//! Asked of tables of at least three rows and columns: in smaller ones people find their way.

use super::{has_content, is_data, named_headers, tabular};
use crate::audit::grid::{Cell, Grid, Scope};
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-cell-without-header", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page).filter(|grid| is_large(grid) && grid.has_headers()) {
        let headed = Headed::of(page, grid);
        let lost: Vec<_> = grid.cells.iter().filter(|cell| is_lost(page, &headed, cell)).collect();
        let Some(first) = lost.first() else { continue };
        let words = quote(&text(page, first.node));
        let message = match lost.len() {
            1 => format!("the cell {words} has no header"),
            more => format!("{more} cells of the table have no header, {words} the first of them"),
        };
        found
            .at(page, first.node, message)
            .help("write the cell above it as `<th scope=\"col\">` or the cell beside it as `<th scope=\"row\">`");
    }
}

/// From where on columns and rows have a header that says something.
struct Headed {
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Headed {
    fn of(page: &Page<'_>, grid: &Grid) -> Self {
        let mut headed = Self { columns: vec![usize::MAX; grid.width()], rows: vec![usize::MAX; grid.slots.len()] };
        let headers = grid.cells.iter().filter(|cell| cell.scope != Scope::Data);
        for cell in headers.filter(|cell| has_content(page, cell.node)) {
            if cell.scope.is_column() {
                let columns = headed.columns.iter_mut().skip(cell.column).take(cell.columns);
                columns.for_each(|from| *from = cell.row.min(*from));
            }
            if cell.scope.is_row() {
                let rows = headed.rows.iter_mut().skip(cell.row).take(cell.rows);
                rows.for_each(|from| *from = cell.column.min(*from));
            }
        }
        headed
    }

    fn has(&self, cell: &Cell) -> bool {
        let mut columns = self.columns.iter().skip(cell.column).take(cell.columns);
        let mut rows = self.rows.iter().skip(cell.row).take(cell.rows);
        columns.any(|from| *from < cell.row) || rows.any(|from| *from < cell.column)
    }
}

/// Whether a cell holds data and has no header.
fn is_lost(page: &Page<'_>, headed: &Headed, cell: &Cell) -> bool {
    if headed.has(cell) {
        return false;
    }
    let is_labelled = [name!("aria-label"), name!("aria-labelledby")].iter().any(|name| page.tree.has(cell.node, name));
    let is_named = || named_headers(page, cell.node).any(|id| page.by_id(id).is_some_and(|at| has_content(page, at)));
    is_data(page, cell) && has_content(page, cell.node) && !is_labelled && !is_named()
}

fn is_large(grid: &Grid) -> bool {
    grid.slots.len() >= 3 && grid.slots.iter().take(3).all(|row| row.len() >= 3)
}
