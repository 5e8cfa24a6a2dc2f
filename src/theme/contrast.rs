//! Contrast of colour pairs, checked when a theme is loaded.
//!
//! In: tokens. Out: a finding for each pair below its floor: text 4.5 to 1 (WCAG 1.4.3), large text and marks 3 to 1
//! (WCAG 1.4.3, 1.4.11). Text below 7 to 1 (WCAG 1.4.6) is a notice. Formula: WCAG 2.2, relative luminance.
//! Not here: colours of pages as they are; that is the audit.

use crate::diag::{Diagnostic, Place, Severity};
use crate::model::theme::{Pair, PairKind, Tokens};

/// Checks every pair on light and on dark ground and on paper.
pub(super) fn check(tokens: &Tokens) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(file) = tokens.file else { return findings };
    let schemes: [(&str, &[(String, String)]); 3] =
        [("light", &tokens.light), ("dark", &tokens.dark), ("print", &tokens.print)];
    for (scheme, own) in schemes {
        for (role, colour) in own {
            if is_colour_role(colour) && channels(colour).is_none() {
                let place = Place::Value(file, format!("tokens.{scheme}.{role}"));
                findings.push(
                    Diagnostic::error("colour-unclear", format!("`{colour}` is no colour in six digits"), place)
                        .help("write six hexadecimal digits after a hash in quotes, for example \"#0b5259\""),
                );
            }
        }
        for pair in &tokens.pairs {
            let place = Place::Value(file, pair.path.clone());
            findings.extend(one(tokens, own, pair, Seen { scheme, place }));
        }
    }
    findings
}

struct Seen<'a> {
    scheme: &'a str,
    place: Place,
}

fn is_colour_role(value: &str) -> bool {
    value.starts_with('#')
}

fn one(tokens: &Tokens, own: &[(String, String)], pair: &Pair, seen: Seen<'_>) -> Option<Diagnostic> {
    let colour = |role: &str| {
        let in_list =
            |list: &[(String, String)]| list.iter().find(|(name, _)| name == role).map(|(_, value)| value.clone());
        in_list(own).or_else(|| in_list(&tokens.light))
    };
    let (Some(front), Some(back)) = (colour(&pair.colour), colour(&pair.on)) else {
        let missing = if colour(&pair.colour).is_none() { &pair.colour } else { &pair.on };
        return (seen.scheme == "light").then(|| {
            Diagnostic::error("colour-missing", format!("no colour has the role `{missing}`"), seen.place)
                .help("add the role under `tokens: light:`, or take the pair out")
        });
    };
    let ratio = ratio(channels(&front)?, channels(&back)?);
    let (floor, aim, basis) = match pair.kind {
        PairKind::Text => (4.5, 7.0, "WCAG 1.4.3"),
        PairKind::Large => (3.0, 3.0, "WCAG 1.4.3"),
        PairKind::Mark => (3.0, 3.0, "WCAG 1.4.11"),
    };
    let severity = if ratio < floor {
        Severity::Error
    } else if ratio < aim {
        Severity::Notice
    } else {
        return None;
    };
    let message = format!(
        "`{}` on `{}` has a contrast of {:.2} to 1 in the {} colours",
        pair.colour, pair.on, ratio, seen.scheme
    );
    let help = format!("make one of them lighter or darker, to at least {floor} to 1, better {aim} to 1");
    Some(Diagnostic::new(severity, "colour-contrast", message, seen.place).help(help).basis(basis))
}

/// Red, green and blue, 0 to 255.
fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Contrast ratio of two colours, 1 to 21.
fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    let (light, dark) = if a > b { (a, b) } else { (b, a) };
    (light + 0.05) / (dark + 0.05)
}

/// Relative luminance, 0 to 1.
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A channel without its gamma. The power 2.4 is taken by Newton's method for the fifth root of x to the twelfth, so
/// that every machine gives the same digits.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    let power = base.powi(12);
    let mut root = base * base;
    for _ in 0..60 {
        root -= (root.powi(5) - power) / (5.0 * root.powi(4));
    }
    root
}

#[cfg(test)]
mod tests {
    use super::{channels, ratio};

    #[test]
    fn black_on_white_is_twenty_one_to_one_and_known_pairs_agree() {
        let of = |a, b| ratio(channels(a).unwrap(), channels(b).unwrap());
        assert!((of("#000000", "#ffffff") - 21.0).abs() < 0.001);
        assert!((of("#12436d", "#ffffff") - 10.25).abs() < 0.01);
        assert!((of("#28a197", "#ffffff") - 3.17).abs() < 0.01);
        assert!((of("#005eb8", "#ffffff") - 6.38).abs() < 0.01);
    }

    #[test]
    fn a_colour_has_six_digits() {
        assert!(channels("#fff").is_none());
        assert!(channels("red").is_none());
        assert!(channels("#gg0000").is_none());
    }
}
