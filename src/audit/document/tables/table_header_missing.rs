//! `table-header-missing`: a table of data in which no cell is a header.
//!
//! Tables that are no data for certain are left alone. Where the file alone does not decide it, only a table whose
//! first row or column is in bold, or that has a border, is told.

use super::has_content;
use crate::audit::grid::{Grid, Purpose};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, Tree, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "table-header-missing",
    severity: Severity::Error,
    basis: &["WCAG 1.3.1", "WCAG technique H51"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in page.grids() {
        let is_grid = grid.rows.len() > 1 && grid.width() > 1;
        let is_filled = || grid.cells.iter().filter(|cell| has_content(page, cell.node)).count() > 2;
        if grid.has_headers() || !is_grid || !is_filled() || names_headers(page, grid) {
            continue;
        }
        let certain = grid.purpose == Purpose::Tabular;
        if certain || grid.purpose == Purpose::Unclear && (has_border(page.tree, grid) || has_bold_row(page.tree, grid))
        {
            found
                .at(page, grid.table, "no cell of the table is a header")
                .help("write the cells that name the columns as `<th scope=\"col\">` and those that name the rows as `<th scope=\"row\">`");
        }
    }
}

/// Whether cells name others as their headers: `table-headers-broken` looks at these.
fn names_headers(page: &Page<'_>, grid: &Grid) -> bool {
    grid.cells.iter().any(|cell| page.tree.has(cell.node, &name!("headers")))
}

fn has_border(tree: &Tree, grid: &Grid) -> bool {
    tree.attribute(grid.table, &name!("border")).is_some_and(|border| border.trim() != "0")
}

/// Whether all words of the first row are in bold, and not those of the second.
fn has_bold_row(tree: &Tree, grid: &Grid) -> bool {
    let mut rows = [0, 1].into_iter().map(|row| {
        let cells = grid.cells.iter().filter(move |cell| cell.row == row && tree.has_text(cell.node));
        cells.map(|cell| is_bold(tree, cell.node)).fold((true, false), |(all, any), bold| (all && bold, any || bold))
    });
    matches!((rows.next(), rows.next()), (Some((true, true)), Some((false, _))))
}

fn is_bold(tree: &Tree, cell: NodeId) -> bool {
    let texts = tree.descendants(cell).filter(|at| tree.node(*at).kind == Kind::Text);
    let mut texts = texts.filter(|at| !tree.text(*at).trim().is_empty());
    let is_in_bold = |at: NodeId| {
        let around = tree.ancestors(at).take_while(|around| *around > cell);
        around.into_iter().any(|around| tree.is(around, &name!("b")) || tree.is(around, &name!("strong")))
    };
    texts.all(is_in_bold)
}
