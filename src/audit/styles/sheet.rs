//! A style sheet as a list of rules. The only file that names cssparser.
//!
//! In: CSS. Out: [`Sheet`]: selectors with their declarations as text, and whether the surroundings that they ask for
//! hold on the screen a page is judged for. Not here: matching, the meaning of values.

use cssparser::{Delimiter, ParseError, Parser, Token};

use super::media::{self, Applies};
use super::selector::{self, Selector};

/// A style sheet that was read once.
#[derive(Debug, Default)]
pub struct Sheet {
    pub(super) rules: Vec<StyleRule>,
    /// Whether it turns a page when the screen is turned.
    pub(super) turns: bool,
}

/// Selectors and what they declare.
#[derive(Debug)]
pub(super) struct StyleRule {
    /// Each selector of the list.
    pub(super) selectors: Vec<Selector>,
    /// What is declared, in order.
    pub(super) declarations: Vec<Declaration>,
    /// Whether its surroundings hold.
    pub(super) applies: Applies,
}

/// One declaration.
#[derive(Debug)]
pub(super) struct Declaration {
    /// The property in lower case; custom ones as typed.
    pub(super) property: Box<str>,
    /// Its value, without `!important`.
    pub(super) value: Box<str>,
    /// Whether `!important` stands behind it.
    pub(super) important: bool,
}

/// At-rules whose content are rules.
const NESTING: [&str; 5] = ["media", "supports", "layer", "container", "scope"];

impl Sheet {
    /// Reads a style sheet. What cannot be read is skipped, as browsers do.
    pub fn parse(css: &str) -> Self {
        let mut sheet = Self::default();
        let mut input = Parser::new(css);
        sheet.rules_in(&mut input, "", Applies::Yes, 0);
        sheet
    }

    /// The declarations of a `style` attribute.
    pub(super) fn inline(value: &str) -> Vec<Declaration> {
        let mut sheet = Self::default();
        let mut input = Parser::new(value);
        sheet.block(&mut input, "", Applies::Yes, 0)
    }

    fn rules_in(&mut self, input: &mut Parser<'_>, around: &str, applies: Applies, depth: u8) {
        loop {
            input.skip_whitespace();
            let start = input.position();
            match input.next() {
                Err(_) => return,
                Ok(Token::AtKeyword(name)) => {
                    let name = name.to_ascii_lowercase();
                    self.at_rule(input, &name, around, applies, depth);
                }
                Ok(Token::CDO | Token::CDC | Token::Semicolon) => {}
                Ok(Token::CurlyBracketBlock) => skip_block(input),
                Ok(_) => {
                    skip_until(input, Delimiter::CurlyBracketBlock);
                    let prelude = input.slice_from(start).to_owned();
                    if input.next().is_ok() {
                        self.style_rule(input, &prelude, (around, applies, depth));
                    }
                }
            }
        }
    }

    fn at_rule(&mut self, input: &mut Parser<'_>, name: &str, around: &str, applies: Applies, depth: u8) {
        let start = input.position();
        skip_until(input, Delimiter::CurlyBracketBlock | Delimiter::Semicolon);
        let prelude = input.slice_from(start).trim().to_owned();
        let Ok(Token::CurlyBracketBlock) = input.next() else { return };
        if !NESTING.contains(&name) || depth > 16 {
            skip_block(input);
            return;
        }
        let inside = match name {
            "media" => media::media(&prelude),
            "supports" | "container" | "scope" => Applies::Maybe,
            _ => Applies::Yes,
        };
        let applies = applies.and(inside);
        let asks_how_it_is_held = name == "media" && prelude.contains("orientation");
        let _: Result<(), ParseError<()>> = input.parse_nested_block(|input| {
            let start = input.position();
            if asks_how_it_is_held {
                let state = input.state();
                while input.next().is_ok() {}
                self.turns |= turns(input.slice_from(start));
                input.reset(&state);
            }
            if around.is_empty() {
                self.rules_in(input, around, applies, depth + 1);
            } else {
                let declarations = self.block(input, around, applies, depth + 1);
                self.push(around, declarations, applies);
            }
            Ok(())
        });
    }

    fn style_rule(&mut self, input: &mut Parser<'_>, prelude: &str, (around, applies, depth): (&str, Applies, u8)) {
        let prelude = nested(prelude.trim(), around);
        if depth > 16 || prelude.len() > 10_000 {
            skip_block(input);
            return;
        }
        let _: Result<(), ParseError<()>> = input.parse_nested_block(|input| {
            // The rule comes before those that are nested in it.
            let at = self.rules.len();
            let declarations = self.block(input, &prelude, applies, depth + 1);
            let behind = self.rules.split_off(at);
            self.push(&prelude, declarations, applies);
            self.rules.extend(behind);
            Ok(())
        });
    }

    fn push(&mut self, prelude: &str, declarations: Vec<Declaration>, applies: Applies) {
        let selectors = selector::list(prelude);
        if applies != Applies::No && !selectors.is_empty() && !declarations.is_empty() {
            self.rules.push(StyleRule { selectors, declarations, applies });
        }
    }

    /// The declarations of a block; rules nested in it are added to the sheet.
    fn block(&mut self, input: &mut Parser<'_>, around: &str, applies: Applies, depth: u8) -> Vec<Declaration> {
        let mut declarations = Vec::new();
        loop {
            input.skip_whitespace();
            let start = input.position();
            let state = input.state();
            match input.next() {
                Err(_) => return declarations,
                Ok(Token::Semicolon) => continue,
                Ok(Token::AtKeyword(name)) => {
                    let name = name.to_ascii_lowercase();
                    self.at_rule(input, &name, around, applies, depth);
                    continue;
                }
                Ok(_) => input.reset(&state),
            }
            skip_until(input, Delimiter::Semicolon | Delimiter::CurlyBracketBlock);
            let text = input.slice_from(start).to_owned();
            match input.next() {
                Ok(Token::CurlyBracketBlock) if text.trim_start().starts_with("--") => skip_block(input),
                Ok(Token::CurlyBracketBlock) => self.style_rule(input, &text, (around, applies, depth)),
                _ => declarations.extend(declaration(&text)),
            }
        }
    }
}

fn declaration(text: &str) -> Option<Declaration> {
    let (property, value) = text.split_once(':')?;
    let property = property.trim();
    let value = value.trim();
    let (value, important) = match value.rsplit_once('!') {
        Some((value, word)) if word.trim().eq_ignore_ascii_case("important") => (value.trim_end(), true),
        _ => (value, false),
    };
    let property = if property.starts_with("--") { property.to_owned() } else { property.to_ascii_lowercase() };
    let is_name = property.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (is_name && !property.is_empty()).then(|| Declaration {
        property: property.into(),
        value: without_comments(value).into(),
        important,
    })
}

/// A value without its comments.
fn without_comments(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// A selector inside another rule: `&` stands for the rule around it.
fn nested(prelude: &str, around: &str) -> String {
    if around.is_empty() {
        prelude.to_owned()
    } else if prelude.contains('&') {
        prelude.replace('&', &format!(":is({around})"))
    } else {
        format!(":is({around}) {prelude}")
    }
}

fn skip_until(input: &mut Parser<'_>, delimiters: cssparser::Delimiters) {
    let _: Result<(), ParseError<()>> = input.parse_until_before(delimiters, |input| {
        while input.next().is_ok() {}
        Ok(())
    });
}

fn skip_block(input: &mut Parser<'_>) {
    let _: Result<(), ParseError<()>> = input.parse_nested_block(|input| {
        while input.next().is_ok() {}
        Ok(())
    });
}

/// Whether declarations turn anything by a quarter.
fn turns(css: &str) -> bool {
    let quarter = |after: &str| {
        let inside = after.trim_start_matches(['Z', 'z']).trim_start_matches([':', '(', ' ']);
        let end = inside.find([')', ';', '}', ' ']).unwrap_or(inside.len());
        let angle = inside.get(..end).unwrap_or_default();
        let degrees = angle
            .strip_suffix("deg")
            .and_then(|number| number.parse::<f32>().ok())
            .or_else(|| angle.strip_suffix("turn").and_then(|number| number.parse::<f32>().ok()).map(|it| it * 360.0));
        degrees.is_some_and(|degrees| (degrees.rem_euclid(180.0) - 90.0).abs() <= 2.0)
    };
    css.match_indices("rotate").any(|(at, found)| css.get(at + found.len()..).is_some_and(quarter))
}

/// The parts of a colour written with `#`.
pub(super) fn hex_colour(hex: &str) -> Option<(u8, u8, u8, f32)> {
    cssparser::color::parse_hash_color(hex.as_bytes()).ok()
}

/// The parts of a colour with a name.
pub(super) fn named_colour(name: &str) -> Option<(u8, u8, u8)> {
    cssparser::color::parse_named_color(name).ok()
}

/// A part of 1 as a byte.
pub(super) fn byte(part: f32) -> u8 {
    cssparser::color::clamp_unit_f32(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(css: &str) -> Vec<String> {
        let sheet = Sheet::parse(css);
        let rule = |rule: &StyleRule| {
            let declared: Vec<_> = rule
                .declarations
                .iter()
                .map(|found| format!("{}={}{}", found.property, found.value, if found.important { "!" } else { "" }))
                .collect();
            format!("{} {:?} {}", rule.selectors.len(), rule.applies, declared.join(";"))
        };
        sheet.rules.iter().map(rule).collect()
    }

    #[test]
    fn rules_and_their_declarations_are_read() {
        assert_eq!(
            shown("/* x */ a, .b > c { color : RED!important; Margin:0/*y*/ } p{--x:{a:b};top:url(a;b)}"),
            ["2 Yes color=RED!;margin=0", "1 Yes top=url(a;b)"]
        );
    }

    #[test]
    fn surroundings_that_do_not_hold_leave_their_rules_out() {
        assert_eq!(
            shown("@media print{a{color:red}} @media (min-width:40em){b{color:red}} @supports (x:y){i{top:0}}"),
            ["1 Yes color=red", "1 Maybe top=0"]
        );
    }

    #[test]
    fn nested_rules_follow_the_rule_they_are_in() {
        assert_eq!(
            shown(".a { color: red; &:hover { color: blue } .b { top: 0 } @media print { color: black } }"),
            ["1 Yes color=red", "1 Yes color=blue", "1 Yes top=0"]
        );
    }

    #[test]
    fn broken_sheets_are_read_as_far_as_they_go() {
        for css in ["a{", "}", "a{color:red", "@media", "@media {", "{}{}", "a{;;;}", "a{b{c{d{", "<!-- a{top:0} -->"] {
            let _ = Sheet::parse(css);
        }
        assert_eq!(shown("} a{top:0}").len() + shown("a{} b{top:0}").len(), 1);
    }
}
