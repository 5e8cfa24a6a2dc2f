//! `table-nested`: a table within a cell of a table of data.

use super::tabular;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "table-nested", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for grid in tabular(page) {
        let nested = grid.nested(page.tree).filter(|inner| {
            // A table that only places things says nothing of its own, and an inner one tells of those within itself.
            page.is_exposed(*inner) && page.role(*inner).is_some_and(|role| !role.is_presentational())
        });
        if let Some(inner) = nested {
            found
                .at(page, inner, "a table stands in a cell of another table")
                .help("make two tables one after the other, each with a caption")
                .also(page, grid.table, "the table around it");
        }
    }
}
