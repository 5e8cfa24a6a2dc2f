//! `easy-read-hard-word`: a long word of an Easy Read page is not explained.
//!
//! In: words of four syllables or more in small letters. Out: a notice on the first of each, unless the next sentence
//! says what it means. Words that everybody knows are left alone. Not here: the glossary.

use super::super::found::Found;
use super::super::page::Page;
use super::super::page::Passage;
use super::super::rule::{Pack, Rule};
use super::super::split::{Shape, Word};
use super::super::syllables::syllables;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-hard-word",
    severity: Severity::Notice,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

/// Syllables of the shortest hard word.
const HARD: u32 = 4;
/// Letters of the shortest word that is counted.
const SHORTEST: usize = 9;
/// Long words that everybody knows.
const EASY: [&str; 20] = [
    "activities",
    "anybody",
    "appointment",
    "community",
    "electricity",
    "emergency",
    "especially",
    "everybody",
    "everything",
    "information",
    "january",
    "february",
    "necessary",
    "supermarket",
    "telephone",
    "television",
    "temperature",
    "university",
    "vegetables",
    "volunteering",
];
/// A sentence with one of these says what the word before it means.
const EXPLAINS: [&str; 10] =
    ["means", "mean", "this is", "these are", "it is", "they are", "that is", "is when", "is a", "is someone"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut said: Vec<&str> = Vec::new();
    let passages: Vec<&Passage> = super::passages(page).collect();
    for (position, passage) in passages.iter().enumerate() {
        for word in page.words(&passage.words) {
            let text = page.word(*word);
            let is_word = word.shape == Shape::Lower && text.len() >= SHORTEST && !text.contains(['-', '/']);
            if !is_word || syllables(text) < HARD || EASY.contains(&text) || said.contains(&text) {
                continue;
            }
            said.push(text);
            if !is_explained(page, passage, passages.get(position + 1).copied(), *word) {
                found
                    .say(word.range(), format!("\"{text}\" is a hard word and is not explained"))
                    .help(format!("use a shorter word, or explain it in the next sentence: \"This means ...\""));
            }
        }
    }
}

/// Whether the word's own sentence or the one behind it says what it means.
fn is_explained(page: &Page<'_>, passage: &Passage, next: Option<&Passage>, word: Word) -> bool {
    let own = page.sentences(passage);
    let at = own.iter().position(|sentence| sentence.text.contains(&word.range().start)).unwrap_or(0);
    let behind = own.get(at + 1).or_else(|| next.and_then(|next| page.sentences(next).first()));
    let says = |range: std::ops::Range<usize>| {
        let text = page.slice(range).to_lowercase();
        EXPLAINS.iter().any(|words| text.split(' ').collect::<Vec<_>>().join(" ").contains(words))
    };
    let rest =
        own.get(at).is_some_and(|sentence| page.slice(word.range().end..sentence.text.end).starts_with(" means"));
    rest || behind.is_some_and(|sentence| says(sentence.text.clone()))
}
