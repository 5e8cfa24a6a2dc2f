//! `role-abstract`: a role that stands in the standard only to order the others.

use super::{roles, typed};
use crate::audit::page::Page;
use crate::audit::role::{Role, Sort};
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-abstract", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 674b10"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let words = roles(page, id).filter_map(Role::of);
        for role in words.filter(|role| role.facts().sort == Sort::Abstract).take(1) {
            found
                .at(page, id, format!("the role `{}` has no meaning on a page", role.name()))
                .help("take `role` out, or write one that says what it is, such as `role=\"region\"`");
        }
    }
}
