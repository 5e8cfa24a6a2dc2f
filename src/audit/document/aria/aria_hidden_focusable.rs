//! `aria-hidden-focusable`: something that the keyboard reaches and screen readers are told to leave out.
//!
//! Frames are left out, as what is in them decides. While a dialog is open, its script keeps the keyboard inside.

use super::element;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-hidden-focusable", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 6cfa84"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let hidden = |id: NodeId| {
        page.tree.attribute(id, &name!("aria-hidden")).is_some_and(|hidden| hidden.eq_ignore_ascii_case("true"))
    };
    for id in page.with_aria().iter().copied().filter(|id| hidden(*id)) {
        if page.tree.ancestors(id).any(hidden) {
            continue;
        }
        let within = std::iter::once(id).chain(page.tree.descendants(id));
        let Some(reached) = within.into_iter().find(|at| is_reached(page, *at)) else { continue };
        if is_dialog_open(page) {
            return;
        }
        found
            .at(page, id, format!("the keyboard reaches {} where screen readers hear nothing", element(page, reached)))
            .help("take `aria-hidden` out, or hide it from everybody with `hidden`")
            .also(page, reached, "reached by keyboard");
    }
}

fn is_reached(page: &Page<'_>, id: NodeId) -> bool {
    let tabindex = page.tree.attribute(id, &name!("tabindex")).and_then(|value| value.trim().parse::<i32>().ok());
    page.tree.is_element(id)
        && page.is_focusable(id)
        && tabindex.is_none_or(|tabindex| tabindex >= 0)
        && !page.tree.has(id, &name!("onfocus"))
        && !(page.tree.is(id, &name!("iframe")) && tabindex.is_none())
}

fn is_dialog_open(page: &Page<'_>) -> bool {
    let is_dialog = |id: NodeId| {
        page.is_seen(id)
            && (page.explicit_role(id) == Some(Role::Dialog)
                || page.tree.attribute(id, &name!("aria-modal")) == Some("true"))
    };
    let open = |id: &NodeId| page.tree.has(*id, &name!("open")) && page.is_seen(*id);
    page.elements(&name!("dialog")).iter().any(open) || page.with_aria().iter().any(|id| is_dialog(*id))
}
