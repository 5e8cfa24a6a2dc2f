//! The part that each value has in its own group or period, for bars that are stacked.
//!
//! In: the values of a table of two dimensions, or of one over time, after masking. Out: shares and wholes, each made only of
//! values that are shown, and only where all of them are. Parts are those of the last dimension; the whole is the group of
//! the first, or the period. Not here: shares of the total of everything (`derive.rs`).

use std::collections::BTreeMap;

use super::check::is_additive;
use super::display::{Style, percent};
use crate::model::derivation::{Method, Within};
use crate::model::metric::Observation;
use crate::model::note::MetricNote;
use crate::model::quantity::{Bound, Decimal, Unit};

/// Gives the values their parts.
pub(super) fn within(note: &MetricNote, dimensions: usize, values: &mut [Observation], style: Style<'_>) {
    let in_time = values.iter().any(|value| value.period.is_some());
    let is_share = note.derivation.as_ref().is_some_and(|found| found.method == Method::Share);
    let is_counted = note.totals != Some(false) && is_additive(note, style.unit);
    let is_table = if in_time { dimensions == 1 } else { dimensions == 2 };
    if !is_table || !(is_share || is_counted) || !values.iter().all(is_part) {
        return;
    }
    if is_share {
        return values.iter_mut().for_each(|value| value.carried.within = of_share(value, style));
    }
    let mut wholes: BTreeMap<String, Option<Decimal>> = BTreeMap::new();
    for value in values.iter() {
        let sum = wholes.entry(line(value)).or_insert(Some(Decimal::ZERO));
        *sum = sum.zip(value.value.as_ref()).and_then(|(sum, part)| sum.checked_add(part.value));
    }
    for value in values {
        let whole = wholes.get(&line(value)).copied().flatten().filter(|whole| *whole > Decimal::ZERO);
        let part = value.value.as_ref().map(|quantity| quantity.value).zip(whole);
        value.carried.within = part.and_then(|(part, whole)| {
            let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
            Some(Within { share, share_display: percent(share), whole, whole_display: style.number(whole) })
        });
    }
}

/// Whether a value can be stacked: known, exact, not below zero.
fn is_part(value: &Observation) -> bool {
    value.value.as_ref().is_some_and(|part| part.bound == Bound::Exact && part.value >= Decimal::ZERO)
}

/// What the parts of a value's whole have in common.
fn line(value: &Observation) -> String {
    match &value.period {
        Some(period) => period.text.clone(),
        None => value.group.first().cloned().unwrap_or_default(),
    }
}

/// A value that is a share already.
fn of_share(value: &Observation, style: Style<'_>) -> Option<Within> {
    let (share, whole) = value.value.as_ref().map(|quantity| quantity.value).zip(value.denominator)?;
    let count = Style { unit: &Unit::Ratio, decimals: whole.normalize().scale(), ..style };
    Some(Within { share, share_display: value.display.clone(), whole, whole_display: count.number(whole) })
}
