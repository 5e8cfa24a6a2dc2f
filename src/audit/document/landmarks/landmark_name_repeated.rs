//! `landmark-name-repeated`: landmarks of one kind that nothing tells apart.
//!
//! Of several main parts, page headers and page footers, `landmark-repeated` tells: they are not to be named but to go.

use super::{called, landmarks};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "landmark-name-repeated",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WCAG technique ARIA13"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let one_of_each = |role: Role| matches!(role, Role::Main | Role::Banner | Role::ContentInfo);
    let landmarks = landmarks(page).iter().copied().filter(|(_, role)| !one_of_each(*role));
    let mut named: Vec<_> =
        landmarks.map(|(node, role)| (role.name(), page.name(node).to_lowercase(), node, role)).collect();
    named.sort_by(|one, other| (one.0, &one.1, one.2).cmp(&(other.0, &other.1, other.2)));
    for group in named.chunk_by(|one, other| one.0 == other.0 && one.1 == other.1) {
        let [(_, name, first, role), (_, _, second, _), ..] = group else { continue };
        let (what, count) = (called(*role), group.len());
        let message = if name.is_empty() {
            format!("the page has {count} parts of the kind {what} without a name")
        } else {
            format!("the page has {count} parts of the kind {what} with the name {}", quote(page.name(*first)))
        };
        found
            .at(page, *second, message)
            .help("give each a name of its own, for example `aria-label=\"On this page\"`")
            .also(page, *first, "the first of them");
    }
}
