//! What a line shows, in sentences made from its values.
//!
//! In: a metric over time. Out: start and end, change, turning points, highest and lowest, gaps, provisional values.
//! Every number is the metric's own display text. Not here: any judgement or cause.

use crate::model::metric::{Metric, Observation, Status};
use crate::model::quantity::Decimal;
use crate::model::strings::Strings;
use crate::model::wording::{amount, change};

use super::breaks::words;

/// A value that can be drawn.
type Known<'a> = (&'a Observation, Decimal);

/// The sentences.
pub fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let known: Vec<Known<'_>> =
        metric.values.iter().filter_map(|value| Some((value, value.value.as_ref()?.value))).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
    let at = |key: &str, (value, _): &Known<'_>| {
        let value_words = amount(&value.display, &metric.unit, strings);
        strings.fill(key, &[("value", &value_words), ("period", &value.label)])
    };
    let high = known.iter().rev().max_by_key(|(_, size)| *size).unwrap_or(first);
    let low = known.iter().min_by_key(|(_, size)| *size).unwrap_or(first);
    if high.1 == low.1 {
        let mut sentences = vec![at("chart.line.equal", first)];
        sentences.extend(remarks(metric, strings));
        return sentences;
    }
    let mut sentences = vec![at("chart.line.start", first), at("chart.line.end", last)];
    if is_broken(metric) {
        // What lies on two sides of a break is not compared: no change, no highest, no lowest.
        sentences.extend(remarks(metric, strings));
        return sentences;
    }
    sentences.extend(overall(metric, (first, last), strings));
    sentences.extend(turns(&known, metric, strings));
    sentences.push(at("chart.line.highest", high));
    sentences.push(at("chart.line.lowest", low));
    sentences.extend(remarks(metric, strings));
    sentences
}

/// The change from the first to the last value, if that is what the metric's change is about.
fn overall(metric: &Metric, (first, last): (&Known<'_>, &Known<'_>), strings: &Strings) -> Option<String> {
    let change_of = metric.change.as_ref()?;
    let ends = (metric.values.get(change_of.from)?, metric.values.get(change_of.to)?);
    if !std::ptr::eq(ends.0, first.0) || !std::ptr::eq(ends.1, last.0) {
        return None;
    }
    let words = change(metric, strings)?;
    Some(strings.fill("chart.line.change", &[("change", &words)]))
}

/// Where the line turns: ends of rises and falls that are at least a quarter of its whole range.
fn turns(known: &[Known<'_>], metric: &Metric, strings: &Strings) -> Vec<String> {
    let turning = turning_points(known);
    match turning.as_slice() {
        [] | [_, _, _, _, _, ..] => {
            let mut said = Vec::new();
            if turning.len() > 4 {
                said.push(strings.count("chart.line.turns", turning.len()));
            }
            said
        }
        few => {
            let mut from = known.first().map_or(Decimal::ZERO, |(_, size)| *size);
            let mut said = Vec::with_capacity(few.len());
            for (order, (value, size)) in few.iter().enumerate() {
                let way = if *size > from { "rises" } else { "falls" };
                let key = if order == 0 { format!("chart.line.{way}") } else { format!("chart.line.then-{way}") };
                let value_words = amount(&value.display, &metric.unit, strings);
                said.push(strings.fill(&key, &[("value", &value_words), ("period", &value.label)]));
                from = *size;
            }
            said
        }
    }
}

/// The points at which a rise of note ends and a fall of note begins, or the other way round.
fn turning_points<'a>(known: &[Known<'a>]) -> Vec<Known<'a>> {
    let sizes = || known.iter().map(|(_, size)| *size);
    let (Some(low), Some(high)) = (sizes().min(), sizes().max()) else { return Vec::new() };
    let enough = high.checked_sub(low).unwrap_or(Decimal::MAX) / Decimal::from(4);
    let far = |a: Decimal, b: Decimal| a.checked_sub(b).is_none_or(|run| run.abs() >= enough);
    let mut turning = Vec::new();
    let Some(mut extreme) = known.first().copied() else { return turning };
    let (mut least, mut most) = (extreme, extreme);
    let mut rising: Option<bool> = None;
    for point in known.iter().copied() {
        match rising {
            None => {
                if point.1 < least.1 {
                    least = point;
                }
                if point.1 > most.1 {
                    most = point;
                }
                if far(point.1, least.1) && point.1 > least.1 {
                    rising = Some(true);
                    extreme = point;
                } else if far(point.1, most.1) && point.1 < most.1 {
                    rising = Some(false);
                    extreme = point;
                }
            }
            Some(up) => {
                if (point.1 > extreme.1) == up && point.1 != extreme.1 {
                    extreme = point;
                } else if far(point.1, extreme.1) && point.1 != extreme.1 {
                    turning.push(extreme);
                    rising = Some(!up);
                    extreme = point;
                }
            }
        }
    }
    turning
}

/// Whether a break lies between two values.
fn is_broken(metric: &Metric) -> bool {
    let days = || metric.values.iter().filter_map(|value| value.period.as_ref()?.days);
    let ends = days().map(|(first, _)| first).min().zip(days().map(|(_, last)| last).max());
    ends.is_some_and(|(first, last)| metric.footing.break_between(first, last).is_some())
}

/// What is missing, what may change and where the series breaks.
pub fn remarks(metric: &Metric, strings: &Strings) -> Vec<String> {
    let missing: Vec<&str> =
        metric.values.iter().filter(|value| value.value.is_none()).map(|value| value.label.as_str()).collect();
    let mut said = Vec::new();
    match missing.as_slice() {
        [] => {}
        [one] => said.push(strings.fill("chart.line.missing-one", &[("period", one)])),
        many => said.push(strings.count("chart.line.missing", many.len())),
    }
    let open = metric.values.iter().filter(|value| value.value.is_some() && unsettled(value)).count();
    if open > 0 {
        said.push(strings.count("chart.line.provisional", open));
    }
    if is_broken(metric) {
        said.extend(metric.footing.breaks.iter().map(|found| words(found, strings)));
        said.push(strings.text("chart.break.not-compared").to_owned());
    }
    said
}

fn unsettled(value: &Observation) -> bool {
    matches!(value.status, Status::Provisional | Status::Estimated)
}
