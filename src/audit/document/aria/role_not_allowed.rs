//! `role-not-allowed`: a role on an element that may not have it (ARIA in HTML).

use super::{roles, typed};
use crate::audit::page::Page;
use crate::audit::role::{Role, Sort, permitted};
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-not-allowed", severity: Severity::Warning, basis: &["ARIA in HTML"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let given = roles(page, id).filter_map(Role::of).filter(|role| role.facts().sort != Sort::Abstract);
        for role in given.filter(|role| !permitted(page, id, *role)).take(1) {
            let name = page.tree.name(id);
            found
                .at(page, id, format!("`<{name}>` may not have the role `{}`", role.name()))
                .help(format!("take `role` out, or write `<div role=\"{}\">` in place of `<{name}>`", role.name()));
        }
    }
}
