//! Every word that pages print and no editor typed, by key, for one language.
//!
//! In: `themes/<name>/strings/<language>.yaml`, flattened to dotted keys. Out: texts with their places filled.
//! Not here: reading the files; templates see the same words as the map `t`.

use std::collections::BTreeMap;

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    /// Language tag, such as `en-GB`.
    pub language: String,
    /// Text by dotted key, such as `figure.source`.
    pub texts: BTreeMap<String, String>,
}

impl Strings {
    /// The text behind a key; a missing key prints itself, which the theme check reports.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The text behind a key with `{name}` places filled.
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        filled(self.text(key), places)
    }

    /// A text that has a form for one thing (`key.one`) and for every other number (`key.other`).
    pub fn count(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        self.fill(&format!("{key}.{form}"), &[("n", &number.to_string())])
    }
}

/// Fills the `{name}` places of a text; an unknown place stays as it is.
pub fn filled(text: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            out.push('{');
            rest = tail;
            continue;
        };
        if let Some((_, value)) = places.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn places_are_filled_and_unknown_ones_stay() {
        assert_eq!(filled("page {n} of {all}", &[("n", "2"), ("all", "5")]), "page 2 of 5");
        assert_eq!(filled("{x} {", &[]), "{x} {");
    }
}
