//! The values of one element's properties, from what its parent has and what is declared for it.
//!
//! In: the parent's values, declarations in order of weight. Out: [`Computed`]. `None` means: not certain.
//! Not here: which declarations match.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::colour::Rgba;
use super::media::Applies;
use super::value::{MEDIUM, is_nothing, length, parts, share, weight};

/// The values that rules ask for.
#[derive(Clone, Debug)]
pub(crate) struct Computed {
    /// Whether it has a box at all.
    pub(crate) rendered: Option<bool>,
    /// Whether its box runs in a line of text.
    pub(crate) inline: Option<bool>,
    /// `visibility`.
    pub(crate) visible: Option<bool>,
    /// Colour of its text.
    pub(crate) colour: Option<Rgba>,
    /// Colour behind it, of its own.
    pub(crate) background: Option<Rgba>,
    /// Whether a picture or a gradient may be behind it.
    pub(crate) image: bool,
    /// Size of its text in pixels.
    pub(crate) font_size: Option<f32>,
    /// Whether its text is bold.
    pub(crate) bold: Option<bool>,
    /// Whether it is told apart by more than colour: an underline, a border below.
    pub(crate) underlined: Option<bool>,
    /// Whether it is out of the flow, moved or cut, so that what is behind or beside it is not certain.
    pub(crate) moved: bool,
    /// Whether it is kept from sight and left to screen readers: clipped, or far off the screen.
    pub(crate) concealed: bool,
    /// Whether the colours are changed after the fact: filters, blending, shadows.
    pub(crate) blended: bool,
    /// How much of it, with what is in it, covers what is behind it, from 0 to 1.
    pub(crate) opacity: Option<f32>,
    /// Whether its text is justified.
    pub(crate) justified: Option<bool>,
    /// Height of a line as a multiple of the size of its text.
    pub(crate) line_height: Option<f32>,
    /// Whether there may be room between its edge and its text.
    pub(crate) padded: bool,
    /// Whether a rule may keep it apart from what is beside it.
    pub(crate) spaced: bool,
    /// Whether an outline, were it focused, is taken away.
    pub(crate) outline_removed: bool,
    /// Width and height that are set in pixels.
    pub(crate) size: (Option<f32>, Option<f32>),
    /// Custom properties.
    custom: Arc<BTreeMap<Box<str>, Option<Box<str>>>>,
}

impl Computed {
    /// What the root starts from.
    pub(super) fn initial() -> Self {
        Self {
            rendered: Some(true),
            inline: Some(true),
            visible: Some(true),
            colour: Some(Rgba::BLACK),
            background: Some(Rgba::CLEAR),
            image: false,
            font_size: Some(MEDIUM),
            bold: Some(false),
            underlined: Some(false),
            moved: false,
            concealed: false,
            blended: false,
            opacity: Some(1.0),
            justified: Some(false),
            line_height: None,
            padded: false,
            spaced: false,
            outline_removed: false,
            size: (None, None),
            custom: Arc::default(),
        }
    }

    /// What a child has where nothing is declared for it.
    fn inherited(&self) -> Self {
        Self {
            rendered: Some(true),
            inline: Some(true),
            background: Some(Rgba::CLEAR),
            image: false,
            underlined: Some(false),
            moved: false,
            concealed: false,
            blended: false,
            opacity: Some(1.0),
            padded: false,
            spaced: false,
            outline_removed: false,
            size: (None, None),
            ..self.clone()
        }
    }

    /// The values of a child for which `declared` holds, the weightiest last.
    pub(super) fn child(&self, declared: &[(&str, &str, Applies)]) -> Self {
        let mut made = self.inherited();
        let custom = declared.iter().filter(|(property, ..)| property.starts_with("--"));
        let mut own: Option<BTreeMap<_, _>> = None;
        for (property, value, applies) in custom {
            let value = (*applies == Applies::Yes).then(|| Box::from(*value));
            own.get_or_insert_with(|| (*self.custom).clone()).insert(Box::from(*property), value);
        }
        made.custom = own.map_or_else(|| Arc::clone(&self.custom), Arc::new);
        // Sizes in `em` need the size of the text first.
        for pass in [true, false] {
            for (property, value, applies) in declared {
                if (*property == "font-size" || *property == "font") == pass && !property.starts_with("--") {
                    let value = made.substituted(value, 0);
                    let certain = if *applies == Applies::Yes { value.as_deref() } else { None };
                    made.set(self, property, certain.map(str::trim), value.as_deref());
                }
            }
        }
        made
    }

    /// The value with `var()` filled in; nothing when one of them is not known.
    fn substituted(&self, value: &str, depth: u8) -> Option<String> {
        let Some((before, after)) = value.split_once("var(") else { return Some(value.to_owned()) };
        let mut open = 1;
        let end = after.find(|sign| {
            open += match sign {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            open == 0
        })?;
        let (inside, rest) = (after.get(..end)?, after.get(end + 1..)?);
        let (name, fallback) = inside.split_once(',').map_or((inside, None), |(name, value)| (name, Some(value)));
        let found = match self.custom.get(name.trim()) {
            Some(known) => known.as_deref()?,
            None => fallback?,
        };
        if depth > 8 || value.len() > 4_096 {
            return None;
        }
        let filled = self.substituted(found, depth + 1)?;
        self.substituted(&format!("{before}{filled}{rest}"), depth + 1)
    }

    /// Sets a property. `value` is nothing when it is not certain; `likely` is what it might be.
    fn set(&mut self, parent: &Self, property: &str, value: Option<&str>, likely: Option<&str>) {
        if matches!(value, Some("inherit")) {
            self.inherit(parent, property);
            return;
        }
        if matches!(value, Some("unset" | "revert" | "revert-layer")) {
            self.forget(property);
            return;
        }
        match property {
            "display" => {
                self.rendered = value.map(|value| value != "none");
                self.inline = value.map(|value| matches!(value, "inline" | "contents" | "initial"));
            }
            "visibility" => self.visible = value.map(|value| matches!(value, "visible" | "initial")),
            "content-visibility" => self.visible = value.filter(|value| *value != "hidden").and(self.visible),
            "color" => {
                self.colour = match value {
                    Some("initial" | "canvastext") => Some(Rgba::BLACK),
                    Some("currentcolor") => parent.colour,
                    other => other.and_then(Rgba::parse),
                };
            }
            "background-color" => {
                self.background = match value {
                    Some("initial") => Some(Rgba::CLEAR),
                    Some("canvas") => Some(Rgba::WHITE),
                    Some("currentcolor") => self.colour,
                    other => other.and_then(Rgba::parse),
                };
            }
            "background" => self.set_background(value),
            "background-image" => self.image = !matches!(value, Some("none" | "initial")),
            "font-size" => self.font_size = value.and_then(|value| length(value, parent.font_size, true)),
            "font-weight" => self.bold = value.and_then(|value| weight(value, parent.bold)),
            "font" => (self.font_size, self.bold, self.line_height) = (None, None, None),
            "line-height" => self.line_height = value.and_then(|value| self.line(value)),
            "text-align" => self.justified = value.map(|value| value == "justify"),
            "text-decoration" | "text-decoration-line" => {
                self.underlined = value.map(|value| value.contains("underline"));
            }
            "padding" | "padding-block" | "padding-inline" | "min-width" | "min-height" => {
                self.padded |= !value.is_some_and(|value| matches!(value, "0" | "0px" | "auto" | "initial"));
            }
            "margin-right" | "margin-bottom" | "gap" | "column-gap" | "row-gap" => self.spaced = true,
            "outline" | "outline-style" | "outline-width" => self.outline_removed = value.is_some_and(is_nothing),
            "border-bottom"
            | "border"
            | "border-bottom-style"
            | "border-style"
            | "border-width"
            | "border-bottom-width"
            | "box-shadow" => {
                if !value.is_some_and(is_nothing) && self.underlined == Some(false) {
                    self.underlined = None;
                }
            }
            "width" | "inline-size" => self.size.0 = value.and_then(|value| length(value, self.font_size, false)),
            "height" | "block-size" => self.size.1 = value.and_then(|value| length(value, self.font_size, false)),
            _ => self.set_placement(property, value, likely),
        }
    }

    /// Properties that move, cut or blend.
    fn set_placement(&mut self, property: &str, value: Option<&str>, likely: Option<&str>) {
        let is = |values: &[&str]| value.is_some_and(|value| values.contains(&value));
        match property {
            "position" => self.moved = !is(&["static", "relative", "initial"]),
            "float" | "transform" | "translate" | "scale" | "rotate" => self.moved |= !is(&["none", "initial"]),
            "margin-top" | "margin-left" | "margin" | "inset" | "top" | "left" | "right" => {
                let far = likely.is_some_and(|value| {
                    value.split_ascii_whitespace().any(|part| {
                        part.starts_with('-') && length(part, Some(MEDIUM), false).is_none_or(|at| at < -100.0)
                    })
                });
                self.moved |= likely.is_some_and(|value| value.trim_start().starts_with('-'));
                self.concealed |= far;
            }
            "text-indent" => {
                self.concealed |= likely.is_some_and(|value| value.starts_with('-'));
            }
            "clip" | "clip-path" => self.concealed |= !is(&["auto", "none", "initial"]),
            "opacity" => self.opacity = value.and_then(share),
            "filter" | "backdrop-filter" | "mask" | "mask-image" | "-webkit-mask" => {
                self.blended |= !is(&["none", "initial"]);
            }
            "mix-blend-mode" | "background-blend-mode" => self.blended |= !is(&["normal", "initial"]),
            "background-clip" | "-webkit-background-clip" => {
                self.blended |= likely.is_none_or(|it| it.contains("text"));
            }
            "-webkit-text-fill-color" => self.colour = value.and_then(Rgba::parse),
            "text-shadow" => self.blended |= !is(&["none", "initial"]),
            _ => {}
        }
    }

    fn set_background(&mut self, value: Option<&str>) {
        let Some(value) = value else {
            (self.background, self.image) = (None, true);
            return;
        };
        self.image = value.contains("url(") || value.contains("gradient(") || value.contains("image");
        let words = parts(value);
        let colours: Vec<Rgba> = words.iter().filter_map(|word| Rgba::parse(word)).collect();
        let odd =
            words.iter().any(|word| word.contains('(') && Rgba::parse(word).is_none() && !word.starts_with("url("));
        self.background = match colours.as_slice() {
            [only] => Some(*only),
            [] if odd => None,
            [] => Some(Rgba::CLEAR),
            _ => None,
        };
    }

    fn inherit(&mut self, parent: &Self, property: &str) {
        match property {
            "display" => (self.rendered, self.inline) = (parent.rendered, parent.inline),
            "background-color" => self.background = parent.background,
            "background" => (self.background, self.image) = (parent.background, parent.image),
            "color" => self.colour = parent.colour,
            "visibility" => self.visible = parent.visible,
            "font-size" => self.font_size = parent.font_size,
            "font-weight" => self.bold = parent.bold,
            "font" => {
                (self.font_size, self.bold, self.line_height) = (parent.font_size, parent.bold, parent.line_height);
            }
            "line-height" => self.line_height = parent.line_height,
            "text-align" => self.justified = parent.justified,
            "text-decoration" | "text-decoration-line" => self.underlined = parent.underlined,
            _ => {}
        }
    }

    /// Back to what a browser would show is not certain.
    fn forget(&mut self, property: &str) {
        match property {
            "display" => (self.rendered, self.inline) = (Some(true), None),
            "background-color" | "background" => (self.background, self.image) = (None, true),
            "color" => self.colour = None,
            "font-size" | "font" => self.font_size = None,
            "font-weight" => self.bold = None,
            "text-decoration" | "text-decoration-line" => self.underlined = None,
            "all" => {
                (self.colour, self.background, self.font_size) = (None, None, None);
                (self.bold, self.underlined, self.inline) = (None, None, None);
            }
            _ => {}
        }
    }

    fn line(&self, value: &str) -> Option<f32> {
        if let Ok(multiple) = value.parse::<f32>() {
            return Some(multiple);
        }
        let size = self.font_size?;
        length(value, Some(size), true).map(|pixels| pixels / size)
    }
}
