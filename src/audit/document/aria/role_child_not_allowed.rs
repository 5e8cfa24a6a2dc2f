//! `role-child-not-allowed`: something in a whole that is none of its parts, such as a heading in a list of tabs.

use super::owned::{not_allowed, owned};
use super::{element, typed};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-child-not-allowed", severity: Severity::Error, basis: &["WCAG 1.3.1", "ACT bc4a75"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id).filter(|role| !role.facts().owned.is_empty()) else { continue };
        let parts = owned(page, id, role.facts().owned);
        let Some(first) = not_allowed(&parts, role).next() else { continue };
        let wanted = role.facts().owned.replace(' ', "`, `");
        found
            .at(page, id, format!("{} stands in a `{}`, where it may not", element(page, first.id), role.name()))
            .help(format!("move it out, or give it one of the roles `{wanted}`"))
            .also(page, first.id, "this one");
    }
}
