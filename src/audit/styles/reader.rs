//! Selectors read from text.
//!
//! In: the text before `{`. Out: [`Selector`]s; those that cannot be read are left out. Not here: matching.

use super::super::tree::Name;
use super::selector::{AttributeTest, Combinator, Compound, Selector, State, Test};

/// Reads a list of selectors; those that cannot be read are left out.
pub(super) fn list(text: &str) -> Vec<Selector> {
    split(text, ',').into_iter().filter_map(selector).collect()
}

/// Parts of a text between signs that stand outside brackets and quotes.
fn split(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut quote, mut start) = (0_i32, None, 0);
    for (at, found) in text.char_indices() {
        match found {
            _ if quote == Some(found) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(found),
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if found == sign && depth == 0 => {
                parts.push(text.get(start..at).unwrap_or_default());
                start = at + found.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

fn selector(text: &str) -> Option<Selector> {
    let mut reader = Reader { rest: text.trim(), specificity: (0, 0, 0), state: State::Always };
    if reader.rest.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    let mut combinator = Combinator::None;
    loop {
        parts.push((reader.compound()?, combinator));
        combinator = match reader.combinator() {
            Combinator::None if reader.rest.is_empty() => break,
            Combinator::None => return None,
            found => found,
        };
    }
    parts.reverse();
    Some(Selector { parts, specificity: reader.specificity, state: reader.state })
}

struct Reader<'a> {
    rest: &'a str,
    specificity: (u16, u16, u16),
    state: State,
}

impl<'a> Reader<'a> {
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A name; escapes are not read, so such a selector is left out.
    fn ident(&mut self) -> Option<&'a str> {
        let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_') || !sign.is_ascii();
        let end = self.rest.find(|sign| !is_part(sign)).unwrap_or(self.rest.len());
        let (ident, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!ident.is_empty()).then_some(ident)
    }

    /// What stands in brackets from here on.
    fn bracketed(&mut self, close: char) -> Option<&'a str> {
        let open = if close == ')' { '(' } else { '[' };
        let (mut depth, mut quote) = (0, None);
        for (at, found) in self.rest.char_indices() {
            match found {
                _ if quote == Some(found) => quote = None,
                _ if quote.is_some() => {}
                '"' | '\'' => quote = Some(found),
                _ if found == open => depth += 1,
                _ if found == close && depth == 0 => {
                    let inside = self.rest.get(..at)?;
                    self.rest = self.rest.get(at + 1..)?;
                    return Some(inside);
                }
                _ if found == close => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn combinator(&mut self) -> Combinator {
        let trimmed = self.rest.trim_start();
        let spaced = trimmed.len() < self.rest.len();
        self.rest = trimmed;
        let found = [('>', Combinator::Child), ('+', Combinator::Next), ('~', Combinator::Later)];
        for (sign, combinator) in found {
            if self.take(sign) {
                self.rest = self.rest.trim_start();
                return combinator;
            }
        }
        if spaced && !trimmed.is_empty() { Combinator::Descendant } else { Combinator::None }
    }

    fn compound(&mut self) -> Option<Compound> {
        let mut compound = Compound::default();
        let before = self.rest.len();
        if !self.take('*')
            && let Some(name) = self.ident()
        {
            compound.name = Some(Name::from(name.to_ascii_lowercase()));
            self.specificity.2 += 1;
        }
        loop {
            if self.take('#') {
                compound.id = Some(self.ident()?.into());
                self.specificity.0 += 1;
            } else if self.take('.') {
                compound.classes.push(self.ident()?.into());
                self.specificity.1 += 1;
            } else if self.take('[') {
                let inside = self.bracketed(']')?;
                compound.attributes.push(attribute(inside)?);
                self.specificity.1 += 1;
            } else if self.rest.starts_with("::") {
                self.rest = self.rest.get(2..)?;
                self.ident()?;
                if self.take('(') {
                    self.bracketed(')')?;
                }
                self.state = State::Pseudo;
            } else if self.take(':') {
                self.pseudo(&mut compound)?;
            } else {
                return (self.rest.len() < before).then_some(compound);
            }
        }
    }

    fn pseudo(&mut self, compound: &mut Compound) -> Option<()> {
        let name = self.ident()?.to_ascii_lowercase();
        let inside = if self.take('(') { Some(self.bracketed(')')?) } else { None };
        self.specificity.1 += 1;
        match (name.as_str(), inside) {
            ("is" | "where" | "matches" | "-webkit-any" | "not", Some(inside)) => {
                let inner = list(inside);
                self.specificity.1 -= 1;
                if name != "where" {
                    let most = inner.iter().map(|found| found.specificity).max().unwrap_or_default();
                    self.specificity.0 += most.0;
                    self.specificity.1 += most.1;
                    self.specificity.2 += most.2;
                }
                let states = inner.iter().any(|found| found.state != State::Always);
                let whole = inner.len() == split(inside, ',').len();
                compound.tests.push(match name.as_str() {
                    _ if states || (name == "not" && !whole) => Test::Unknown,
                    "not" => Test::Not(inner),
                    _ => Test::Is(inner),
                });
            }
            ("root", None) => compound.tests.push(Test::Root),
            ("first-child", None) => compound.tests.push(Test::First),
            ("last-child", None) => compound.tests.push(Test::Last),
            ("only-child", None) => compound.tests.push(Test::Only),
            ("first-of-type", None) => compound.tests.push(Test::FirstOfType),
            ("last-of-type", None) => compound.tests.push(Test::LastOfType),
            ("nth-child" | "nth-last-child" | "nth-of-type" | "nth-last-of-type", Some(inside)) => {
                let (from_end, of_type) = (name.contains("last"), name.ends_with("type"));
                compound.tests.push(nth(inside).map_or(Test::Unknown, |(step, first)| Test::Nth {
                    step,
                    first,
                    from_end,
                    of_type,
                }));
            }
            ("link" | "any-link", None) => compound.tests.push(Test::Link),
            ("focus" | "focus-visible", None) => self.state = State::Focus,
            ("before" | "after" | "first-line" | "first-letter", None) => self.state = State::Pseudo,
            ("hover" | "active" | "visited" | "target" | "focus-within" | "checked" | "disabled" | "invalid", None) => {
                self.state = if self.state == State::Always { State::Other } else { self.state };
            }
            _ => compound.tests.push(Test::Unknown),
        }
        Some(())
    }
}

/// `odd`, `even`, `3`, `2n`, `2n+1`, `-n+3`; nothing for what is written in another way.
fn nth(text: &str) -> Option<(i32, i32)> {
    let text: String = text.to_ascii_lowercase().split_whitespace().collect();
    match text.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let Some((step, first)) = text.split_once('n') else { return Some((0, text.parse().ok()?)) };
    let step = match step {
        "" | "+" => 1,
        "-" => -1,
        number => number.parse().ok()?,
    };
    Some((step, if first.is_empty() { 0 } else { first.parse().ok()? }))
}

fn attribute(text: &str) -> Option<AttributeTest> {
    let text = text.trim();
    let Some(at) = text.find('=') else {
        return Some(AttributeTest { name: Name::from(text.to_ascii_lowercase()), value: None, any_case: false });
    };
    let (left, right) = (text.get(..at)?, text.get(at + 1..)?.trim());
    let operator = left.chars().next_back().filter(|sign| "~|^$*".contains(*sign));
    let name = left.trim_end_matches(['~', '|', '^', '$', '*']).trim();
    let quoted = right.starts_with(['"', '\'']);
    let (value, flag) = if quoted {
        let quote = right.chars().next()?;
        let (value, flag) = right.get(1..)?.split_once(quote)?;
        (value, flag.trim())
    } else {
        right.split_once(' ').unwrap_or((right, ""))
    };
    Some(AttributeTest {
        name: Name::from(name.to_ascii_lowercase()),
        value: Some((operator.unwrap_or('='), value.into())),
        any_case: flag.eq_ignore_ascii_case("i"),
    })
}
