//! `role-redundant`: a role that the element has by itself.
//!
//! Lists are left out: without bullets, one browser takes their meaning away, and `role="list"` brings it back.

use super::typed;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-redundant", severity: Severity::Notice, basis: &["ARIA in HTML"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id) else { continue };
        if page.implicit_role(id) != Some(role)
            || matches!(role, Role::List | Role::ListItem)
            || role.is_presentational()
        {
            continue;
        }
        let name = page.tree.name(id);
        found
            .at(page, id, format!("`<{name}>` is a `{}` without `role`", role.name()))
            .help(format!("take `role` out: write `<{name}>`"));
    }
}
