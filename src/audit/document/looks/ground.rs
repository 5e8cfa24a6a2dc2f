//! The colour behind an element and the colour of its text, where both are certain.

use crate::audit::page::Page;
use crate::audit::styles::Rgba;
use crate::audit::tree::{NodeId, name};

/// The colour of an element's text as it comes out, and the colour behind it; nothing where a picture, a gradient or
/// something laid over it may change either.
pub(super) fn text_on_ground(page: &Page<'_>, id: NodeId) -> Option<(Rgba, Rgba)> {
    let layers = layers(page, id)?;
    let text = page.styles.of(id).colour?;
    Some((painted(&layers, Rgba::WHITE, Some(text)), painted(&layers, Rgba::WHITE, None)))
}

/// Colours that shine through each other are few on any page that people read.
const MOST_LAYERS: usize = 50;

/// What an element lays over what is behind it.
struct Layer {
    colour: Rgba,
    opacity: f32,
}

/// The layers behind an element's text, the outermost first: down to the first that nothing shines through.
fn layers(page: &Page<'_>, id: NodeId) -> Option<Vec<Layer>> {
    let around = || std::iter::once(id).chain(page.tree.ancestors(id)).filter(|at| page.tree.is_element(*at));
    if around().any(|at| page.styles.of(at).blended) {
        return None;
    }
    let clear = around().filter(|at| page.styles.of(*at).opacity != Some(1.0)).last();
    let mut layers = Vec::new();
    let mut is_closed = false;
    for at in around() {
        let style = page.styles.of(at);
        if style.image {
            return None;
        }
        // What is not shown at all is no matter of contrast.
        let opacity = style.opacity.filter(|opacity| *opacity > 0.0)?;
        let colour = style.background?;
        if colour.alpha > 0.0 || opacity < 1.0 {
            layers.push(Layer { colour, opacity });
        }
        is_closed |= colour.alpha >= 1.0 && clear.is_none_or(|clear| clear > at);
        if is_closed {
            break;
        }
        // What is moved may stand on anything.
        if style.moved {
            return None;
        }
    }
    layers.reverse();
    (layers.len() <= MOST_LAYERS).then_some(layers)
}

/// What comes out of layers on a ground, with text on the innermost or without. What an element holds is painted first
/// and then shines through as a whole (CSS, `opacity`).
fn painted(layers: &[Layer], ground: Rgba, text: Option<Rgba>) -> Rgba {
    let Some((outermost, within)) = layers.split_first() else {
        return text.map_or(ground, |text| ground.under(text));
    };
    let inner = painted(within, ground.under(outermost.colour), text);
    ground.under(Rgba { alpha: outermost.opacity, ..inner })
}

/// Whether an element's text is kept from sight and left to screen readers.
pub(in crate::audit::document) fn is_concealed(page: &Page<'_>, id: NodeId) -> bool {
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
