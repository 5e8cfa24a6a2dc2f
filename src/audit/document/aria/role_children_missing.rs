//! `role-children-missing`: a whole without its parts, such as a list of tabs without a tab.
//!
//! A whole with nothing in it is left out: a script may fill it.

use super::owned::{Owned, not_allowed, owned};
use super::typed;
use crate::audit::page::Page;
use crate::audit::role::{Facts, Role};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-children-missing", severity: Severity::Error, basis: &["WCAG 1.3.1", "ACT bc4a75"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id).filter(|role| !role.facts().owned.is_empty()) else { continue };
        let parts = owned(page, id, role.facts().owned);
        let fits = |part: Role| Facts::lists(role.facts().owned, part.name());
        let is_busy = page.tree.attribute(id, &name!("aria-busy")).is_some_and(|busy| busy.trim() == "true");
        let must_have_some = matches!(role, Role::Feed | Role::Row | Role::Suggestion);
        if is_busy
            || not_allowed(&parts, role).next().is_some()
            || parts.iter().any(|part| part.role.is_some_and(fits))
            || !must_have_some && !parts.iter().any(|part| has_content(page, part))
        {
            continue;
        }
        let wanted = role.facts().owned.replace(' ', "`, `");
        found
            .at(page, id, format!("nothing in the `{}` has a role that belongs there", role.name()))
            .help(format!("give its parts the role `{wanted}`, or take `role` out"));
    }
}

fn has_content(page: &Page<'_>, part: &Owned) -> bool {
    let is_picture = |id: NodeId| {
        matches!(*page.tree.name(id), name!("img") | name!("svg") | name!("iframe") | name!("video") | name!("canvas"))
    };
    if part.is_text {
        return !page.tree.text(part.id).trim().is_empty();
    }
    page.tree.has_text(part.id) || is_picture(part.id) || page.tree.descendants(part.id).any(is_picture)
}
