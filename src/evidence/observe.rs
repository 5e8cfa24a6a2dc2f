//! Rows become observations: named, labelled, in order, with the text a person sees.
//!
//! In: rows after masking. Out: [`Observation`]s. Not here: shares and changes (`derive.rs`).

use std::collections::BTreeSet;

use super::display::{Style, period};
use super::row::{Row, Rows};
use crate::model::derivation::{Carried, LimitsDisplay};
use crate::model::metric::{Basis, Observation};
use crate::model::note::MetricNote;
use crate::model::quantity::{Quantity, Unit};
use crate::model::slug::slug;

/// Decimal places of a metric: those its note says; else none for counts, one for ratios, pence where there are any, and
/// otherwise as many as the most exact value is typed with.
pub(super) fn decimals(note: &MetricNote, unit: &Unit, rows: &Rows) -> u32 {
    if let Some(places) = note.decimals {
        return places;
    }
    let typed = rows.list.iter().map(|row| row.places).max().unwrap_or(0).min(9);
    let has_ratio = rows.list.iter().any(|row| row.ratio.is_some());
    match unit {
        Unit::Count(_) if note.basis != Basis::Average => 0,
        Unit::Pounds if has_ratio => 2,
        _ if has_ratio => typed.max(1),
        _ => typed,
    }
}

/// The values in order: by time where all have dates, else as in the file.
pub(super) fn observations(rows: &Rows, style: Style<'_>) -> Vec<Observation> {
    let mut ordered: Vec<&Row> = rows.list.iter().collect();
    let days = |row: &Row| row.period.as_ref().and_then(|period| period.days);
    if !rows.inside && ordered.iter().all(|row| days(row).is_some()) {
        ordered.sort_by_key(|row| days(row));
    }
    let mut keys = BTreeSet::new();
    let mut values = Vec::with_capacity(ordered.len());
    for row in ordered {
        let key = unique(key(row, values.len()), &keys);
        keys.insert(key.clone());
        values.push(observation(row, key, style));
    }
    values
}

fn observation(row: &Row, key: String, style: Style<'_>) -> Observation {
    let value = row.value.map(|value| Quantity { value, bound: row.bound, words: row.words.clone() });
    let missing = if row.hidden { "figure_words.hidden" } else { "figure_words.unknown" };
    let display =
        value.as_ref().map_or_else(|| style.strings.text(missing).to_owned(), |quantity| style.quantity(quantity));
    let (label, short_label) = labels(row, style);
    Observation {
        key,
        label,
        short_label,
        period: row.period.clone(),
        group: row.groups.clone(),
        value,
        display,
        share: None,
        share_display: None,
        numerator: row.ratio.map(|(top, _)| top),
        denominator: row.ratio.map(|(_, bottom)| bottom),
        carried: carried(row, style),
        status: row.status,
        note: row.note.clone(),
        suppressed: row.hidden,
        span: row.span,
        line: row.line,
    }
}

/// What else a derived value has, its interval ready to print; nothing of a hidden one.
fn carried(row: &Row, style: Style<'_>) -> Carried {
    if row.hidden {
        return Carried::default();
    }
    let mut carried = row.carried.clone();
    carried.bounds_display =
        carried.lower.zip(carried.upper).map(|(lower, upper)| (style.number(lower), style.number(upper)));
    carried.limits_display = carried.limits.map(|limits| LimitsDisplay {
        pooled: style.number(limits.pooled),
        lower_95: style.number(limits.lower_95),
        upper_95: style.number(limits.upper_95),
        lower_998: style.number(limits.lower_998),
        upper_998: style.number(limits.upper_998),
    });
    carried
}

fn labels(row: &Row, style: Style<'_>) -> (String, String) {
    if !row.groups.is_empty() {
        let label = row.groups.join(", ");
        return (label.clone(), label);
    }
    if let Some(typed) = &row.period {
        let (long, short) = period(typed, style.strings);
        let Some((from, to)) = row.year else { return (long, short) };
        // A running total that begins again says which year it is of.
        let years = if from == to {
            from.to_string()
        } else {
            style.strings.fill("period.years", &[("from", &from.to_string()), ("to", &to.to_string())])
        };
        return (style.strings.fill("derived.in-year", &[("period", &long), ("years", &years)]), short);
    }
    let words = row.name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let label: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    (label.clone(), label)
}

fn key(row: &Row, at: usize) -> String {
    let period = row.period.as_ref().map_or("", |period| period.text.as_str());
    let key = if row.name.is_empty() { slug(&format!("{} {period}", row.groups.join(" "))) } else { slug(&row.name) };
    if key.is_empty() { format!("row-{}", at + 1) } else { key }
}

/// Two groups may differ only in signs that a slug drops; the second then gets a number.
fn unique(key: String, taken: &BTreeSet<String>) -> String {
    if !taken.contains(&key) {
        return key;
    }
    let numbered = (2..=taken.len() + 2).map(|number| format!("{key}-{number}")).find(|name| !taken.contains(name));
    numbered.unwrap_or(key)
}
