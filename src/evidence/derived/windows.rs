//! Rolling figures: each value covers the periods of a window up to its own.
//!
//! In: rows with dates, one a period, after masking. Out: one row for each period from the first whole window on. A period
//! without a row or without a value is a gap: every window that holds it is unknown, never an eleven-month figure. A window
//! that holds a hidden value is hidden. The ratio is the sum of numerators over the sum of denominators.

use std::collections::BTreeMap;

use super::super::gather::scale;
use super::super::row::{Row, Rows};
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::derivation::{Derivation, Length, Method, Window};
use crate::model::note::MetricNote;
use crate::model::period::{Grain, Period};
use crate::model::quantity::{Decimal, Unit};

/// More periods than this between the first and the last row are no series.
const LONGEST: usize = 40_000;

/// Replaces rows by windows.
pub(super) fn rolling(
    note: &MetricNote,
    derivation: &Derivation,
    (unit, rows): (&Unit, &mut Rows),
    f: &mut Vec<Diagnostic>,
) {
    let length = periods(note, derivation, f);
    let raw = std::mem::take(&mut rows.list);
    let Some(length) = length else { return };
    let is_ratio = derivation.method == Method::RollingRatio;
    let known = raw.iter().any(|row| row.value.is_some() || row.ratio.is_some());
    for series in by_group(&raw) {
        let slots = grid(&series);
        let made = slots.windows(length).map(|window| summed(window, is_ratio, unit));
        let told = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.value.is_some() || row.hidden);
        rows.list.extend(made.skip_while(|row| !told(row)).flatten());
    }
    if rows.list.is_empty() && known && rows.is_whole {
        f.push(no_window(note, length));
    }
}

/// The finding that no window is whole.
fn no_window(note: &MetricNote, length: usize) -> Diagnostic {
    let message = format!("no {length} periods that follow each other are all reported");
    Diagnostic::error("window-longer", message, Place::Value(note.file, "window".to_owned()))
        .help("add the missing periods, or choose a shorter window")
}

/// How many periods of the note's length a window holds.
pub(super) fn periods(note: &MetricNote, derivation: &Derivation, f: &mut Vec<Diagnostic>) -> Option<usize> {
    let window = derivation.window?;
    let place = || Place::Key(note.file, "window".to_owned());
    let Some(grain) = note.grain else {
        f.push(
            Diagnostic::error("window-unclear", "`window` needs to know how long each period is", place())
                .help("add the length of the periods, for example `period: month`"),
        );
        return None;
    };
    let found = whole(window, grain).and_then(|count| usize::try_from(count).ok());
    if found.is_none() {
        let message =
            format!("{} {} are no whole number of periods of a {}", window.count, window.length.name(), grain.name());
        f.push(Diagnostic::error("window-unclear", message, place()).help(match grain {
            Grain::Day => "give the window in days or weeks, for example `window: 28 days`",
            Grain::Week => "give the window in weeks, for example `window: 52 weeks`",
            _ => {
                "give the window in months, quarters or years that hold whole periods, for example `window: 12 months`"
            }
        }));
    }
    found
}

fn whole(window: Window, grain: Grain) -> Option<u32> {
    let months = match window.length {
        Length::Month => Some(window.count),
        Length::Quarter => window.count.checked_mul(3),
        Length::Year => window.count.checked_mul(12),
        Length::Day | Length::Week => None,
    };
    let of = |size: u32| months.filter(|months| months.is_multiple_of(size)).map(|months| months / size);
    match (grain, window.length) {
        (Grain::Day, Length::Day) | (Grain::Week, Length::Week) => Some(window.count),
        (Grain::Day, Length::Week) => window.count.checked_mul(7),
        (Grain::Week, Length::Day) => window.count.is_multiple_of(7).then_some(window.count / 7),
        (Grain::Day | Grain::Week, _) => None,
        (Grain::Month, _) => of(1),
        (Grain::Quarter, _) => of(3),
        (Grain::FinancialYear | Grain::CalendarYear, _) => of(12),
    }
}

/// Rows of each group, groups in the order of the file.
pub(super) fn by_group(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut at: BTreeMap<&[String], usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let next = groups.len();
        let at = *at.entry(row.groups.as_slice()).or_insert(next);
        if at == next {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.get_mut(at) {
            group.push(row);
        }
    }
    groups
}

/// A period of a series, and its row where there is one.
pub(super) struct Slot<'r> {
    pub(super) period: Period,
    pub(super) row: Option<&'r Row>,
    /// The row itself, or the nearest before it: what stands in for the place of a gap.
    pub(super) near: &'r Row,
}

/// Every period from the first row to the last, gaps included.
pub(super) fn grid<'r>(series: &[&'r Row]) -> Vec<Slot<'r>> {
    let mut dated: BTreeMap<Date, &Row> = BTreeMap::new();
    for row in series {
        if let Some((first, _)) = row.period.as_ref().and_then(|period| period.days) {
            dated.entry(first).or_insert(row);
        }
    }
    let Some((_, first)) = dated.first_key_value() else { return Vec::new() };
    let last = dated.last_key_value().map(|(day, _)| *day);
    let mut next = first.period.clone();
    let mut near = *first;
    let mut slots = Vec::new();
    while let Some(period) = next.take().filter(|_| slots.len() < LONGEST) {
        let Some((day, _)) = period.days else { break };
        if Some(day) > last {
            break;
        }
        let row = dated.get(&day).copied();
        near = row.unwrap_or(near);
        // A period is shown as its row has it.
        let period = row.and_then(|row| row.period.clone()).unwrap_or(period);
        next = period.after();
        slots.push(Slot { period, row, near });
    }
    slots
}

/// One window as a row at its last period.
fn summed(window: &[Slot<'_>], is_ratio: bool, unit: &Unit) -> Option<Row> {
    let last = window.last()?;
    let mut row = made(last);
    row.hidden = window.iter().any(|slot| slot.row.is_some_and(|row| row.hidden));
    let whole = || -> Option<(Decimal, Decimal)> {
        let mut sums = (Decimal::ZERO, Decimal::ZERO);
        for slot in window {
            let part = slot.row?;
            let (top, bottom) = if is_ratio { part.ratio? } else { (part.value?, Decimal::ONE) };
            sums = (sums.0.checked_add(top)?, sums.1.checked_add(bottom)?);
        }
        Some(sums)
    };
    if !row.hidden
        && let Some((top, bottom)) = whole()
    {
        let scale = if is_ratio { scale(unit) } else { Decimal::ONE };
        row.value = top.checked_mul(scale).and_then(|top| top.checked_div(bottom));
        let is_exact = is_ratio || super::super::gather::scale(unit) == Decimal::ONE;
        row.ratio = row.value.filter(|_| is_exact).map(|_| (top, bottom));
    }
    Some(row)
}

/// A row at a period, still without a value.
pub(super) fn made(slot: &Slot<'_>) -> Row {
    let status = slot.row.map_or(slot.near.status, |row| row.status);
    Row {
        period: Some(slot.period.clone()),
        value: None,
        ratio: None,
        words: None,
        note: slot.row.and_then(|row| row.note.clone()),
        status,
        hidden: false,
        ..slot.near.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::model::derivation::Window;
    use crate::model::period::Grain;

    #[test]
    fn a_window_holds_whole_periods_or_none() {
        let count = |text: &str, grain| whole(Window::parse(text).unwrap(), grain);
        assert_eq!(count("12 months", Grain::Month), Some(12));
        assert_eq!(count("1 year", Grain::Quarter), Some(4));
        assert_eq!(count("3 years", Grain::FinancialYear), Some(3));
        assert_eq!(count("14 days", Grain::Week), Some(2));
        assert_eq!(count("12 months", Grain::Week), None);
        assert_eq!(count("4 months", Grain::Quarter), None);
        assert_eq!(count("10 days", Grain::Week), None);
    }
}
