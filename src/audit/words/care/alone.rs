//! Whether an adjective stands alone for people: `the disabled`, and not `the disabled person`.
//!
//! In: a page and where the phrase ends. Out: yes when no noun can follow. Not here: which phrases are asked about.

use super::super::page::Page;

/// Words that cannot be what an adjective before them describes.
/// Not `and`: `the deaf and hard of hearing community`.
const NO_NOUN: [&str; 45] = [
    "a", "all", "also", "are", "as", "at", "because", "been", "but", "by", "can", "could", "do", "does", "for", "from",
    "had", "has", "have", "if", "in", "into", "is", "may", "might", "must", "need", "needs", "of", "on", "should",
    "such", "that", "the", "to", "was", "we", "were", "when", "where", "who", "whose", "will", "with", "would",
];

/// Whether a phrase that ends at `end` is followed by no noun.
pub(super) fn stands_alone(page: &Page<'_>, end: usize) -> bool {
    let Some(passage) = page.passage_at(end.saturating_sub(1)) else { return false };
    let rest = page.slice(end..passage.text.end);
    let mut letters = rest.chars();
    match letters.next() {
        None => true,
        Some(sign) if sign.is_whitespace() => {
            let word = rest.trim_start().split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            rest.trim().is_empty() || NO_NOUN.contains(&word)
        }
        // An apostrophe or a hyphen makes another word of it.
        Some(sign) => matches!(sign, '.' | ',' | ';' | ':' | '!' | '?' | ')'),
    }
}
