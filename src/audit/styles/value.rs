//! Values as CSS writes them, and which declarations are worth keeping.
//!
//! In: text. Out: lengths in pixels, weights, words of a value. Not here: whose value it is.

/// Size of text where nothing is said, in pixels.
pub(super) const MEDIUM: f32 = 16.0;

/// Whether a border or an outline is none.
pub(crate) fn is_nothing(value: &str) -> bool {
    matches!(value, "0" | "none" | "0px") || value.split_ascii_whitespace().any(|word| word == "none")
}

/// Words of a value, what stands in brackets kept together.
pub(super) fn parts(value: &str) -> Vec<&str> {
    let (mut depth, mut start, mut words) = (0, 0, Vec::new());
    for (at, sign) in value.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' | ',' | '/' if depth == 0 => {
                words.push(value.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    words.push(value.get(start..).unwrap_or_default());
    words.retain(|word| !word.is_empty());
    words
}

/// A length in pixels; percentages are of `size` where `of_font`, else not known.
pub(super) fn length(value: &str, size: Option<f32>, of_font: bool) -> Option<f32> {
    let number = |unit: &str| value.strip_suffix(unit).and_then(|number| number.trim().parse::<f32>().ok());
    let keyword = |value: &str| match value {
        "xx-small" => Some(9.0),
        "x-small" => Some(10.0),
        "small" => Some(13.0),
        "medium" | "initial" => Some(MEDIUM),
        "large" => Some(18.0),
        "x-large" => Some(24.0),
        "xx-large" => Some(32.0),
        _ => None,
    };
    if value == "0" {
        return Some(0.0);
    }
    let known = number("px")
        .or_else(|| number("rem").map(|it| it * MEDIUM))
        .or_else(|| number("em").and_then(|it| Some(it * size?)))
        .or_else(|| number("pt").map(|it| it * 4.0 / 3.0))
        .or_else(|| number("pc").map(|it| it * MEDIUM))
        .or_else(|| number("cm").map(|it| it * 96.0 / 2.54));
    let of_text = || {
        number("%")
            .and_then(|it| Some(it / 100.0 * size?))
            .or_else(|| keyword(value))
            .or_else(|| (value == "smaller").then_some(size?).map(|it| it / 1.2))
            .or_else(|| (value == "larger").then_some(size?).map(|it| it * 1.2))
    };
    known.or_else(|| if of_font { of_text() } else { None }).filter(|it| it.is_finite())
}

/// A number or a percentage as a part of 1.
pub(super) fn share(value: &str) -> Option<f32> {
    let (number, whole) = value.strip_suffix('%').map_or((value, 1.0), |number| (number, 100.0));
    let share = if value == "initial" { 1.0 } else { number.trim().parse::<f32>().ok()? / whole };
    share.is_finite().then(|| share.clamp(0.0, 1.0))
}

/// Whether a weight is bold; `parent` is whether the text around is.
pub(super) fn weight(value: &str, parent: Option<bool>) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "initial" => Some(false),
        "lighter" => parent.map(|_| false),
        _ => value.parse::<f32>().ok().map(|weight| weight >= 700.0),
    }
}

/// Properties that [`Computed`] holds something of.
const ASKED: [&str; 59] = [
    "-webkit-background-clip",
    "-webkit-mask",
    "-webkit-text-fill-color",
    "all",
    "backdrop-filter",
    "background",
    "background-blend-mode",
    "background-clip",
    "background-color",
    "background-image",
    "block-size",
    "border",
    "border-bottom",
    "border-bottom-style",
    "border-bottom-width",
    "border-style",
    "border-width",
    "box-shadow",
    "clip",
    "clip-path",
    "color",
    "column-gap",
    "content-visibility",
    "display",
    "filter",
    "float",
    "font",
    "font-size",
    "font-weight",
    "gap",
    "height",
    "inline-size",
    "line-height",
    "margin-bottom",
    "margin-right",
    "mask",
    "mask-image",
    "min-height",
    "min-width",
    "mix-blend-mode",
    "opacity",
    "outline",
    "outline-style",
    "outline-width",
    "padding",
    "padding-block",
    "padding-inline",
    "position",
    "rotate",
    "row-gap",
    "scale",
    "text-align",
    "text-decoration",
    "text-decoration-line",
    "text-shadow",
    "transform",
    "translate",
    "visibility",
    "width",
];

/// Whether a declaration says anything that rules ask for.
pub(super) fn is_asked_for(property: &str, value: &str) -> bool {
    property.starts_with("--")
        || ASKED.binary_search(&property).is_ok()
        || (matches!(
            property,
            "margin" | "margin-top" | "margin-left" | "inset" | "top" | "left" | "right" | "text-indent"
        ) && value.contains('-'))
}
