//! `target-small`: small targets side by side whose size a style sheet fixes. The room that the page gives them is known
//! only where nothing but their size is set.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "target-small", severity: Severity::Error, basis: &["WCAG 2.5.8"], check };

/// Least width and height in pixels.
const LEAST: f32 = 24.0;

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    for name in [name!("a"), name!("button")] {
        for id in page.elements(&name).iter().copied().filter(|id| is_small(page, *id)) {
            let Some(beside) = next(page, id).filter(|beside| is_small(page, *beside)) else { continue };
            found
                .at(page, id, "a small target stands right beside another")
                .also(page, beside, "the other")
                .help("make both at least 24 by 24 pixels, or leave room between them");
        }
    }
}

fn next(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let tree = page.tree;
    let mut after = std::iter::successors(tree.next_sibling(id), |at| tree.next_sibling(*at));
    let next = after.find(|at| tree.node(*at).kind != Kind::Text || !tree.text(*at).trim().is_empty())?;
    tree.is_element(next).then_some(next)
}

fn is_small(page: &Page<'_>, id: NodeId) -> bool {
    let style = page.styles.of(id);
    let small = |size: Option<f32>| size.is_some_and(|size| size > 1.0 && size < LEAST);
    let parent = || page.tree.parent(id).map(|parent| page.styles.of(parent));
    small(style.size.0)
        && small(style.size.1)
        && style.inline == Some(false)
        && !style.padded
        && !style.spaced
        && !style.moved
        && parent().is_some_and(|parent| !parent.spaced)
        && page.is_seen(id)
        && page.is_focusable(id)
}
