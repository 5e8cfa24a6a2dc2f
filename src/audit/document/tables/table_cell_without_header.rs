//! `table-cell-without-header`: a table with headers, some cells of which have none.
//!
//! Asked of tables of at least three rows and columns: in smaller ones people find their way.

use super::{has_content, headers, is_data, tabular};
use crate::audit::grid::Grid;
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-cell-without-header", severity: Severity::Error, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page).filter(|grid| is_large(grid) && grid.has_headers()) {
        let is_labelled = |id| [name!("aria-label"), name!("aria-labelledby")].iter().any(|name| page.tree.has(id, name));
        let lost = |cell: &&_| {
            let cell: &crate::audit::grid::Cell = cell;
            is_data(page, cell)
                && has_content(page, cell.node)
                && !is_labelled(cell.node)
                && !headers(page, grid, cell).iter().any(|header| has_content(page, header.node))
        };
        let lost: Vec<_> = grid.cells.iter().filter(lost).collect();
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

fn is_large(grid: &Grid) -> bool {
    grid.slots.len() >= 3 && grid.slots.iter().take(3).all(|row| row.len() >= 3)
}
