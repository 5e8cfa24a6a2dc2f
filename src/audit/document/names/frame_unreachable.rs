//! Frames that the keyboard passes over though something in them can be used. Only what the page itself holds, in
//! `srcdoc`, can be looked into.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::styles::Sheets;
use crate::audit::tree::{NodeId, Tree, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "frame-unreachable", severity: Severity::Error, basis: &["WCAG 2.1.1", "ACT akn7bn"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.exposed(&name!("iframe")).filter(|id| is_left_out(page, *id)) {
        let Some(inside) = page.tree.attribute(id, &name!("srcdoc")) else { continue };
        let tree = Tree::parse(inside);
        let inner = Page::new(&tree, &Sheets::default());
        let is_reached = |at: NodeId| {
            let index = tree.attribute(at, &name!("tabindex")).and_then(|value| value.trim().parse::<i32>().ok());
            index.is_none_or(|index| index >= 0) && tree.is_element(at) && inner.is_focusable(at)
        };
        if tree.all().any(is_reached) {
            found
                .at(page, id, "the keyboard passes over a frame that holds something to use")
                .help("take `tabindex=\"-1\"` off the frame");
        }
    }
}

fn is_left_out(page: &Page<'_>, id: NodeId) -> bool {
    let index = page.tree.attribute(id, &name!("tabindex")).and_then(|value| value.trim().parse::<i32>().ok());
    index.is_some_and(|index| index < 0)
}
