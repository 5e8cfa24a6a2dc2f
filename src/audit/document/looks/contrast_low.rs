//! `contrast-low`: text too close in colour to what is behind it. Text of 18 points, or bold of 14, is large.

use std::collections::BTreeSet;

use super::ground::{is_concealed, is_out_of_use, text_on_ground};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::styles::Computed;
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "contrast-low", severity: Severity::Error, basis: &["WCAG 1.4.3", "ACT afw4f7"], check };

/// 14 and 18 points in pixels.
const BOLD_LARGE: f32 = 14.0 * 4.0 / 3.0;
const LARGE: f32 = 18.0 * 4.0 / 3.0;

/// The least contrast that text of a size needs; nothing where the size is not certain and the contrast would decide.
pub(super) fn least(style: &Computed) -> (f32, f32) {
    let large = match (style.font_size, style.bold) {
        (Some(size), _) if size >= LARGE => Some(true),
        (Some(size), Some(true)) => Some(size >= BOLD_LARGE),
        (Some(size), Some(false)) => Some(size >= LARGE),
        (Some(size), None) if size < BOLD_LARGE => Some(false),
        _ => None,
    };
    match large {
        Some(true) => (3.0, 3.0),
        Some(false) => (4.5, 4.5),
        None => (3.0, 4.5),
    }
}

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    let mut seen = BTreeSet::new();
    for text in page.texts() {
        let Some(id) = page.tree.parent(*text).filter(|id| seen.insert(*id)) else { continue };
        let words = page.tree.text(*text).trim();
        if !has_letters(words) || is_drawn(page, id) {
            continue;
        }
        let Some((colour, ground)) = text_on_ground(page, id) else { continue };
        let ratio = colour.contrast(ground);
        let (certain, wanted) = least(page.styles.of(id));
        // Rounded figures hide a miss: 4.49 is no 4.5.
        if ratio >= certain || is_concealed(page, id) || is_out_of_use(page, id) {
            continue;
        }
        let shown = (ratio * 100.0).floor() / 100.0;
        found
            .at(
                page,
                id,
                format!(
                    "the text is hard to tell from what is behind it: {} on {}, {shown} to 1",
                    colour.hex(),
                    ground.hex()
                ),
            )
            .help(format!("make the text darker or the ground lighter, until it is at least {wanted} to 1"));
    }
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
