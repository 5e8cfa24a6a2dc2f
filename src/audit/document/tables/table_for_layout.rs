//! `table-for-layout`: a table of one cell, which is a box and no table.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-for-layout", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in page.grids() {
        let is_box = grid.cells.len() == 1 && page.role(grid.table) == Some(Role::Table);
        if is_box && grid.cells.iter().all(|cell| page.tree.has_text(cell.node)) {
            found
                .at(page, grid.table, "the table has a single cell")
                .help("write the words as a paragraph or a callout: a screen reader announces a table");
        }
    }
}
