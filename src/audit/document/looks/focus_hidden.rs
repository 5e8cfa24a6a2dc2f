//! `focus-hidden`: elements that show nothing when they have the focus.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "focus-hidden", severity: Severity::Error, basis: &["WCAG 2.4.7", "ACT oj04fd"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure || !page.focus.removes() {
        return;
    }
    let tree = page.tree;
    // A part with a negative `tabindex` takes the focus from a link or script alone: nobody acts on it.
    let is_passed =
        |id: NodeId| tree.attribute(id, &name!("tabindex")).is_some_and(|order| order.trim().starts_with('-'));
    let is_met = |id: &NodeId| tree.is_element(*id) && page.is_focusable(*id) && page.is_seen(*id) && !is_passed(*id);
    // Once is enough: the same rule takes the outline from all.
    if let Some(id) = tree.all().filter(is_met).find(|id| page.focus.shows_nothing(page.tree, *id, page.styles.of(*id)))
    {
        found
            .at(page, id, "the element shows nothing when it has the focus")
            .help("take `outline: none` out of the style sheet, or give `:focus-visible` an outline of its own");
    }
}
