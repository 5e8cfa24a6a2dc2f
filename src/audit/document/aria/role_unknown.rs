//! `role-unknown`: a `role` of which no word is a role.

use super::{roles, typed};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;
use crate::model::slug::nearest;

pub(super) const RULE: Rule =
    Rule { code: "role-unknown", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 674b10"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let mut words = roles(page, id).peekable();
        if words.peek().is_none() || words.any(|word| Role::of(word).is_some()) {
            continue;
        }
        let typed = page.tree.attribute(id, &name!("role")).unwrap_or_default();
        let finding = found.at(page, id, format!("there is no role {}", quote(typed)));
        let nearest = nearest(typed.trim(), Role::ALL.iter().map(|role| role.name()));
        match nearest {
            Some(role) => finding.help(format!("write `role=\"{role}\"`, or take `role` out")),
            None => finding.help("take `role` out, or write one that WAI-ARIA has, such as `role=\"region\"`"),
        };
    }
}
