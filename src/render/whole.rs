//! Bodies of several pages on one: ids that stay apart, headings one level down.
//!
//! In: the finished HTML of a part. Out: the same with a prefix before each of its ids and before what refers to them.
//! Not here: templates; the parts in between.

use std::collections::BTreeSet;

/// Attributes that name ids.
const NAMES_IDS: [&str; 8] =
    ["id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];

/// The HTML of a part as it can stand beside others.
pub(super) fn apart(html: &str, prefix: &str) -> String {
    let mut ids = BTreeSet::new();
    each_tag(html, &mut String::new(), |tag, _| {
        each_attribute(tag, &mut String::new(), |name, value| {
            if name == "id" {
                ids.insert(value.to_owned());
            }
            value.to_owned()
        });
    });
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    each_tag(html, &mut out, |tag, out| {
        each_attribute(&lowered(tag), out, |name, value| renamed(name, value, prefix, &ids));
    });
    out
}

/// An attribute with the prefix before ids of the part. Links to other ids lead where they led.
fn renamed(name: &str, value: &str, prefix: &str, ids: &BTreeSet<String>) -> String {
    let own = |id: &str| if ids.contains(id) { format!("{prefix}-{id}") } else { id.to_owned() };
    if NAMES_IDS.contains(&name) {
        return value.split(' ').map(own).collect::<Vec<_>>().join(" ");
    }
    match value.strip_prefix('#').filter(|_| name == "href") {
        Some(id) => format!("#{}", own(id)),
        None => value.to_owned(),
    }
}

/// Copies the text, and hands each tag over without its angle brackets.
fn each_tag(html: &str, out: &mut String, mut tag: impl FnMut(&str, &mut String)) {
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        let (inside, after) = tail.split_at_checked(end(tail)).unwrap_or((tail, ""));
        out.push_str(text);
        out.push('<');
        tag(inside, out);
        rest = after;
    }
    out.push_str(rest);
}

/// Where a tag ends: the next `>` that stands in no quotation marks.
fn end(tail: &str) -> usize {
    let mut is_quoted = false;
    let found = tail.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    found.unwrap_or(tail.len())
}

/// Copies a tag with the values that `value` gives for its attributes.
fn each_attribute(tag: &str, out: &mut String, mut value: impl FnMut(&str, &str) -> String) {
    let mut rest = tag;
    while let Some((before, (inside, after))) =
        rest.split_once("=\"").and_then(|(before, tail)| Some((before, tail.split_once('"')?)))
    {
        let name = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        out.push_str(before);
        out.push_str("=\"");
        out.push_str(&value(name, inside));
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
}

/// A heading one level down, the sixth as it is; any other tag as it is.
fn lowered(tag: &str) -> String {
    let plain = tag.strip_prefix('/').unwrap_or(tag);
    let slash = if plain.len() < tag.len() { "/" } else { "" };
    let level = plain.strip_prefix('h').and_then(|rest| rest.get(..1)?.parse::<u8>().ok());
    let after = plain.get(2..).unwrap_or_default();
    match level.filter(|level| (1..6).contains(level) && (after.is_empty() || after.starts_with(' '))) {
        Some(level) => format!("{slash}h{}{after}", level + 1),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_what_refers_to_them_get_the_prefix() {
        let html = "<table aria-labelledby=\"c d\"><caption id=\"c\">A</caption></table><a href=\"#c\">x</a><a href=\"#d\">y</a>";
        let wanted = "<table aria-labelledby=\"p-c d\"><caption id=\"p-c\">A</caption></table><a href=\"#p-c\">x</a><a href=\"#d\">y</a>";
        assert_eq!(apart(html, "p"), wanted);
    }

    #[test]
    fn headings_go_one_level_down() {
        assert_eq!(
            apart("<h2 id=\"a\">A</h2><h6>B</h6><hr><header>", "p"),
            "<h3 id=\"p-a\">A</h3><h6>B</h6><hr><header>"
        );
    }

    #[test]
    fn text_and_odd_tags_stay_as_they_are() {
        for html in ["", "a &lt; id=\"x\"", "<p title=\"a > b\">c</p>", "<", "<p", "<p id=\"x", "h2>"] {
            assert_eq!(apart(html, "p"), html);
        }
    }
}
