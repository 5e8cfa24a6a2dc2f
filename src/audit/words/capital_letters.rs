//! `capital-letters`: words are in block capitals.
//!
//! In: the text and its headings. Out: a finding on three words in a row, or one of more than 5 letters, all in capitals.
//! Abbreviations that the page explains or that everyone knows are left alone. Not here: capitals on ordinary words.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "capital-letters",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: capitalisation", "NHS content guide: punctuation"],
    pack: Pack::Every,
    list: None,
    check,
};

/// An abbreviation is hardly longer.
const LONGEST: usize = 5;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    // Where the run before ends.
    let mut behind = 0;
    for Among { passage, words, at, word: first } in page.shaped(&[Shape::Capitals]) {
        if passage.in_cell() || first.end <= behind {
            continue;
        }
        let words = words.get(at..).unwrap_or_default();
        let run = words.get(..run_length(page, words)).unwrap_or_default();
        let last = run.last().copied().unwrap_or(first);
        behind = last.end;
        let is_loud = match run.len() {
            1 | 2 => run.iter().any(|word| is_loud(page, *word)),
            _ => run.iter().any(|word| !super::known::is_known(page.word(*word))),
        };
        if is_loud {
            found
                .say(first.range().start..last.range().end, "words are in block capitals")
                .help("write small letters: block capitals are slow to read, and some screen readers spell them");
        }
    }
}

/// How many words from here on are in capitals, with nothing but spaces between them.
fn run_length(page: &Page<'_>, words: &[Word]) -> usize {
    let mut count = 0;
    let mut before: Option<Word> = None;
    for word in words {
        let joins = before.is_none_or(|before| page.between(before, *word) == " ");
        // `A` and `I` may stand in the middle.
        let fits = word.shape == Shape::Capitals || count > 0 && matches!(page.word(*word), "A" | "I");
        if !joins || !fits {
            break;
        }
        count += 1;
        before = Some(*word);
    }
    count
}

fn is_loud(page: &Page<'_>, word: Word) -> bool {
    let typed = page.word(word);
    word.shape == Shape::Capitals
        && typed.chars().count() > LONGEST
        && typed.chars().all(char::is_alphabetic)
        && !super::known::is_known(typed)
        && !page.is_explained(word)
}
