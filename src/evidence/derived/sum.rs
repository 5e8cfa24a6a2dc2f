//! Several metrics added: value by value where they have the same periods and groups.
//!
//! In: the metrics that a note names, as they are shown, so that a sum with a hidden part is hidden. Out: rows, or findings
//! why they never meet: unlike units, bases, kinds of saving, periods. Not here: when two metrics may meet (`units.rs`).

use std::collections::{BTreeMap, BTreeSet};

use super::super::Inputs;
use super::super::row::{Row, Rows};
use super::super::shared::Shared;
use super::super::units::comparable;
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::{Carried, Method};
use crate::model::metric::{Metric, Metrics, Observation, Status};
use crate::model::note::MetricNote;
use crate::model::quantity::{Bound, Decimal, Quantity, Unit};
use crate::model::slug::nearest;
use crate::model::source::Span;

/// Notes in an order in which every sum comes after its parts; sums that wait for each other come last.
pub(in super::super) fn order(notes: &[MetricNote]) -> Vec<&MetricNote> {
    let is_sum = |note: &&MetricNote| note.derivation.as_ref().is_some_and(|found| found.method == Method::Sum);
    let (mut waiting, mut ordered): (Vec<&MetricNote>, Vec<&MetricNote>) = notes.iter().partition(is_sum);
    loop {
        let pending: BTreeSet<&str> = waiting.iter().map(|note| note.id.as_str()).collect();
        let waits = |note: &&MetricNote| {
            note.derivation.iter().flat_map(|found| &found.of).any(|id| pending.contains(id.as_str()))
        };
        let (still, ready): (Vec<&MetricNote>, Vec<&MetricNote>) = waiting.iter().copied().partition(waits);
        let is_done = ready.is_empty();
        ordered.extend(ready);
        if is_done {
            ordered.extend(still);
            return ordered;
        }
        waiting = still;
    }
}

/// Ids of all notes, to tell a metric that waits for this one from one that is not there.
pub(in super::super) struct Known<'m> {
    /// What has been computed.
    pub(in super::super) metrics: &'m Metrics,
    /// Which columns hold counts of people that some note hides.
    pub(in super::super) shared: &'m Shared,
    /// The ids of all notes.
    pub(in super::super) ids: &'m BTreeSet<&'m str>,
}

/// The rows of a sum.
pub(in super::super) fn rows(
    note: &MetricNote,
    unit: &Unit,
    (known, inputs): (&Known<'_>, &Inputs<'_>),
    f: &mut Vec<Diagnostic>,
) -> Rows {
    let mut out = Rows { inside: true, ..Rows::default() };
    let Some(parts) = parts(note, known, f) else { return out };
    if let Some(why) = unlike(note, unit, &parts) {
        let place = Place::Value(note.file, "of".to_owned());
        f.push(
            Diagnostic::error("sum-unlike", why, place)
                .help("add only metrics of one unit, one basis and one kind of saving; show the others beside the sum"),
        );
        return out;
    }
    let place = inputs.place_of(note.file, "of");
    let Some(list) = added(note, &parts, place) else {
        let names: Vec<String> = parts.iter().map(|part| format!("`{}`", part.id)).collect();
        let message = format!("{} have no periods or groups in common", names.join(" and "));
        f.push(
            Diagnostic::error("sum-unlike", message, Place::Value(note.file, "of".to_owned()))
                .help("add metrics about the same periods and the same groups"),
        );
        return out;
    };
    out.is_whole = true;
    out.inside = parts.iter().all(|part| part.grain.is_none() && part.dimensions.is_empty());
    out.dimensions = parts.first().map(|part| part.dimensions.clone()).unwrap_or_default();
    out.list = list;
    out
}

fn parts<'m>(note: &MetricNote, known: &Known<'m>, f: &mut Vec<Diagnostic>) -> Option<Vec<&'m Metric>> {
    let ids = note.derivation.as_ref().map(|found| found.of.as_slice()).unwrap_or_default();
    let before = f.len();
    let mut parts: Vec<&Metric> = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        let place = Place::Value(note.file, format!("of.{at}"));
        if ids.iter().take(at).any(|other| other == id) {
            let finding = Diagnostic::error("sum-unlike", format!("`{id}` would be added twice"), place);
            f.push(finding.help("name each metric once"));
        } else if let Some(metric) = known.metrics.get(id) {
            parts.extend((!metric.values.is_empty()).then_some(metric));
        } else if known.ids.contains(id.as_str()) {
            let finding =
                Diagnostic::error("sum-circle", format!("`{}` is a part of its own part `{id}`", note.id), place);
            f.push(finding.help(format!("take `{id}` out of the sum, or `{}` out of `{id}`", note.id)));
        } else {
            let finding = Diagnostic::error("figure-metric-unknown", format!("there is no metric `{id}`"), place);
            f.push(match nearest(id, known.metrics.keys().map(String::as_str)) {
                Some(near) => finding.help(format!("write `{near}`")),
                None => finding.help(format!("add the file data/metrics/{id}.yaml")),
            });
        }
    }
    // A part without values has findings of its own.
    (f.len() == before && !parts.is_empty() && parts.len() == ids.len()).then_some(parts)
}

/// Why the metrics never meet, or do not make what the note says.
fn unlike(note: &MetricNote, unit: &Unit, parts: &[&Metric]) -> Option<String> {
    let first = *parts.first()?;
    if parts.len() > 1
        && let Some(why) = parts.iter().skip(1).find_map(|part| comparable(first, part).err())
    {
        return Some(why);
    }
    if matches!(first.unit, Unit::Percent | Unit::Ratio | Unit::Index) {
        return Some(format!("`{}` is in {}, and values of this unit do not add up", first.id, first.unit.name()));
    }
    if first.unit != *unit {
        return Some(format!("the sum is in {} and `{}` in {}", unit.name(), first.id, first.unit.name()));
    }
    if first.basis != note.basis {
        let (own, part) = (note.basis.name(), first.basis.name());
        return Some(format!("the sum is on the basis `{own}` and `{}` on the basis `{part}`", first.id));
    }
    if first.kind != note.kind {
        return Some(format!("the sum and `{}` do not say the same kind of saving", first.id));
    }
    None
}

/// What tells a value from its neighbours, in every metric alike.
type Key = (String, Vec<String>, String);

fn key(value: &Observation) -> Key {
    let period = value.period.as_ref().map_or(String::new(), |period| match period.days {
        Some((first, last)) => format!("{first} {last}"),
        None => period.text.to_lowercase(),
    });
    let name = if period.is_empty() && value.group.is_empty() { value.key.clone() } else { String::new() };
    (period, value.group.clone(), name)
}

fn added(note: &MetricNote, parts: &[&Metric], place: (Span, u32)) -> Option<Vec<Row>> {
    let maps: Vec<BTreeMap<Key, &Observation>> =
        parts.iter().map(|part| part.values.iter().map(|value| (key(value), value)).collect()).collect();
    let first = maps.first()?;
    let is_series = parts.iter().all(|part| part.grain.is_some() && part.grain == parts.first().and_then(|p| p.grain));
    let same = maps.iter().all(|map| map.keys().eq(first.keys()));
    if !same && !is_series {
        return single(note, parts, place);
    }
    let mut seen = BTreeSet::new();
    let keys = parts.iter().flat_map(|part| part.values.iter().map(|value| (key(value), value)));
    let order: Vec<(Key, &Observation)> = keys.filter(|(key, _)| seen.insert(key.clone())).collect();
    let row = |(key, like): (Key, &Observation)| {
        let values: Vec<Option<&Observation>> = maps.iter().map(|map| map.get(&key).copied()).collect();
        total(note, like, &values, place)
    };
    Some(order.into_iter().map(row).collect())
}

/// Metrics of one value each, about the same time, whatever their keys are.
fn single(note: &MetricNote, parts: &[&Metric], place: (Span, u32)) -> Option<Vec<Row>> {
    let mut values = Vec::with_capacity(parts.len());
    for part in parts {
        let [only] = part.values.as_slice() else { return None };
        values.push(only);
    }
    let first = *values.first()?;
    let when = |value: &Observation, part: &Metric| (key(value).0, part.covers.clone());
    let about = |at: usize| Some(when(values.get(at)?, parts.get(at)?));
    if (1..parts.len()).any(|at| about(at) != about(0)) || values.iter().any(|value| value.group != first.group) {
        return None;
    }
    let values: Vec<Option<&Observation>> = values.into_iter().map(Some).collect();
    Some(vec![total(note, first, &values, place)])
}

/// One row: unknown where a part is, hidden where a part is.
fn total(note: &MetricNote, like: &Observation, parts: &[Option<&Observation>], place: (Span, u32)) -> Row {
    let known: Option<Vec<&Quantity>> = parts.iter().map(|part| part.and_then(|value| value.value.as_ref())).collect();
    let sum = known.as_ref().and_then(|known| known.iter().try_fold(Decimal::ZERO, |sum, q| sum.checked_add(q.value)));
    let bound = known
        .as_ref()
        .and_then(|known| known.iter().try_fold(Bound::Exact, |sum, quantity| joined(sum, quantity.bound)));
    let value = sum.filter(|_| bound.is_some());
    Row {
        name: if like.group.is_empty() && (like.period.is_none() || !is_dated(like)) {
            like.key.clone()
        } else {
            String::new()
        },
        groups: like.group.clone(),
        period: like.period.clone(),
        value,
        ratio: None,
        places: value.map_or(0, |value| value.scale()),
        bound: bound.unwrap_or(Bound::Exact),
        words: None,
        carried: Carried::default(),
        year: None,
        status: parts.iter().flatten().map(|value| value.status).fold(note.status, less_settled),
        note: None,
        span: place.0,
        name_span: place.0,
        line: place.1,
        hidden: parts.iter().flatten().any(|value| value.suppressed),
    }
}

fn is_dated(value: &Observation) -> bool {
    value.period.as_ref().is_some_and(|period| period.days.is_some())
}

/// The bound of a sum; none where one part is at least and another at most what is said.
fn joined(a: Bound, b: Bound) -> Option<Bound> {
    match (a, b) {
        (a, Bound::Exact) => Some(a),
        (Bound::Exact, b) => Some(b),
        (a, b) if a == b => Some(a),
        (Bound::MoreThan | Bound::AtLeast, Bound::MoreThan | Bound::AtLeast) => Some(Bound::MoreThan),
        (Bound::LessThan | Bound::AtMost, Bound::LessThan | Bound::AtMost) => Some(Bound::LessThan),
        _ => None,
    }
}

fn less_settled(a: Status, b: Status) -> Status {
    let rank = |status: Status| match status {
        Status::Final => 0,
        Status::Revised => 1,
        Status::Provisional => 2,
        Status::Estimated => 3,
    };
    if rank(b) > rank(a) { b } else { a }
}
