//! `per-cent`: a percentage is not written with its sign.
//!
//! In: "percent", and "per cent" behind a number. Out: a finding and a correction. Not here: whether a share would be
//! clearer.

use super::found::{Found, cased};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "per-cent",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: per cent", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List =
    List { phrases: &[Phrase::hint(&["percent", "per cent"], "")], exceptions: &[], names: false, quotes: false };

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let before = hit.start.checked_sub(2).and_then(|at| page.word_at(at));
        let number =
            before.filter(|word| word.shape == Shape::Number && page.slice(word.range().end..hit.start) == " ");
        if let Some(number) = number {
            let whole = number.range().start..hit.end;
            let wanted = format!("{}%", page.word(number));
            found
                .say(whole.clone(), "a percentage is not written with its sign")
                .help(format!("write \"{wanted}\""))
                .replace(&whole, wanted);
        } else if page.slice(range.clone()).eq_ignore_ascii_case("percent") {
            let wanted = cased("per cent", page.slice(range.clone()));
            found
                .say(range.clone(), "\"percent\" is two words")
                .help("write \"per cent\", or % after a number")
                .replace(&range, wanted);
        }
    }
}
