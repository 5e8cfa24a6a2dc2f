//! Whether an element shows that it has the focus.
//!
//! In: rules for elements with the focus. Out: [`Focus`]. A rule that only may hold counts as one that shows something.
//! Not here: which elements can have it.

use std::sync::Arc;

use super::super::tree::{NodeId, Tree};
use super::computed::Computed;
use super::media::Applies;
use super::selector::State;
use super::sheet::{Declaration, Sheet};
use super::value::{is_nothing, length};

/// The rules for elements that have the focus.
#[derive(Debug, Default)]
pub(crate) struct Focus {
    /// Sheet, rule and selector of each by their positions, and what it does.
    rules: Vec<(Arc<Sheet>, usize, usize, Effect)>,
    removes: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Effect {
    /// It takes the outline away.
    Removes,
    /// It marks the element.
    Shows,
}

impl Focus {
    /// Gathers the rules of sheets.
    pub(super) fn of(sheets: &[Arc<Sheet>]) -> Self {
        let mut focus = Self::default();
        for sheet in sheets {
            for (index, rule) in sheet.rules.iter().enumerate() {
                let Some(effect) = effect(&rule.declarations) else { continue };
                let always = rule.selectors.iter().any(|selector| selector.state == State::Always);
                focus.removes |= effect == Effect::Removes && (always || rule.applies == Applies::Yes);
                for (at, selector) in rule.selectors.iter().enumerate() {
                    if selector.state == State::Focus {
                        focus.rules.push((Arc::clone(sheet), index, at, effect));
                    }
                }
            }
        }
        focus
    }

    /// Whether any rule takes an outline away, so that looking at elements is worth it.
    pub(crate) fn removes(&self) -> bool {
        self.removes
    }

    /// Whether an element surely looks the same with and without the focus.
    pub(crate) fn shows_nothing(&self, tree: &Tree, id: NodeId, style: &Computed) -> bool {
        let mut removed = style.outline_removed;
        for (sheet, rule, selector, effect) in &self.rules {
            let Some(rule) = sheet.rules.get(*rule) else { continue };
            let Some(selector) = rule.selectors.get(*selector) else { continue };
            match (rule.applies.and(selector.matches(tree, id)), effect) {
                (Applies::No, _) | (Applies::Maybe, Effect::Removes) => {}
                (Applies::Yes, Effect::Removes) => removed = true,
                (_, Effect::Shows) => return false,
            }
        }
        removed
    }
}

/// What a rule does to the look of an element; nothing when it does not touch it.
fn effect(declarations: &[Declaration]) -> Option<Effect> {
    let marks = |property: &str| {
        ["outline", "border", "background", "box-shadow", "text-decoration", "color", "filter", "transform", "fill"]
            .iter()
            .any(|start| property.starts_with(start))
    };
    let touching = declarations.iter().filter(|declared| marks(&declared.property));
    let mut effect = None;
    for declared in touching {
        let is_nothing = is_nothing(&declared.value) && declared.property.starts_with("outline");
        if !is_nothing && &*declared.property != "outline-offset" {
            return Some(Effect::Shows);
        }
        effect = effect.or(is_nothing.then_some(Effect::Removes));
    }
    effect
}

/// The property of a `style` attribute that fixes how far letters, words or lines stand apart, below what readers may
/// need (WCAG 1.4.12), where the text is `size` pixels high. Lines are judged by [`fixed_line_height`].
pub(crate) fn fixed_spacing(style: &str, size: Option<f32>) -> Option<&'static str> {
    let declarations = Sheet::inline(style);
    let below = |property: &'static str, least: f32| {
        let declared = declarations.iter().rev().find(|declared| &*declared.property == property)?;
        let of_text = match &*declared.value {
            "normal" | "0" => Some(0.0),
            value if value.ends_with("em") && !value.ends_with("rem") => {
                value.strip_suffix("em").and_then(|number| number.trim().parse::<f32>().ok())
            }
            value => size.and_then(|size| Some(length(value, None, false)? / size)),
        };
        (declared.important && of_text? < least).then_some(property)
    };
    below("letter-spacing", 0.12).or_else(|| below("word-spacing", 0.16))
}

/// Whether a `style` attribute fixes the height of lines below one and a half.
pub(crate) fn fixed_line_height(style: &str) -> bool {
    let declarations = Sheet::inline(style);
    let declared = declarations.iter().rev().find(|declared| &*declared.property == "line-height");
    declared.is_some_and(|declared| {
        let value = declared.value.strip_suffix("em").unwrap_or(&declared.value);
        declared.important && value.parse::<f32>().is_ok_and(|multiple| multiple < 1.5)
    })
}
