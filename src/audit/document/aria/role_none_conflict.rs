//! `role-none-conflict`: an element that is said to mean nothing, and is met all the same.

use super::exposed;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-none-conflict", severity: Severity::Warning, basis: &["ACT 46ca7f"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page).chain(page.elements(&name!("img")).iter().copied().filter(|id| is_plain(page, *id))) {
        let is_empty_picture = page.tree.is(id, &name!("img")) && page.tree.attribute(id, &name!("alt")) == Some("");
        let role = page.explicit_role(id);
        let means_nothing =
            role.is_some_and(crate::audit::role::Role::is_presentational) || role.is_none() && is_empty_picture;
        if !means_nothing || !has_meaning(page, id) || !page.keeps_its_role(id) {
            continue;
        }
        let why = if page.is_focusable(id) { "the keyboard reaches it" } else { "it has attributes of ARIA" };
        let (what, out) = if is_empty_picture { ("the picture", "`alt=\"\"`") } else { ("the element", "`role`") };
        found
            .at(page, id, format!("{what} is said to mean nothing, but {why}"))
            .help(format!("take out either {out} or what makes people meet it: `tabindex`, `aria-label` and the like"));
    }
}

/// Pictures without attributes of ARIA are not among the elements with them.
fn is_plain(page: &Page<'_>, id: NodeId) -> bool {
    page.is_exposed(id) && page.with_aria().binary_search(&id).is_err()
}

/// Whether browsers make more of the element than of a `div`.
fn has_meaning(page: &Page<'_>, id: NodeId) -> bool {
    page.implicit_role(id).is_some()
        || matches!(
            *page.tree.name(id),
            name!("audio")
                | name!("canvas")
                | name!("dl")
                | name!("embed")
                | name!("iframe")
                | name!("label")
                | name!("li")
                | name!("object")
                | name!("video")
        )
}
