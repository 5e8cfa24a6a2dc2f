//! Small counts are hidden here, once, before anything else may see a number.
//!
//! In: raw rows, the total that would be published, the threshold. Out: the same rows with `hidden` set and their numbers
//! gone, and whether the total is hidden too. Counts from 1 to the threshold less 1 are hidden, 0 is shown; where the total
//! would give a hidden count back, further counts are hidden, the smallest first. What follows works on published values
//! only, so nothing derived can tell more. Not here: display.

use super::row::{Row, Rows};
use crate::model::derivation::Carried;
use crate::model::metric::Basis;
use crate::model::note::{Disclosure, MetricNote};
use crate::model::quantity::{Decimal, Unit, rounded};
use crate::model::settings::Settings;

/// Whether small counts of a metric are hidden, and from which number on they are shown.
pub(super) fn threshold(note: &MetricNote, unit: &Unit, settings: &Settings) -> Option<Decimal> {
    let protects = match note.disclosure {
        Disclosure::People => true,
        Disclosure::Off => false,
        Disclosure::ByUnit => *unit == Unit::Count("people".to_owned()),
    };
    let applies = protects && note.basis != Basis::Average && settings.disclosure_threshold > 1;
    applies.then(|| Decimal::from(settings.disclosure_threshold))
}

/// Hides what must be hidden. Says whether the total may be shown.
pub(super) fn mask(rows: &mut Rows, total: Option<Decimal>, threshold: Decimal) -> bool {
    for row in &mut rows.list {
        row.hidden |= is_small_row(row, threshold);
    }
    if rows.list.iter().any(|row| row.ratio.is_some()) {
        clear(rows);
        return total.is_none_or(|total| !is_small(total, threshold));
    }
    let mut shows_total = total.is_some_and(|total| !is_small(total, threshold));
    if rows.dimensions.len() + usize::from(has_periods(rows)) > 1 {
        // Until tables of two ways publish their own totals, each line of one is treated as if its total were known.
        let lines = lines(rows);
        let mut changes = true;
        while changes {
            changes = false;
            for line in &lines {
                changes |= hide_more(&mut rows.list, line);
            }
        }
    }
    let all: Vec<usize> = (0..rows.list.len()).collect();
    while shows_total && gives_away(&rows.list, &all) {
        shows_total = hide_next(&mut rows.list, &all);
    }
    clear(rows);
    total.is_none() || shows_total
}

/// Rounds what is still shown to a multiple, half away from zero.
pub(super) fn round(rows: &mut Rows, total: Option<Decimal>, base: u32) -> Option<Decimal> {
    let base = Decimal::from(base.max(1));
    let nearest = |value: Decimal| value.checked_div(base).map_or(value, |times| rounded(times, 0) * base);
    for row in rows.list.iter_mut().filter(|row| row.ratio.is_none()) {
        row.value = row.value.map(nearest);
    }
    total.map(nearest)
}

fn is_small(value: Decimal, threshold: Decimal) -> bool {
    value > Decimal::ZERO && value < threshold
}

fn is_small_row(row: &Row, threshold: Decimal) -> bool {
    match row.ratio {
        // A share tells both counts, and the count of those who are left.
        Some((top, bottom)) => [top, bottom, bottom - top].into_iter().any(|count| is_small(count, threshold)),
        None => row.value.is_some_and(|value| is_small(value, threshold)),
    }
}

fn has_periods(rows: &Rows) -> bool {
    rows.list.iter().any(|row| row.period.is_some())
}

/// Rows that agree in all but one of their groups and periods, for each way to do so.
fn lines(rows: &Rows) -> Vec<Vec<usize>> {
    let coordinates: Vec<Vec<&str>> = rows
        .list
        .iter()
        .map(|row| {
            let period = row.period.as_ref().map(|period| period.text.as_str());
            row.groups.iter().map(String::as_str).chain(period).collect()
        })
        .collect();
    let ways = coordinates.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = Vec::new();
    for free in 0..ways {
        let mut sorted: Vec<usize> = (0..coordinates.len()).collect();
        let fixed = |at: usize| {
            let whole = coordinates.get(at).map_or(&[][..], Vec::as_slice);
            whole.iter().enumerate().filter(move |(way, _)| *way != free).map(|(_, part)| *part).collect::<Vec<_>>()
        };
        sorted.sort_by_key(|at| fixed(*at));
        lines.extend(sorted.chunk_by(|a, b| fixed(*a) == fixed(*b)).map(<[usize]>::to_vec));
    }
    lines
}

fn hide_more(rows: &mut [Row], line: &[usize]) -> bool {
    gives_away(rows, line) && hide_next(rows, line)
}

/// Whether the total of these rows would tell a hidden count: there is only one, or all of them must be 1.
fn gives_away(rows: &[Row], line: &[usize]) -> bool {
    let hidden = line.iter().filter_map(|at| rows.get(*at)).filter(|row| row.hidden).filter_map(|row| row.value);
    let (count, sum) =
        hidden.fold((Decimal::ZERO, Decimal::ZERO), |(count, sum), value| (count + Decimal::ONE, sum + value));
    count == Decimal::ONE || (count > Decimal::ZERO && sum == count)
}

/// Hides the smallest count that is shown, the first of equals; a 0 only when nothing else is left. False when none is.
fn hide_next(rows: &mut [Row], line: &[usize]) -> bool {
    let shown = |at: &&usize| rows.get(**at).is_some_and(|row| !row.hidden && row.value.is_some());
    let key = |at: &&usize| {
        let value = rows.get(**at).and_then(|row| row.value).unwrap_or_default();
        (value.is_zero(), value)
    };
    let Some(next) = line.iter().filter(shown).min_by_key(key).copied() else { return false };
    if let Some(row) = rows.get_mut(next) {
        row.hidden = true;
    }
    true
}

/// A hidden row keeps nothing of its number.
fn clear(rows: &mut Rows) {
    for row in rows.list.iter_mut().filter(|row| row.hidden) {
        row.value = None;
        row.ratio = None;
        row.words = None;
        row.carried = Carried::default();
        row.places = 0;
    }
}
