//! `quote-name`: a quotation names somebody.
//!
//! In: quoted words: a name behind a title (`Mrs Patel`), or a given name that is no other word. Out: a warning on each.
//! The name of whoever is quoted, as it stands in `by=`, is theirs to give. Names of places and bodies are left alone.
//! Not here: names elsewhere on the page, which the organisation writes itself.

use std::ops::Range;

use super::super::found::Found;
use super::super::page::{Page, Passage};
use super::super::rule::{Pack, Rule};
use super::super::split::{Shape, Word};
use super::given_names::GIVEN_NAMES;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "quote-name",
    severity: Severity::Warning,
    basis: &["House rule: nobody is identified by a quotation"],
    pack: Pack::Every,
    list: None,
    check,
};

const TITLES: [&str; 6] = ["Mr", "Mrs", "Miss", "Ms", "Mx", "Dr"];
/// Before a given name, these make the name of a place or of somebody known to all.
const BEFORE: [&str; 13] =
    ["St", "Saint", "King", "Queen", "Prince", "Princess", "Lady", "Lord", "Sir", "Pope", "President", "Port", "The"];
/// Behind a given name, these make the name of a place or a body.
const BEHIND: [&str; 42] = [
    "Avenue",
    "Care",
    "Carers",
    "Centre",
    "Charity",
    "Church",
    "Clinic",
    "Close",
    "Club",
    "College",
    "Cottage",
    "Court",
    "Curie",
    "Day",
    "Drive",
    "Foundation",
    "Gardens",
    "Group",
    "Hall",
    "Home",
    "Hospice",
    "Hospital",
    "House",
    "Infirmary",
    "Lane",
    "Lewis",
    "Library",
    "Line",
    "Lodge",
    "Park",
    "Place",
    "Project",
    "Road",
    "School",
    "Seacole",
    "Society",
    "Square",
    "Street",
    "Surgery",
    "Team",
    "Trust",
    "Ward",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.quoted) {
        let words = page.words(&passage.words);
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let length = named(page, words, at);
            if let Some(last) = length.checked_sub(1).and_then(|more| words.get(at + more)) {
                let range = word.range().start..last.range().end;
                if !is_given_by_speaker(page, passage, &range) {
                    say(page, range, found);
                }
            }
            at += length.max(1);
        }
    }
}

/// How many words from `at` on are somebody's name; 0 when they are not.
fn named(page: &Page<'_>, words: &[Word], at: usize) -> usize {
    let capital = |at: usize| words.get(at).filter(|word| word.shape == Shape::Capital);
    let text = |at: Option<usize>| at.and_then(capital).map(|word| page.word(*word)).unwrap_or_default();
    let first = text(Some(at));
    let beside = |at: usize| capital(at + 1).as_ref().is_some_and(|next| stand_together(page, words, at, **next));
    if TITLES.contains(&first) {
        let is_name = beside(at) && text(Some(at + 1)).len() > 1;
        return if is_name { 2 + usize::from(beside(at + 1)) } else { 0 };
    }
    let own = first.trim_end_matches("'s").trim_end_matches("\u{2019}s");
    if GIVEN_NAMES.binary_search(&own).is_err() || BEFORE.contains(&text(at.checked_sub(1))) {
        return 0;
    }
    let more = (at..words.len()).take_while(|next| beside(*next)).count();
    let is_body = (1..=more).any(|next| BEHIND.contains(&text(Some(at + next)).trim_end_matches("'s")));
    // `Mary's Hospital`, and a row of many names is a title of something.
    let is_other = is_body || more > 0 && own.len() < first.len() || more > 2;
    if is_other { 0 } else { 1 + more }
}

/// Whether nothing but a space is between two words.
fn stand_together(page: &Page<'_>, words: &[Word], at: usize, next: Word) -> bool {
    words.get(at).is_some_and(|word| page.slice(word.range().end..next.range().start) == " ")
}

fn is_given_by_speaker(page: &Page<'_>, passage: &Passage, range: &Range<usize>) -> bool {
    let by = page.directive(passage).and_then(|directive| directive.attribute("by")).unwrap_or_default();
    let first = page.slice(range.clone()).split(' ').next().unwrap_or_default();
    by.split(|letter: char| !letter.is_alphabetic()).any(|word| word == first && !TITLES.contains(&first))
}

fn say(page: &Page<'_>, range: Range<usize>, found: &mut Found<'_>) {
    let message = format!("a quotation names \"{}\"", page.slice(range.clone()));
    found
        .say(range, message)
        .help("say who it is without the name, for example \"my daughter\" or \"the social worker\"")
        .help("if the person agreed to be named, allow it with that reason");
}
