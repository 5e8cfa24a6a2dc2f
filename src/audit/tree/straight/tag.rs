//! The attributes of a start tag, as far as they are written plainly.
//!
//! In: the text from behind the tag's name on. Out: the attributes, put into the tree. Not here: what elements mean.

use std::ops::Range;

use super::super::{Attribute, Name};
use super::{MOST_ATTRIBUTES, Reader, is_space, names};

/// The name of an element that stands at a place: small letters, digits; nothing where any other sign ends it.
pub(super) fn word(html: &str, at: usize) -> Option<&str> {
    let rest = html.as_bytes().get(at..)?;
    let length = rest.iter().position(|byte| !(byte.is_ascii_lowercase() || byte.is_ascii_digit()))?;
    matches!(rest.get(length)?, b' ' | b'\n' | b'\t' | b'>' | b'/').then_some(())?;
    html.get(at..at + length)
}

impl Reader<'_> {
    /// Reads the attributes up to the end of the tag. Returns whether the tag ends its element, too.
    pub(super) fn attributes(&mut self, foreign: bool) -> Option<bool> {
        let first = self.tree.attributes.len();
        loop {
            let rest = self.html.as_bytes().get(self.at..)?;
            let space = rest.iter().position(|byte| !is_space(*byte))?;
            self.at += space;
            match rest.get(space)? {
                b'>' => {
                    self.at += 1;
                    return Some(false);
                }
                b'/' if rest.get(space + 1) == Some(&b'>') => {
                    self.at += 2;
                    return Some(true);
                }
                _ if space > 0 => {}
                _ => return None,
            }
            let name = self.attribute_name(foreign)?;
            let value = self.value()?;
            let own = self.tree.attributes.get(first..)?;
            if own.len() > MOST_ATTRIBUTES || own.iter().any(|known| known.name == name) {
                return None;
            }
            self.tree.attributes.push(Attribute { name, value });
        }
    }

    fn attribute_name(&mut self, foreign: bool) -> Option<Name> {
        let rest = self.html.as_bytes().get(self.at..)?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let length = rest.iter().position(|byte| !plain(*byte))?;
        let name = self.html.get(self.at..self.at + length).filter(|name| !name.is_empty())?;
        self.at += length;
        if foreign { names::svg_attribute(name) } else { names::attribute(name) }
    }

    /// The value behind a name; an attribute without one has an empty one.
    fn value(&mut self) -> Option<Range<u32>> {
        let rest = self.html.as_bytes().get(self.at..)?;
        match rest.first()? {
            b'>' | b'/' => return Some(0..0),
            b' ' | b'\n' | b'\t' => {
                // An equals sign may still come.
                return (!rest.trim_ascii_start().starts_with(b"=")).then_some(0..0);
            }
            b'=' => {}
            _ => return None,
        }
        let rest = rest.get(1..)?;
        let quote = *rest.first()?;
        let (start, length, closing) = if matches!(quote, b'"' | b'\'') {
            (self.at + 2, rest.get(1..)?.iter().position(|byte| *byte == quote)?, 1)
        } else {
            let length = rest.iter().position(|byte| is_space(*byte) || *byte == b'>')?;
            let odd = rest.get(..length)?.iter().any(|byte| matches!(byte, b'"' | b'\'' | b'<' | b'=' | b'`'));
            (self.at + 1, (length > 0 && !odd).then_some(length)?, 0)
        };
        let run = start..start + length;
        self.at = run.end + closing;
        self.filled(run)
    }
}
