//! The word "significant" beside a change: it needs a test.
//!
//! In: a headline or a sentence about one metric. Out: a finding where the note states no test, or one that does not
//! support the word. "Significant" of other things (harm, needs) is left alone. Not here: other claims.

use super::Claim;
use super::words::{Word, before, is_plain, is_quoted, way, words};
use crate::diag::{Diagnostic, Place};
use crate::model::metric::Metric;

/// What can be significant in a statistical sense.
const CHANGES: [&str; 14] = [
    "fall",
    "drop",
    "decrease",
    "reduction",
    "decline",
    "rise",
    "increase",
    "growth",
    "change",
    "difference",
    "improvement",
    "gap",
    "trend",
    "effect",
];
/// Words that "significantly" may qualify.
const COMPARATIVES: [&str; 8] = ["fewer", "less", "lower", "more", "higher", "better", "worse", "different"];

/// Holds the word against the note.
pub(super) fn check(claim: Claim<'_>, metric: &Metric, f: &mut Vec<Diagnostic>) {
    if !claim.sentence.text.to_ascii_lowercase().contains("significant") {
        return;
    }
    let list = words(claim.sentence.text);
    let claims = |at: &usize| says_significant(&list, *at) && is_plain(&list, *at);
    let Some(word) = (0..list.len()).find(claims).and_then(|at| list.get(at)).copied() else { return };
    if is_quoted(claim.sentence.text, word) {
        return;
    }
    let place = Place::Span(claim.span(word));
    match &metric.footing.test {
        None => f.push(
            Diagnostic::warning(
                "claim-significant",
                format!("`{}` claims a statistical test, and the note of `{}` states none", word.text, metric.id),
                place,
            )
            .also(Place::File(metric.file), "the note")
            .help("write `large`, or give the numbers and leave the word out")
            .help("or state the test in the note: `test: { name: chi-squared, p: 0.03 }`"),
        ),
        Some(test) if !test.is_significant() => f.push(
            Diagnostic::error(
                "claim-significant",
                format!("`{}` is not what the test of `{}` shows", word.text, metric.id),
                place,
            )
            .label(format!("p is {}, and the level is {}", test.p.normalize(), test.level.normalize()))
            .also(Place::File(metric.file), "the note with the test")
            .help("say that the difference may be chance, or leave the word out"),
        ),
        Some(_) => {}
    }
}

fn says_significant(list: &[Word<'_>], at: usize) -> bool {
    let Some(word) = list.get(at) else { return false };
    let next = list.get(at + 1);
    if word.is("significant") {
        let is_change = |word: Option<&Word<'_>>| word.is_some_and(|word| word.is_one_of(&CHANGES));
        let is_said = before(list, at, 1).is_some_and(|word| word.is("statistically"));
        return is_said || is_change(next) || is_change(list.get(at + 2));
    }
    if !word.is("significantly") {
        return false;
    }
    next.is_some_and(|next| next.is_one_of(&COMPARATIVES))
        || way(list, at + 1).is_some()
        || at > 0 && way(list, at - 1).is_some()
}
