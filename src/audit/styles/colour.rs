//! Colours as CSS writes them, laid over each other, and their contrast.
//!
//! In: values as text. Out: [`Rgba`], the contrast ratio of WCAG 2.2. Not here: which colour an element has.

/// A colour; each part from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rgba {
    pub(crate) red: f32,
    pub(crate) green: f32,
    pub(crate) blue: f32,
    pub(crate) alpha: f32,
}

impl Rgba {
    pub(crate) const WHITE: Self = Self { red: 1.0, green: 1.0, blue: 1.0, alpha: 1.0 };
    pub(super) const BLACK: Self = Self { red: 0.0, green: 0.0, blue: 0.0, alpha: 1.0 };
    pub(super) const CLEAR: Self = Self { red: 0.0, green: 0.0, blue: 0.0, alpha: 0.0 };

    fn bytes((red, green, blue): (u8, u8, u8), alpha: f32) -> Self {
        let part = |byte: u8| f32::from(byte) / 255.0;
        Self { red: part(red), green: part(green), blue: part(blue), alpha }
    }

    /// Reads a colour; nothing for what is not known here, `currentcolor` included.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(hex) = text.strip_prefix('#') {
            let (red, green, blue, alpha) = super::sheet::hex_colour(hex)?;
            return Some(Self::bytes((red, green, blue), alpha));
        }
        if text == "transparent" {
            return Some(Self::CLEAR);
        }
        if let Some((function, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
            return function_colour(function, inside);
        }
        super::sheet::named_colour(&text).map(|parts| Self::bytes(parts, 1.0))
    }

    /// This colour with `over` laid on it.
    pub(crate) fn under(self, over: Self) -> Self {
        let mix = |below: f32, above: f32| above * over.alpha + below * (1.0 - over.alpha);
        Self {
            red: mix(self.red, over.red),
            green: mix(self.green, over.green),
            blue: mix(self.blue, over.blue),
            alpha: over.alpha + self.alpha * (1.0 - over.alpha),
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f32 {
        let linear = |part: f32| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2).
    pub(crate) fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// As six digits, for messages.
    pub(crate) fn hex(self) -> String {
        let byte = |part: f32| format!("{:02x}", super::sheet::byte(part));
        format!("#{}{}{}", byte(self.red), byte(self.green), byte(self.blue))
    }
}

fn function_colour(function: &str, inside: &str) -> Option<Rgba> {
    let parts: Vec<&str> = inside.split([',', '/', ' ']).filter(|part| !part.trim().is_empty()).collect();
    let [first, second, third, rest @ ..] = parts.as_slice() else { return None };
    let alpha = match rest {
        [] => 1.0,
        [alpha] => unit(alpha, 1.0)?,
        _ => return None,
    };
    match function {
        "rgb" | "rgba" => {
            let (red, green, blue) = (unit(first, 255.0)?, unit(second, 255.0)?, unit(third, 255.0)?);
            Some(Rgba { red, green, blue, alpha })
        }
        "hsl" | "hsla" => {
            let hue: f32 = first.strip_suffix("deg").unwrap_or(first).parse().ok()?;
            let (saturation, lightness) =
                (second.strip_suffix('%')?.parse().ok()?, third.strip_suffix('%')?.parse().ok()?);
            Some(from_hsl(hue, saturation, lightness, alpha))
        }
        _ => None,
    }
}

/// A number of `whole`, or a percentage, as a part of 1.
fn unit(text: &str, whole: f32) -> Option<f32> {
    let (number, whole) = text.strip_suffix('%').map_or((text, whole), |number| (number, 100.0));
    let value: f32 = number.trim().parse().ok()?;
    value.is_finite().then(|| (value / whole).clamp(0.0, 1.0))
}

/// Hue in degrees, saturation and lightness in percent.
fn from_hsl(hue: f32, saturation: f32, lightness: f32, alpha: f32) -> Rgba {
    let (saturation, lightness) = ((saturation / 100.0).clamp(0.0, 1.0), (lightness / 100.0).clamp(0.0, 1.0));
    let part = |offset: f32| {
        let at = (offset + hue / 30.0).rem_euclid(12.0);
        let swing = saturation * lightness.min(1.0 - lightness);
        lightness - swing * (at - 3.0).min(9.0 - at).clamp(-1.0, 1.0)
    };
    Rgba { red: part(0.0), green: part(8.0), blue: part(4.0), alpha }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_css_writes_them() {
        for (text, expected) in [
            ("#fff", "#ffffff"),
            ("#1D70B8", "#1d70b8"),
            ("rebeccapurple", "#663399"),
            ("rgb(255 0 0 / 50%)", "#ff0000"),
            ("rgba(0, 128, 0, .5)", "#008000"),
            ("hsl(120deg 100% 25%)", "#008000"),
        ] {
            assert_eq!(Rgba::parse(text).map(Rgba::hex).as_deref(), Some(expected), "{text}");
        }
        assert!(
            ["currentcolor", "oklch(1 0 0)", "#12", "rgb(1)", "color-mix(in srgb, red, blue)"]
                .iter()
                .all(|text| Rgba::parse(text).is_none())
        );
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let ratio = |one: &str, two: &str| Rgba::parse(one).and_then(|one| Some(one.contrast(Rgba::parse(two)?)));
        assert_eq!(ratio("#000", "#fff").map(f32::round), Some(21.0));
        let grey = ratio("#767676", "#fff").expect("both are colours");
        assert!((4.53..4.55).contains(&grey), "{grey}");
    }

    #[test]
    fn a_clear_colour_lets_the_one_below_through() {
        let half = Rgba { alpha: 0.5, ..Rgba::BLACK };
        assert_eq!(Rgba::WHITE.under(half).hex(), "#808080");
    }
}
