//! Which surroundings hold on the screen that pages are judged for: 1280 by 800 pixels, light, with a mouse.
//!
//! In: the words after `@media`. Out: [`Applies`]. Not here: rules.

/// Whether a rule applies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The files alone do not decide it.
    Maybe,
}

impl Applies {
    /// Both hold.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Maybe,
        }
    }

    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Maybe,
        }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
        }
    }

    fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

const WIDTH: f32 = 1280.0;
const HEIGHT: f32 = 800.0;

/// Whether a media query list holds.
pub(super) fn media(list: &str) -> Applies {
    if list.trim().is_empty() {
        return Applies::Yes;
    }
    let queries = list.to_ascii_lowercase();
    queries.split(',').map(query).fold(Applies::No, Applies::or)
}

fn query(text: &str) -> Applies {
    let text = text.trim();
    let text = text.strip_prefix("only ").unwrap_or(text);
    if let Some(rest) = text.strip_prefix("not ") {
        return query(rest).not();
    }
    if text.contains(" or ") {
        return Applies::Maybe;
    }
    text.split(" and ").map(|part| condition(part.trim())).fold(Applies::Yes, Applies::and)
}

fn condition(text: &str) -> Applies {
    match text {
        "all" | "screen" => return Applies::Yes,
        "print" | "speech" => return Applies::No,
        _ => {}
    }
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return Applies::Maybe };
    let Some((feature, value)) = inner.split_once(':') else { return ranged(inner) };
    let value = value.trim();
    match feature.trim() {
        "min-width" => compared(value, |limit| WIDTH >= limit),
        "max-width" => compared(value, |limit| WIDTH <= limit),
        "min-height" => compared(value, |limit| HEIGHT >= limit),
        "max-height" => compared(value, |limit| HEIGHT <= limit),
        "prefers-color-scheme" => Applies::of(value == "light"),
        "prefers-reduced-motion" | "prefers-contrast" | "prefers-reduced-transparency" | "prefers-reduced-data" => {
            Applies::of(value == "no-preference")
        }
        "forced-colors" | "inverted-colors" => Applies::of(value == "none"),
        "orientation" => Applies::of(value == "landscape"),
        "hover" | "any-hover" => Applies::of(value == "hover"),
        "pointer" | "any-pointer" => Applies::of(value == "fine"),
        "scripting" => Applies::of(value == "enabled"),
        _ => Applies::Maybe,
    }
}

/// `width >= 40em` and its like.
fn ranged(text: &str) -> Applies {
    let parts: Vec<&str> = text.split_ascii_whitespace().collect();
    match parts.as_slice() {
        ["width", ">=", limit] => compared(limit, |limit| WIDTH >= limit),
        ["width", ">", limit] => compared(limit, |limit| WIDTH > limit),
        ["width", "<=", limit] => compared(limit, |limit| WIDTH <= limit),
        ["width", "<", limit] => compared(limit, |limit| WIDTH < limit),
        ["color" | "hover" | "pointer"] => Applies::Yes,
        _ => Applies::Maybe,
    }
}

fn compared(value: &str, holds: impl Fn(f32) -> bool) -> Applies {
    let number = |unit: &str, factor: f32| {
        value.strip_suffix(unit).and_then(|number| number.trim().parse::<f32>().ok()).map(|number| number * factor)
    };
    let pixels = number("px", 1.0).or_else(|| number("rem", 16.0)).or_else(|| number("em", 16.0));
    pixels.or_else(|| (value == "0").then_some(0.0)).map_or(Applies::Maybe, |limit| Applies::of(holds(limit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_holds_on_a_light_screen_applies() {
        for (query, expected) in [
            ("screen", Applies::Yes),
            ("print", Applies::No),
            ("print, screen and (min-width: 40em)", Applies::Yes),
            ("(max-width: 59.99em)", Applies::No),
            ("(width >= 100em)", Applies::No),
            ("(prefers-color-scheme: dark)", Applies::No),
            ("not print", Applies::Yes),
            ("(min-resolution: 2dppx)", Applies::Maybe),
            ("screen and (min-resolution: 2dppx) and (max-width: 1px)", Applies::No),
        ] {
            assert_eq!(media(query), expected, "{query}");
        }
    }
}
