//! `spelling`: a word is misspelled, or spelled the American way.
//!
//! In: the words of a page in the organisation's own voice. Out: a finding on each with what to write, and a correction
//! where only one is near. Names are left alone: a word with a capital is looked at only where a sentence begins, and
//! only when it is too long to be a place. Not here: the lists (`dictionary.rs`); forms that only a style asks for.

use std::ops::Range;

use super::dictionary::{Fine, Wrong};
use super::found::{Found, cased};
use super::page::Page;
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;
use crate::model::slug::distance;

pub(super) const RULE: Rule = Rule {
    code: "spelling",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: UK English"],
    pack: Pack::Every,
    list: None,
    check,
};

/// Letters of the shortest word that is looked up.
const SHORTEST: usize = 3;
/// Letters of the shortest word that is looked up with a capital: `Humber` and `Bootle` are places.
const SHORTEST_CAPITAL: usize = 8;
/// Letters of the shortest misspelling that can be corrected without asking.
const SHORTEST_CERTAIN: usize = 6;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    Fine::with(|fine| {
        for (_, word) in page.own_words() {
            // Nearly every word is plain, and was met before.
            let is_fine = word.plain && (word.range().len() < SHORTEST || fine.has(page.letters_of(word)));
            if !is_fine && is_candidate(page, word) {
                look(page, word, fine, found);
            }
        }
    });
}

fn is_candidate(page: &Page<'_>, word: Word) -> bool {
    let range = word.range();
    match word.shape {
        Shape::Lower => !word.digit && range.len() >= SHORTEST,
        Shape::Capital => !word.digit && range.len() >= SHORTEST_CAPITAL && page.begins_sentence(range.start),
        _ => false,
    }
}

/// Looks at a word, or at each part of `word-word` and `word/word`.
fn look(page: &Page<'_>, word: Word, fine: &mut Fine, found: &mut Found<'_>) {
    let typed = page.word(word);
    let start = word.range().start;
    if word.plain {
        return say(page, start..start + typed.len(), fine, found);
    }
    let mut at = start;
    for part in typed.split(['-', '/']) {
        let stem = part.trim_end_matches("'s").trim_end_matches("\u{2019}s");
        if stem.len() >= SHORTEST && stem.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            say(page, at..at + stem.len(), fine, found);
        }
        at += part.len() + 1;
    }
}

fn say(page: &Page<'_>, range: Range<usize>, fine: &mut Fine, found: &mut Found<'_>) {
    let typed = page.slice(range.clone());
    let Some(wrong) = fine.look_up(typed).filter(|_| !page.engine.has_own(typed)) else { return };
    let message = if wrong.is_american {
        format!("\"{typed}\" is the American spelling")
    } else {
        format!("\"{typed}\" is misspelled")
    };
    let words: Vec<String> = wrong.right.iter().map(|right| format!("\"{}\"", cased(right, typed))).collect();
    let told = found.say(range.clone(), message).help(format!("write {}", words.join(" or ")));
    match certain(typed, &wrong) {
        Some(right) => told.replace(&range, cased(right, typed)),
        None => told.help("if the word is right on this site, add it to `data/words.txt`"),
    };
}

/// The one word that must be meant.
fn certain(typed: &str, wrong: &Wrong) -> Option<&'static str> {
    let [right] = wrong.right.as_slice() else { return None };
    let is_near = typed.len() >= SHORTEST_CERTAIN && distance(typed, right) <= 1;
    (wrong.is_american || is_near).then_some(*right)
}
