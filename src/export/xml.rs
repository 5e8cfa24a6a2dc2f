//! Small helps for XML: an element with escaped text.
//!
//! In: names and texts. Out: XML. Not here: any format.

use crate::model::escape::push_escaped;

/// Appends `<name>text</name>` and a line end. Characters that XML does not allow are left out.
pub(super) fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    push_escaped(out, &allowed(text));
    out.push_str("</");
    // The closing tag has the name without attributes.
    out.push_str(name.split(' ').next().unwrap_or(name));
    out.push_str(">\n");
}

/// The text without the characters that XML does not allow.
pub(super) fn allowed(text: &str) -> String {
    let is_allowed = |c: &char| (!c.is_control() || matches!(c, '\t' | '\n')) && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(is_allowed).collect()
}
