//! How much each value differs from an earlier one.
//!
//! In: rows with dates, after masking. Out: for each period the difference from the one before, from the same period a year
//! before, or from a base period: in percent of the earlier value where the unit is percent, else in the unit of the
//! values. Nothing where either is missing, hidden where either is hidden; no percentage of a value of 0 or below.
//! Not here: differences of percentages, which are percentage points and never stand under one label with these.

use std::collections::BTreeMap;

use super::super::row::{Row, Rows};
use super::windows::{by_group, grid, made};
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::derivation::{Against, Derivation};
use crate::model::note::MetricNote;
use crate::model::period::{Grain, Period};
use crate::model::quantity::{Decimal, Unit};

/// Replaces values by how much they differ.
pub(super) fn change(
    note: &MetricNote,
    derivation: &Derivation,
    (unit, rows): (&Unit, &mut Rows),
    f: &mut Vec<Diagnostic>,
) {
    let raw = std::mem::take(&mut rows.list);
    let Some(grain) = note.grain else {
        let place = Place::Key(note.file, "method".to_owned());
        f.push(
            Diagnostic::error("window-unclear", "a change needs to know how long each period is", place)
                .help("add the length of the periods, for example `period: month`"),
        );
        return;
    };
    if let Some(row) = raw.iter().find(|row| row.ratio.is_some()) {
        let message = "the change of a share is in percentage points, not in percent";
        f.push(
            Diagnostic::error("method-unit", message, Place::Span(row.span))
                .help("show the share itself; its change is `{{ metric.change.points }}` in a sentence"),
        );
        return;
    }
    let base = derivation.base.as_deref().map(|typed| Period::read(typed, note.grain));
    for series in by_group(&raw) {
        let slots = grid(&series);
        let by_day: BTreeMap<Date, &Row> =
            slots.iter().filter_map(|slot| Some((slot.period.days?.0, slot.row?))).collect();
        let before = rows.list.len();
        for slot in &slots {
            let Some((day, _)) = slot.period.days else { continue };
            let from = match &base {
                Some(base) => base.days.map(|(first, _)| first),
                None => earlier(day, derivation.against, grain),
            };
            let from = from.and_then(|day| by_day.get(&day)).copied();
            let mut row = made(slot);
            row.hidden = slot.row.is_some_and(|row| row.hidden) || from.is_some_and(|row| row.hidden);
            if !row.hidden {
                row.value = slot
                    .row
                    .and_then(|row| row.value)
                    .zip(from.and_then(|row| row.value))
                    .and_then(|pair| differ(pair, unit));
            }
            // What has nothing before it is no gap.
            if rows.list.len() > before || row.value.is_some() || row.hidden {
                rows.list.push(row);
            }
        }
    }
}

/// The first day of the period that one is compared with.
fn earlier(day: Date, against: Against, grain: Grain) -> Option<Date> {
    let before = match (against, grain) {
        (Against::PeriodBefore, _) => grain.start(day.plus_days(-1)),
        // The 52nd week before has the same place in its year.
        (Against::YearBefore, Grain::Week) => day.plus_days(-364),
        (Against::YearBefore, _) => day.plus_months(-12),
    };
    (before < day).then_some(before)
}

fn differ((later, earlier): (Decimal, Decimal), unit: &Unit) -> Option<Decimal> {
    let difference = later.checked_sub(earlier)?;
    if *unit != Unit::Percent {
        return Some(difference);
    }
    if earlier <= Decimal::ZERO { None } else { difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(earlier) }
}
