//! Pictures whose words say nothing of them: "image", "alt text", "TBC".

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "image-alt-placeholder", severity: Severity::Error, basis: &["WCAG 1.1.1"], check };

const EMPTY_WORDS: [&str; 38] = [
    "alt",
    "alt tag",
    "alt text",
    "alternative text",
    "banner image",
    "blank",
    "caption",
    "decorative",
    "decorative image",
    "description",
    "empty",
    "figure",
    "graphic",
    "header image",
    "hero image",
    "icon",
    "image",
    "image description",
    "image goes here",
    "image here",
    "img",
    "insert alt text",
    "logo",
    "n/a",
    "na",
    "none",
    "null",
    "photo",
    "photograph",
    "pic",
    "picture",
    "placeholder",
    "spacer",
    "stock photo",
    "tbc",
    "thumbnail",
    "undefined",
    "untitled",
];

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, alt) in super::described(page).filter(|(_, alt)| says_nothing(alt)) {
        found
            .at(page, id, format!("{} says nothing of what the picture shows", quote(alt)))
            .help("say what it shows: `![A ramp at the front door](ramp.jpg)`; if it is only decoration, write so: `![decorative](ramp.jpg)`");
    }
}

fn says_nothing(alt: &str) -> bool {
    let words = alt.trim_matches(|sign: char| sign.is_ascii_punctuation() || sign.is_whitespace()).to_ascii_lowercase();
    words.is_empty() && alt.is_ascii() || EMPTY_WORDS.binary_search(&words.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(EMPTY_WORDS.is_sorted());
    }
}
