//! Text whose colour is too close to what is behind it, as far as both are certain.
//!
//! In: a page and the least contrast wanted. Out: the elements whose text has less. Text of 18 points, or bold of 14, is
//! large. Not here: what is asked of whom; that is `contrast_low.rs` and `contrast_enhanced.rs`.

use super::ground::{is_concealed, is_out_of_use, text_on_ground};
use crate::audit::page::Page;
use crate::audit::styles::{Computed, Rgba};
use crate::audit::tree::{NodeId, name};

/// The least contrast: of large text and of other text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least {
    /// Of large text.
    pub(super) large: f32,
    /// Of all other text.
    pub(super) other: f32,
}

/// What is wanted of text at least (WCAG 1.4.3).
pub(super) const MINIMUM: Least = Least { large: 3.0, other: 4.5 };
/// What people with low sight are better off with (WCAG 1.4.6).
pub(super) const ENHANCED: Least = Least { large: 4.5, other: 7.0 };

/// Text with less contrast than is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Faint {
    /// The element that the text stands in.
    pub(super) element: NodeId,
    /// Its colour as it comes out.
    pub(super) colour: Rgba,
    /// The colour behind it.
    pub(super) ground: Rgba,
    /// Their contrast.
    pub(super) ratio: f32,
    /// What is wanted of text of this size.
    pub(super) wanted: f32,
}

impl Faint {
    /// Both colours and their contrast, in words. Rounded figures would hide a miss: 4.49 is no 4.5.
    pub(super) fn in_words(&self) -> String {
        let shown = (self.ratio * 100.0).floor() / 100.0;
        format!("{} on {}, {shown} to 1", self.colour.hex(), self.ground.hex())
    }
}

/// Texts that are certain to have less contrast than is wanted, in document order; one for each element.
pub(super) fn faint(page: &Page<'_>, least: Least) -> Vec<Faint> {
    if !page.is_styled_for_sure {
        return Vec::new();
    }
    let worded = worded(page);
    let mut faint = Vec::new();
    page.styles.with_grounds(|known| {
        for element in worded {
            // Most texts have the styles of another, on this page or on one before.
            let found = *known.entry(page.styles.way(element)).or_insert_with(|| looked(page, element));
            let Some((colour, ground, ratio)) = found else { continue };
            let (certain, wanted) = wanted(page.styles.of(element), least);
            if ratio < certain && !is_concealed(page, element) && !is_out_of_use(page, element) {
                faint.push(Faint { element, colour, ground, ratio, wanted });
            }
        }
    });
    faint
}

/// The colour of text in an element, the colour behind it, and their contrast.
fn looked(page: &Page<'_>, element: NodeId) -> Option<(Rgba, Rgba, f32)> {
    if is_drawn(page, element) {
        return None;
    }
    let (colour, ground) = text_on_ground(page, element)?;
    Some((colour, ground, colour.contrast(ground)))
}

/// 14 and 18 points in pixels.
const BOLD_LARGE: f32 = 14.0 * 4.0 / 3.0;
const LARGE: f32 = 18.0 * 4.0 / 3.0;

/// The contrast below which text of a size certainly has too little, and the contrast to tell people.
fn wanted(style: &Computed, least: Least) -> (f32, f32) {
    let large = match (style.font_size, style.bold) {
        (Some(size), _) if size >= LARGE => Some(true),
        (Some(size), Some(true)) => Some(size >= BOLD_LARGE),
        (Some(size), Some(false)) => Some(size >= LARGE),
        (Some(size), None) if size < BOLD_LARGE => Some(false),
        _ => None,
    };
    match large {
        Some(true) => (least.large, least.large),
        Some(false) => (least.other, least.other),
        None => (least.large, least.other),
    }
}

/// Elements with words of their own, in document order: text, and what buttons made by `input` say.
fn worded(page: &Page<'_>) -> Vec<NodeId> {
    let tree = page.tree;
    let texts = page.texts().iter().filter(|text| has_letters(text.words));
    let mut worded: Vec<NodeId> = texts.filter_map(|text| tree.parent(text.node)).collect();
    let says = |id: &NodeId| tree.attribute(*id, &name!("value")).is_some_and(has_letters);
    let is_button = |id: &NodeId| {
        let kind = tree.attribute(*id, &name!("type")).unwrap_or_default().to_ascii_lowercase();
        matches!(kind.as_str(), "button" | "submit" | "reset")
    };
    let buttons = page.elements(&name!("input")).iter().copied();
    worded.extend(buttons.filter(|id| is_button(id) && says(id) && page.is_seen(*id)));
    worded.sort_unstable();
    worded.dedup();
    worded
}

/// Whether text has anything to read: lone signs may be decoration.
fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
}

/// Whether the text is part of a drawing or of a list of choices, which browsers draw their own way.
fn is_drawn(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    std::iter::once(id).chain(tree.ancestors(id)).any(|at| {
        tree.node(at).kind == crate::audit::tree::Kind::Svg
            || matches!(*tree.name(at), name!("option") | name!("optgroup") | name!("textarea") | name!("select"))
    })
}
