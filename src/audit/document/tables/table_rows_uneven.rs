//! `table-rows-uneven`: rows of a table that do not have the same number of cells.
//!
//! Only tables with headers are asked, and only rows that hold something: a row that is too short shifts every value
//! behind the gap under a wrong header.

use super::{has_content, tabular};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-rows-uneven", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page).filter(|grid| grid.has_headers()) {
        let width = grid.width();
        let is_whole = |row: &Vec<Option<usize>>| row.len() == width && row.iter().all(Option::is_some);
        let is_full = |row: &usize| grid.cells.iter().any(|cell| cell.row == *row && has_content(page, cell.node));
        let short = grid.slots.iter().enumerate().filter(|(_, row)| !is_whole(row)).map(|(at, _)| at);
        let short: Vec<usize> = short.filter(is_full).collect();
        let Some(row) = short.first().and_then(|at| Some((grid.rows.get(*at)?, grid.slots.get(*at)?))) else {
            continue;
        };
        let (node, slots) = row;
        let cells = slots.iter().filter(|slot| slot.is_some()).count();
        let others =
            if short.len() > 1 { format!(", and {} more rows are short too", short.len() - 1) } else { String::new() };
        found
            .at(page, *node, format!("the row has {cells} of the {width} cells of the table{others}"))
            .help("add the missing cells, with words such as `not known` in them, or let a cell span with `colspan`");
    }
}
