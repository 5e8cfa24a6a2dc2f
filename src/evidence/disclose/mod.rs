//! Small counts are hidden here, once, before anything else may see a number.
//!
//! In: raw rows, the total that would be published, the policy of the site. Out: the same rows with `hidden` set and their
//! numbers gone, and the totals that may be shown. Counts from 1 to the threshold less 1 are hidden, 0 is shown unless the
//! site hides it; where totals would give a hidden count back, as few further counts are hidden as can be, the smallest
//! first. What follows works on published values only, so nothing derived can tell more. Not here: display.

mod extra;
mod linear;
mod network;
mod search;
mod table;

use super::row::{Row, Rows};
use crate::model::derivation::{Carried, Method};
use crate::model::metric::Basis;
use crate::model::note::{Disclosure, MetricNote};
use crate::model::quantity::{Decimal, Unit, rounded};
use crate::model::settings::Settings;

/// Whether a note by itself asks that small counts are hidden.
pub(super) fn protects(note: &MetricNote, unit: &Unit) -> bool {
    // The values of a rolling mean are counts; what is made of them is none.
    let is_mean_of_counts = note.derivation.as_ref().is_some_and(|found| found.method == Method::RollingMean);
    let counts = note.basis != Basis::Average || is_mean_of_counts;
    counts
        && match note.disclosure {
            Disclosure::People => true,
            Disclosure::Off => false,
            Disclosure::ByUnit => *unit == Unit::Count("people".to_owned()),
        }
}

/// How the site hides small counts, if it does.
pub(super) fn policy(settings: &Settings) -> Option<Policy> {
    let threshold = Decimal::from(settings.disclosure_threshold);
    let is_on = settings.disclosure_threshold > 1;
    is_on.then_some(Policy { threshold, hides_zeros: settings.disclosure_hides_zeros })
}

/// How small counts of a site are hidden.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    /// Counts below this are hidden.
    pub(super) threshold: Decimal,
    /// Whether a 0 is hidden too.
    pub(super) hides_zeros: bool,
}

/// The total of a line of a table: of a group of one dimension over all groups of the other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RawMargin {
    /// Position of the dimension.
    pub(super) dimension: usize,
    /// The group.
    pub(super) group: String,
    /// The number, none when hidden.
    pub(super) value: Option<Decimal>,
}

/// What may be shown besides the rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Masked {
    /// The total, none when hidden.
    pub(super) total: Option<Decimal>,
    /// The totals of lines.
    pub(super) margins: Vec<RawMargin>,
}

/// Hides what must be hidden. `publishes` says whether totals of lines stand beside the table.
pub(super) fn mask(rows: &mut Rows, total: Option<Decimal>, publishes: bool, policy: Policy) -> Masked {
    for row in &mut rows.list {
        row.hidden |= policy.is_small_row(row);
    }
    let shown = |total: Option<Decimal>| total.filter(|total| !policy.is_small(*total));
    if rows.list.iter().any(|row| row.ratio.is_some()) {
        clear(rows);
        return Masked { total: shown(total), margins: Vec::new() };
    }
    let ways = rows.dimensions.len() + usize::from(has_periods(rows));
    let masked = match ways {
        2 if publishes => table::protect(rows, total, policy),
        3.. if publishes => {
            let lines = lines(rows);
            linear::protect(&mut rows.list, &lines);
            Masked { total: shown(total), margins: Vec::new() }
        }
        _ => Masked { total: total.and_then(|total| table::protect_line(rows, total, policy)), margins: Vec::new() },
    };
    clear(rows);
    masked
}

impl Policy {
    fn is_small(self, value: Decimal) -> bool {
        value < self.threshold && (value > Decimal::ZERO || (self.hides_zeros && value.is_zero()))
    }

    fn is_small_row(self, row: &Row) -> bool {
        match row.ratio {
            // A share tells both counts, and the count of those who are left.
            Some((top, bottom)) => [top, bottom, bottom - top].into_iter().any(|count| self.is_small(count)),
            None => row.value.is_some_and(|value| self.is_small(value)),
        }
    }

    /// The least that a reader knows a hidden count to be.
    fn floor(self) -> Decimal {
        if self.hides_zeros { Decimal::ZERO } else { Decimal::ONE }
    }
}

/// The totals of the lines of a table of two dimensions in which nothing is hidden.
pub(super) fn margins(rows: &Rows) -> Vec<RawMargin> {
    let is_counted = rows.is_whole && !rows.list.iter().any(|row| row.ratio.is_some());
    if rows.dimensions.len() != 2 || has_periods(rows) || !is_counted { Vec::new() } else { table::margins(rows) }
}

/// Rounds what is still shown to a multiple, half away from zero.
pub(super) fn round(rows: &mut Rows, mut masked: Masked, base: u32) -> Masked {
    let base = Decimal::from(base.max(1));
    let nearest = |value: Decimal| value.checked_div(base).map_or(value, |times| rounded(times, 0) * base);
    for row in rows.list.iter_mut().filter(|row| row.ratio.is_none()) {
        row.value = row.value.map(nearest);
    }
    masked.total = masked.total.map(nearest);
    masked.margins.iter_mut().for_each(|margin| margin.value = margin.value.map(nearest));
    masked
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
