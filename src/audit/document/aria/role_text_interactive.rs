//! `role-text-interactive`: `role="text"` around something that people act on.

use super::interactive_nested::inner;
use super::typed;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-text-interactive", severity: Severity::Warning, basis: &["WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page).filter(|id| page.explicit_role(*id) == Some(Role::Text)) {
        let Some(inner) = inner(page, id) else { continue };
        found
            .at(page, id, "a link or field inside `role=\"text\"` is not announced")
            .help("take `role=\"text\"` out, or put it around words alone")
            .also(page, inner, "this one");
    }
}
