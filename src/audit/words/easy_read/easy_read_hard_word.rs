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
/// Words of care that are hard however short they are.
const OF_CARE: [&str; 5] = ["advocacy", "domiciliary", "reablement", "respite", "safeguarding"];
/// A sentence with one of these says what the word before it means.
const EXPLAINS: [&str; 9] = [
    " means ",
    " mean ",
    " this is ",
    " these are ",
    " it is ",
    " they are ",
    " that is ",
    " is when ",
    " is someone ",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut said: Vec<&str> = Vec::new();
    let passages: Vec<&Passage> = super::passages(page).collect();
    for (position, passage) in passages.iter().enumerate() {
        for word in page.words(&passage.words).iter().filter(|word| word.shape == Shape::Lower) {
            let text = page.word(*word);
            if !is_hard(text) || said.contains(&text) {
                continue;
            }
            said.push(text);
            if !is_explained(page, passage, passages.get(position + 1).copied(), *word) {
                found
                    .say(word.range(), format!("\"{text}\" is a hard word and is not explained"))
                    .help("use a shorter word, or explain it in the next sentence: \"This means ...\"");
            }
        }
    }
}

fn is_hard(word: &str) -> bool {
    let is_long = || word.len() >= SHORTEST && !word.contains(['-', '/']) && syllables(word) >= HARD;
    OF_CARE.contains(&word) || !EASY.contains(&word) && is_long()
}

/// Whether the word's own sentence or the one behind it says what it means.
fn is_explained(page: &Page<'_>, passage: &Passage, next: Option<&Passage>, word: Word) -> bool {
    let own = page.sentences(passage);
    let at = own.iter().position(|sentence| sentence.text.contains(&word.range().start)).unwrap_or(0);
    let behind = own.get(at + 1).or_else(|| next.and_then(|next| page.sentences(next).first()));
    let says = |text: &str| {
        let text = format!(" {} ", text.to_lowercase());
        EXPLAINS.iter().any(|words| text.contains(words))
    };
    let rest = own.get(at).map(|sentence| page.slice(word.range().end..sentence.text.end)).unwrap_or_default();
    rest.starts_with(" means ") || behind.is_some_and(|sentence| says(page.slice(sentence.text.clone())))
}
