//! Figures against a base and running totals.
//!
//! In: rows with dates, after masking. Out: an index (value times 100 over that of the base period), or a total that runs
//! from the first period, and from each restart, to each period. A period without a value makes every later total of its
//! year unknown; a hidden one hides them. Not here: rolling windows.

use super::super::gather;
use super::super::row::{Row, Rows};
use super::windows::{by_group, grid, made};
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::Derivation;
use crate::model::note::MetricNote;
use crate::model::period::Period;
use crate::model::quantity::Decimal;
use crate::model::slug::nearest;

/// Replaces values by their index.
pub(super) fn index(note: &MetricNote, derivation: &Derivation, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    let raw = std::mem::take(&mut rows.list);
    let Some(typed) = derivation.base.as_deref() else { return };
    let wanted = Period::read(typed, note.grain);
    for series in by_group(&raw) {
        let is_base = |row: &&&Row| {
            let is_named = row.name == typed;
            is_named
                || row.period.as_ref().is_some_and(|period| match wanted.days {
                    Some(days) => period.days == Some(days),
                    None => period.text == typed,
                })
        };
        let Some(base) = series.iter().find(is_base) else {
            f.push(no_base(note, (typed, &wanted), &series));
            continue;
        };
        let divisor = base.value.filter(|value| *value > Decimal::ZERO);
        if divisor.is_none() && !base.hidden {
            let place = Place::Value(note.file, "base".to_owned());
            f.push(
                Diagnostic::error("base-missing", format!("the base period `{typed}` has no value above 0"), place)
                    .also(Place::Span(base.span), "its value")
                    .help("choose a period with a value above 0"),
            );
            continue;
        }
        rows.list.extend(series.iter().map(|row| {
            let index = row.value.zip(divisor).and_then(|(value, base)| {
                value.checked_mul(Decimal::ONE_HUNDRED).and_then(|top| top.checked_div(base))
            });
            let mut made = Row { value: index, ratio: None, words: None, ..(*row).clone() };
            made.hidden = row.hidden || base.hidden;
            made.carried.index = index;
            made
        }));
    }
}

fn no_base(note: &MetricNote, (typed, wanted): (&str, &Period), series: &[&Row]) -> Diagnostic {
    let texts = || series.iter().filter_map(|row| row.period.as_ref().map(|period| period.text.as_str()));
    let near = match wanted.days {
        Some((day, _)) => series
            .iter()
            .filter_map(|row| row.period.as_ref())
            .filter_map(|period| Some((period.days?.0.days_since(day).unsigned_abs(), period.text.as_str())))
            .min()
            .map(|(_, text)| text),
        None => nearest(typed, texts()).or_else(|| texts().next()),
    };
    let message = format!("the base period `{typed}` is not among the values");
    let finding = Diagnostic::error("base-missing", message, Place::Value(note.file, "base".to_owned()));
    match near {
        Some(near) => finding.help(format!("write `base: {near}`, the nearest period that is there")),
        None => finding.help(format!("give the values periods, for example {}", gather::example(note.grain))),
    }
}

/// Replaces values by running totals.
pub(super) fn cumulative(note: &MetricNote, derivation: &Derivation, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    let raw = std::mem::take(&mut rows.list);
    if note.grain.is_none() {
        f.push(
            Diagnostic::error(
                "window-unclear",
                "a running total needs to know how long each period is",
                Place::Key(note.file, "method".to_owned()),
            )
            .help("add the length of the periods, for example `period: month`"),
        );
        return;
    }
    for series in by_group(&raw) {
        let mut total = Some(Decimal::ZERO);
        let (mut hidden, mut year) = (false, None);
        for slot in grid(&series) {
            let own = derivation.restart.and_then(|month| year_of(&slot.period, month));
            if own != year {
                (total, hidden, year) = (Some(Decimal::ZERO), false, own);
            }
            hidden |= slot.row.is_some_and(|row| row.hidden);
            total = total.zip(slot.row.and_then(|row| row.value)).and_then(|(sum, value)| sum.checked_add(value));
            let mut row = made(&slot);
            row.hidden = hidden;
            row.value = total.filter(|_| !hidden);
            row.carried.cumulative = row.value;
            row.year = year;
            rows.list.push(row);
        }
    }
}

/// First and last calendar year of the year that begins in a month and holds the first day of a period.
fn year_of(period: &Period, restart: i8) -> Option<(i16, i16)> {
    let (year, month, _) = period.days?.0.parts();
    let first = if month < restart { year.checked_sub(1)? } else { year };
    Some((first, if restart == 1 { first } else { first.checked_add(1)? }))
}
