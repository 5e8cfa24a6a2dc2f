//! Where each tag stands in the file.
//!
//! In: the text, and the tokens that the tokenizer hands on, one after the other. Out: the bytes of each start tag.
//! The tokenizer tells lines only. But tokens come in the order of the text, so the next start tag `a` stands at the
//! next `<a`, once comments and the text of scripts and styles are stepped over.

use std::ops::Range;

/// A place in the text that moves on with the tokens.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0 }
    }

    /// Steps over a start tag. Returns its bytes.
    pub(super) fn start_tag(&mut self, name: &str) -> Range<usize> {
        let start = self.find(|rest| is_tag(rest.get(1..), name));
        let end = self.end_of_tag(start);
        self.at = end;
        start..end
    }

    /// Steps over an end tag.
    pub(super) fn end_tag(&mut self, name: &str) {
        let start = self.find(|rest| rest.get(1) == Some(&b'/') && is_tag(rest.get(2..), name));
        self.at = self.end_of_tag(start);
    }

    /// Steps over a comment, a declaration or what is read as one.
    pub(super) fn comment(&mut self, words: &str) {
        let start = self.find(|rest| matches!(rest.get(1), Some(b'!' | b'?' | b'/')));
        self.at = (start + 2 + words.len()).min(self.text.len());
        self.at = self.next(b'>').map_or(self.text.len(), |at| at + 1);
    }

    /// The next `<` from here on at which something begins; the end of the text if there is none.
    fn find(&self, begins: impl Fn(&[u8]) -> bool) -> usize {
        let mut at = self.at;
        while let Some(found) = self.text.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
            at += found;
            if self.text.get(at..).is_some_and(&begins) {
                return at;
            }
            at += 1;
        }
        self.text.len()
    }

    fn next(&self, byte: u8) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        rest.iter().position(|found| *found == byte).map(|found| self.at + found)
    }

    /// One past the `>` that ends the tag which begins at `start`; quotes after `=` may hold a `>`.
    fn end_of_tag(&self, start: usize) -> usize {
        let mut quote = None;
        let mut before = b' ';
        for (at, byte) in self.text.iter().enumerate().skip(start) {
            match (quote, *byte) {
                (Some(open), byte) if byte == open => quote = None,
                (None, b'>') => return at + 1,
                (None, byte @ (b'"' | b'\'')) if before == b'=' => quote = Some(byte),
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = *byte;
            }
        }
        self.text.len()
    }
}

/// Whether a tag of that name begins the bytes.
fn is_tag(rest: Option<&[u8]>, name: &str) -> bool {
    let Some((found, after)) = rest.and_then(|rest| rest.split_at_checked(name.len())) else { return false };
    let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>');
    found.eq_ignore_ascii_case(name.as_bytes()) && after.first().is_none_or(ends)
}
