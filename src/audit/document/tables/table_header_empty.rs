//! `table-header-empty`: a header cell that says nothing.
//!
//! An empty corner belongs in a `td`: a screen reader announces it as a header of its row and its column. A label that
//! is only heard counts here, as people who see the table know the column by what stands in it; axe-core wants text.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "table-header-empty",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WCAG technique H51"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    let typed = page.elements(&name!("th")).iter().copied().filter(|id| !tree.has(*id, &name!("role")));
    let is_header = |id: &NodeId| matches!(page.explicit_role(*id), Some(Role::RowHeader | Role::ColumnHeader));
    for id in typed.chain(page.with(&name!("role")).iter().copied().filter(is_header)) {
        if page.is_exposed(id) && !is_plain(page, id) && !says_something(page, id) {
            found
                .at(page, id, "the header of the table is empty")
                .help("write what the column or row holds, for example `Cost a week`");
        }
    }
}

/// Whether the table only places things, so that its headers are none.
fn is_plain(page: &Page<'_>, id: NodeId) -> bool {
    let table = page.tree.closest(id, &name!("table"));
    if page.role(id).is_some_and(Role::is_presentational) {
        return true;
    }
    table
        .is_some_and(|table| page.role(table).is_none_or(Role::is_presentational) && !page.tree.has(id, &name!("role")))
}

fn says_something(page: &Page<'_>, id: NodeId) -> bool {
    let mut below = page.tree.descendants(id);
    below.any(|at| page.is_exposed(at) && !page.tree.text(at).trim().is_empty()) || !page.name(id).is_empty()
}
