//! `aria-role-description-lost`: a description of a role on an element that has none.

use super::exposed;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "aria-role-description-lost",
    severity: Severity::Warning,
    basis: &["WCAG 4.1.2", "WAI-ARIA 1.2"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    if page.with(&name!("aria-roledescription")).is_empty() {
        return;
    }
    for id in exposed(page) {
        let has = page.tree.attribute(id, &name!("aria-roledescription")).is_some_and(|value| !value.trim().is_empty());
        let has_role = page.role(id).is_some_and(|role| role != Role::Generic && !role.is_presentational());
        if has && !has_role && page.tree.node(id).kind == Kind::Html {
            found
                .at(page, id, "`aria-roledescription` describes a role, and the element has none")
                .help("take it out, or give the element a role, such as `role=\"group\"`");
        }
    }
}
