//! "Highest" and "lowest" in a headline, about a value that the headline names.
//!
//! In: a headline and its metric. Out: a finding where another value is higher, or lower. Judged is a clause that names
//! exactly one value and holds exactly one such word, and only where every value is known. Not here: movement.

use super::Claim;
use super::words::{Way, Word, before, is_plain};
use crate::diag::{Diagnostic, Place};
use crate::model::metric::{Metric, Observation};
use crate::model::quantity::Decimal;

const SUPERLATIVES: [(&str, Way); 9] = [
    ("highest", Way::Up),
    ("largest", Way::Up),
    ("biggest", Way::Up),
    ("greatest", Way::Up),
    ("most", Way::Up),
    ("lowest", Way::Down),
    ("smallest", Way::Down),
    ("fewest", Way::Down),
    ("least", Way::Down),
];
/// Nouns that any measure has.
const MEASURES: [&str; 12] = [
    "number",
    "numbers",
    "share",
    "part",
    "proportion",
    "amount",
    "amounts",
    "figure",
    "count",
    "rate",
    "value",
    "level",
];
/// Words between two clauses.
const JOINTS: [&str; 4] = ["and", "but", "while", "whereas"];

/// Holds each clause against the values.
pub(super) fn check(claim: Claim<'_>, metric: &Metric, list: &[Word<'_>], f: &mut Vec<Diagnostic>) {
    let claimed: Vec<(usize, Way)> =
        (0..list.len()).filter_map(|at| Some((at, superlative(list, at, metric)?))).collect();
    if claimed.is_empty() || !has_one_rank(metric) {
        return;
    }
    let named = named(claim.sentence.text, metric);
    for (at, way) in &claimed {
        let Some(word) = list.get(*at).copied().filter(|_| is_plain(list, *at)) else { continue };
        let clause = clause(list, word, &named);
        let inside = |start: usize| clause.contains(&start);
        let mut values = named.iter().filter(|name| inside(name.start));
        let others = claimed.iter().filter(|(other, _)| list.get(*other).is_some_and(|word| inside(word.start)));
        let (Some(name), None) = (values.next(), values.next()) else { continue };
        if others.count() == 1 {
            f.extend(contradiction(claim, metric, (name.value, word), *way));
        }
    }
}

/// Which end of the ranks a word claims, where it is about the metric and not about something else's size.
fn superlative(list: &[Word<'_>], at: usize, metric: &Metric) -> Option<Way> {
    let word = list.get(at)?;
    let (_, way) = SUPERLATIVES.iter().find(|(name, _)| word.is(name))?;
    let previous = before(list, at, 1)?;
    let has_article = previous.is("the");
    if word.is_one_of(&["most", "least", "fewest"]) && !has_article {
        return None;
    }
    let of_metric = match list.get(at + 1) {
        None => true,
        Some(next) => next.is_one_of(&MEASURES) || next.is_one_of(&["in", "for", "at"]) || is_of(metric, next.text),
    };
    // "since 2019", "on record": compared with what is not in the data.
    let beyond = list.iter().skip(at).any(|word| word.is_one_of(&["since", "record", "ever", "among", "except"]));
    (of_metric && !beyond && (has_article || previous.is_one_of(&["was", "were", "is", "are"]))).then_some(*way)
}

/// Whether the metric's own words hold a word.
fn is_of(metric: &Metric, word: &str) -> bool {
    let unit = metric.unit.name();
    let own = [metric.title.as_str(), metric.measure.as_deref().unwrap_or_default(), &unit];
    word.chars().count() > 3
        && own.iter().any(|text| text.split(|c: char| !c.is_alphanumeric()).any(|own| own.eq_ignore_ascii_case(word)))
}

/// Whether the values can be ranked: all known, none bounded, each label once.
fn has_one_rank(metric: &Metric) -> bool {
    let known = |value: &Observation| value.value.is_some();
    let mut labels: Vec<&str> = metric.values.iter().map(|value| value.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    metric.values.len() > 1 && metric.values.iter().all(known) && labels.len() == metric.values.len()
}

/// A value whose label stands in the headline.
struct Named<'m> {
    value: &'m Observation,
    start: usize,
    end: usize,
}

/// The values that a headline names; where one label holds another, the longer one counts.
fn named<'m>(text: &str, metric: &'m Metric) -> Vec<Named<'m>> {
    let heard = text.to_ascii_lowercase().replace('–', "-");
    let mut found: Vec<Named<'m>> = Vec::new();
    if heard.len() != text.len() {
        return found;
    }
    for value in &metric.values {
        let typed = value.label.to_ascii_lowercase();
        let ways = [typed.clone(), typed.replace('-', " to ")];
        let spot = ways.iter().find_map(|label| Some((whole_word(&heard, label)?, label.len())));
        found.extend(spot.map(|(start, length)| Named { value, start, end: start + length }));
    }
    let inside =
        |a: &Named<'_>, b: &Named<'_>| a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start;
    let longest: Vec<bool> = found.iter().map(|a| !found.iter().any(|b| inside(a, b))).collect();
    found.into_iter().zip(longest).filter(|(_, keep)| *keep).map(|(name, _)| name).collect()
}

fn whole_word(text: &str, label: &str) -> Option<usize> {
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let mut spots = text.match_indices(label).filter(|_| !label.is_empty());
    spots
        .find(|(at, _)| {
            let (before, after) =
                (text.get(..*at).unwrap_or_default(), text.get(at + label.len()..).unwrap_or_default());
            is_edge(before.chars().next_back()) && is_edge(after.chars().next())
        })
        .map(|(at, _)| at)
}

/// The bytes of the clause around a word. A joint inside a label joins no clauses.
fn clause(list: &[Word<'_>], word: Word<'_>, named: &[Named<'_>]) -> std::ops::Range<usize> {
    let is_joint = |joint: &&Word<'_>| {
        joint.is_one_of(&JOINTS) && !named.iter().any(|name| joint.start >= name.start && joint.end <= name.end)
    };
    let start = list.iter().filter(is_joint).rfind(|joint| joint.end <= word.start).map_or(0, |joint| joint.end);
    let end =
        list.iter().filter(is_joint).find(|joint| joint.start >= word.end).map_or(usize::MAX, |joint| joint.start);
    start..end
}

fn contradiction(
    claim: Claim<'_>,
    metric: &Metric,
    (value, word): (&Observation, Word<'_>),
    way: Way,
) -> Option<Diagnostic> {
    let number = |value: &Observation| value.value.as_ref().map(|quantity| quantity.value);
    let own = number(value)?;
    let beats = |other: Decimal| if way == Way::Up { other > own } else { other < own };
    let better = metric.values.iter().filter(|other| number(other).is_some_and(beats));
    let first = better.reduce(|a, b| {
        let (x, y) = (number(a), number(b));
        if (way == Way::Up) == (y > x) && x != y { b } else { a }
    })?;
    let message = format!("`{}` is at {}, and `{}` is at {}", value.label, value.display, first.label, first.display);
    Some(
        Diagnostic::error("claim-rank", message, Place::Span(claim.span(word)))
            .label(format!("the headline says `{}`", word.text))
            .also(Place::Span(first.span), "this value")
            .help(format!("name `{}`, or correct the figures if they are wrong", first.label)),
    )
}
