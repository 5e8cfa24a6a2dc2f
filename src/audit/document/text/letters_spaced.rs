//! `letters-spaced`: a word whose letters are set apart by spaces.
//!
//! Letters in the order of the alphabet are an index, and a few are initials.

use super::is_typed_as_is;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "letters-spaced", severity: Severity::Warning, basis: &["WCAG 1.3.2", "WCAG failure F32"], check };

/// So many letters in a row are a word.
const LETTERS: usize = 5;

fn check(page: &Page<'_>, found: &mut Found) {
    for text in page.texts() {
        let Some(word) = spaced(text.words).filter(|_| !is_typed_as_is(page, text.node)) else { continue };
        let Some(around) = page.tree.parent(text.node) else { continue };
        let plain: String = word.split_whitespace().collect();
        found
            .at(page, around, format!("the letters of {} are set apart by spaces", quote(word)))
            .help(format!("write `{plain}` and let a style sheet set the letters apart"));
    }
}

/// The first run of single letters of a text, when they make a word.
fn spaced(text: &str) -> Option<&str> {
    if !has_letters_alone(text.trim()) {
        return None;
    }
    let (mut begin, mut end, mut count, mut ascends, mut last) = (0, 0, 0, true, '\0');
    for (at, word) in words(text) {
        let letter = word.chars().next().filter(|c| word.len() == 1 && c.is_ascii_alphabetic());
        let Some(letter) = letter else {
            if count >= LETTERS && !ascends {
                break;
            }
            count = 0;
            continue;
        };
        let letter = letter.to_ascii_lowercase();
        (begin, ascends) = if count == 0 { (at, true) } else { (begin, ascends && last < letter) };
        (end, count, last) = (at + 1, count + 1, letter);
    }
    (count >= LETTERS && !ascends).then(|| text.get(begin..end)).flatten()
}

/// Whether as many letters stand between two spaces as a word has within, one of them between plain ones. That is rare,
/// and this is asked of every text.
fn has_letters_alone(text: &str) -> bool {
    let (mut count, mut plain) = (0, false);
    let (mut before, mut letter) = (0, 0_u8);
    for behind in text.bytes() {
        // A fixed space is two bytes, and the letter stands behind the second or before the first.
        if matches!(before, b' ' | 0xa0) && matches!(behind, b' ' | 0xc2) && letter.is_ascii_alphabetic() {
            count += 1;
            plain |= before == b' ' && behind == b' ';
        }
        (before, letter) = (letter, behind);
    }
    plain && count >= LETTERS - 2
}

/// Words with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split([' ', '\u{a0}']).filter_map(move |word| {
        let start = at;
        at +=
            word.len() + text.get(start + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn only_words_in_single_letters_are_spaced() {
        assert_eq!(spaced("Read: W A R N I N G now"), Some("W A R N I N G"));
        assert_eq!(spaced("W A R N I N G"), Some("W A R N I N G"));
        for none in ["A B C D E F G", "J R R Tolkien", "a word", "plan b c d"] {
            assert_eq!(spaced(none), None, "{none}");
        }
    }
}
