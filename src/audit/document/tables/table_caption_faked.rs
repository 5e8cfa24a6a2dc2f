//! `table-caption-faked`: a first row of one wide cell that is the caption of the table.

use super::{caption, has_content, tabular};
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "table-caption-faked",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WCAG technique H39"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page) {
        let width = grid.slots.first().map_or(0, Vec::len);
        if grid.rows.len() < 2 || width < 2 || grid.cells.get(1).is_some_and(|second| second.row == 0) {
            continue;
        }
        let Some(cell) = grid.cells.first().filter(|cell| cell.row == 0 && has_content(page, cell.node)) else {
            continue;
        };
        let words = text(page, cell.node);
        let help = match caption(page, grid.table) {
            Some(_) => "put these words into the caption of the table and take the row out",
            None => "put these words into a `<caption>` right after `<table>` and take the row out",
        };
        found
            .at(page, cell.node, format!("the first row, {}, spans the table like a caption", quote(&words)))
            .help(help);
    }
}
