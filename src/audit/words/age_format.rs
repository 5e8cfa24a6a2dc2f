//! `age-format`: an age is shortened, so that it is not clear who is meant.
//!
//! In: "over 65s", "under-18s", "65+" and "aged 65+". Out: a finding. Not here: "4-16 years"; that is `range-dash`.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "age-format",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: ages", "NHS content guide: age"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.figures() {
        let typed = page.word(word);
        let before =
            at.checked_sub(1).and_then(|at| words.get(at)).filter(|before| page.between(**before, word) == " ");
        let side = before.map(|before| page.word(*before)).unwrap_or_default();
        let is_side = |names: [&str; 2]| names.iter().any(|name| side.eq_ignore_ascii_case(name));
        let start = before.map_or(word.range().start, |before| before.range().start);
        let range = match word.shape {
            Shape::Number if of_many(typed) && is_side(["over", "under"]) => start..word.range().end,
            Shape::Number if is_plus(typed) && (is_side(["aged", "age"]) || is_people(page, words.get(at + 1))) => {
                word.range()
            }
            Shape::Lower | Shape::Capital if is_joined(typed) => word.range(),
            _ => continue,
        };
        let typed = page.slice(range.clone());
        found
            .say(range.clone(), format!("\"{typed}\" does not say who is included"))
            .help("write \"aged 65 and over\" or \"aged 17 and under\"");
    }
}

/// `65s`.
fn of_many(typed: &str) -> bool {
    typed.strip_suffix('s').is_some_and(|age| (1..=2).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit()))
}

/// `65+`.
fn is_plus(typed: &str) -> bool {
    typed.strip_suffix('+').is_some_and(|age| age.len() == 2 && age.bytes().all(|b| b.is_ascii_digit()))
}

/// `under-18s`.
fn is_joined(typed: &str) -> bool {
    typed.split_once('-').is_some_and(|(side, age)| {
        (side.eq_ignore_ascii_case("under") || side.eq_ignore_ascii_case("over")) && of_many(age)
    })
}

fn is_people(page: &Page<'_>, word: Option<&Word>) -> bool {
    word.is_some_and(|word| matches!(page.word(*word), "year" | "years" | "age" | "only"))
}
