//! The colour behind an element and the colour of its text, where both are certain.

use crate::audit::page::Page;
use crate::audit::styles::Rgba;
use crate::audit::tree::{NodeId, name};

/// The opaque colour behind an element; nothing where a picture, a gradient or something laid over it may change it.
pub(super) fn behind(page: &Page<'_>, id: NodeId) -> Option<Rgba> {
    let mut layers = Vec::new();
    let mut at = id;
    loop {
        let style = page.styles.of(at);
        if style.image || style.blended {
            return None;
        }
        let colour = style.background?;
        if colour.alpha > 0.0 {
            layers.push(colour);
        }
        if colour.alpha >= 1.0 {
            break;
        }
        // What is moved may stand on anything.
        if style.moved {
            return None;
        }
        match page.tree.parent(at).filter(|parent| page.tree.is_element(*parent)) {
            Some(parent) => at = parent,
            None => break,
        }
    }
    let above = page.tree.ancestors(at).any(|at| page.styles.of(at).blended);
    (!above).then(|| layers.iter().rev().fold(Rgba::WHITE, |below, over| below.under(*over)))
}

/// The colour of an element's text on what is behind it, and that colour.
pub(super) fn text_on_ground(page: &Page<'_>, id: NodeId) -> Option<(Rgba, Rgba)> {
    let ground = behind(page, id)?;
    let colour = page.styles.of(id).colour?;
    Some((ground.under(colour), ground))
}

/// Whether an element's text is kept from sight and left to screen readers.
pub(super) fn is_concealed(page: &Page<'_>, id: NodeId) -> bool {
    let tiny = |size: Option<f32>| size.is_some_and(|size| size <= 1.0);
    std::iter::once(id).chain(page.tree.ancestors(id)).any(|at| {
        let style = page.styles.of(at);
        style.concealed || (tiny(style.size.0) && tiny(style.size.1)) || style.rendered.is_none()
    })
}

/// Whether an element is, or names, something that cannot be used now: such text need not be told apart.
pub(super) fn is_out_of_use(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let disabled = |at: NodeId| page.is_disabled(at) || tree.attribute(at, &name!("aria-disabled")) == Some("true");
    let labelled = |at: NodeId| {
        let target = tree.attribute(at, &name!("for")).and_then(|id| page.by_id(id));
        let inside = || tree.descendants(at).find(|inner| is_field(page, *inner));
        tree.is(at, &name!("label")) && target.or_else(inside).is_some_and(disabled)
    };
    std::iter::once(id).chain(tree.ancestors(id)).any(|at| disabled(at) || labelled(at) || page.is_inert(at))
}

fn is_field(page: &Page<'_>, id: NodeId) -> bool {
    matches!(*page.tree.name(id), name!("input") | name!("select") | name!("textarea") | name!("button"))
}
