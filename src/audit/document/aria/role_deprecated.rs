//! `role-deprecated`: a role that the standard has given up.

use super::typed;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-deprecated", severity: Severity::Warning, basis: &["WAI-ARIA 1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id).filter(|role| role.facts().deprecated) else { continue };
        let instead =
            if role == Role::Directory { "`<ul>` or `role=\"list\"`" } else { "`<li>` or `role=\"listitem\"`" };
        found.at(page, id, format!("the role `{}` is given up", role.name())).help(format!("use {instead} instead"));
    }
}
