//! Signs that are written as references: `&amp;`, `&#163;`.
//!
//! In: text between tags, or the value of an attribute, with references in it. Out: where its words stand once they are
//! filled in. Not here: references that browsers mend, and the names that few pages use.

use std::ops::Range;

use crate::model::source::offset;

/// Adds `typed` to `words`, its references filled in.
pub(super) fn filled(typed: &str, words: &mut String) -> Option<Range<u32>> {
    let start = offset(words.len());
    let (before, mut rest) = typed.split_at_checked(typed.find('&')?)?;
    words.push_str(before);
    while let Some(behind) = rest.strip_prefix('&') {
        match behind.bytes().next() {
            Some(byte) if byte.is_ascii_alphanumeric() || byte == b'#' => {
                let end = behind.bytes().take(12).position(|byte| byte == b';')?;
                words.push(sign(behind.get(..end)?)?);
                rest = behind.get(end + 1..)?;
            }
            // Without a name an ampersand is one.
            Some(b' ' | b'\n' | b'&') => {
                words.push('&');
                rest = behind;
            }
            _ => return None,
        }
        let next = rest.find('&').unwrap_or(rest.len());
        let (plain, more) = rest.split_at_checked(next)?;
        words.push_str(plain);
        rest = more;
    }
    Some(start..offset(words.len()))
}

/// The sign that a reference names.
fn sign(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let digits = number.strip_prefix(['x', 'X']);
        let is_number = digits.unwrap_or(number).bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = digits.map_or_else(|| number.parse(), |digits| u32::from_str_radix(digits, 16)).ok()?;
        // Others are errors, or read as the signs of an old code page.
        let is_plain = is_number && (matches!(code, 0x20..=0x7E | 0xA0..=0xD7FF | 0xE000..=0xFDCF | 0xFDF0..=0xFFFD));
        return char::from_u32(code).filter(|_| is_plain);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "copy" => '©',
        "pound" => '£',
        "euro" => '€',
        "middot" => '·',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "times" => '×',
        "shy" => '\u{ad}',
        _ => return None,
    })
}
