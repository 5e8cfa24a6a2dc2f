//! `table-layout-headed`: a table that says it only places things, and yet has headers or a caption.

use super::caption;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-layout-headed", severity: Severity::Error, basis: &["WCAG 1.3.1", "WCAG failure F46"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    for grid in page.grids() {
        if !page.explicit_role(grid.table).is_some_and(Role::is_presentational) {
            continue;
        }
        let is_header =
            |node| tree.is(node, &name!("th")) || tree.has(node, &name!("scope")) || tree.has(node, &name!("headers"));
        let what = if grid.cells.iter().any(|cell| is_header(cell.node)) {
            "headers"
        } else if caption(page, grid.table).is_some() {
            "a caption"
        } else if tree.attribute(grid.table, &name!("summary")).is_some_and(|summary| !summary.trim().is_empty()) {
            "a summary"
        } else {
            continue;
        };
        found
            .at(page, grid.table, format!("the table says it is only for layout, and has {what}"))
            .help("take `role` out if it is a table of data; else use `<td>` alone, or better no table at all");
    }
}
