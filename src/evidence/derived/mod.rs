//! Derived measures: rows as they are typed become rows as they are shown.
//!
//! In: a note that declares a method, its rows after masking, so that what is made from a hidden value is hidden. Out: rows
//! with exact values (top and bottom of a ratio stay apart until they are shown), and findings where method, unit, basis
//! and values do not fit. One file for each family of methods. Not here: reading files, words, display.

mod annual;
mod bounds;
mod change;
mod funnel;
mod interval;
mod quantile;
mod running;
mod share;
mod sum;
mod windows;

pub(super) use self::annual::rows as annual_rows;
pub(super) use self::interval::rows as interval_rows;
pub(super) use self::share::{left as totals_left, share, totals as share_totals};
pub(super) use self::sum::{Known, order, rows as sum_rows};

use super::row::Rows;
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::{Derivation, Length, Method};
use crate::model::metric::{Basis, Metrics};
use crate::model::note::{MetricNote, NoteValues};
use crate::model::quantity::Unit;

/// Turns the rows of a note into what its method makes of them. Without a method they stay as they are.
pub(super) fn derive(note: &MetricNote, unit: &Unit, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    let Some(derivation) = &note.derivation else { return };
    match derivation.method {
        Method::RollingRatio | Method::RollingMean => windows::rolling(note, derivation, (unit, rows), f),
        Method::Index => running::index(note, derivation, rows, f),
        Method::Cumulative => running::cumulative(note, derivation, rows, f),
        Method::Rate | Method::Proportion => bounds::bounded(derivation, unit, rows, f),
        Method::FullYearEquivalent => annual::run_rate(note, rows, f),
        // These are made from something else than rows.
        Method::Sum | Method::Interval | Method::Share => {}
        Method::Change => change::change(note, derivation, (unit, rows), f),
        Method::Funnel => funnel::funnel(note, unit, rows, f),
        // Its totals are masked with its parts.
    }
}

/// What can be said of method, unit and basis before any value is read.
pub(super) fn check(note: &MetricNote, unit: &Unit, f: &mut Vec<Diagnostic>) {
    let Some(derivation) = &note.derivation else { return };
    if let Some((why, unit)) = unit_fault(derivation.method, unit) {
        f.push(
            Diagnostic::error(
                "method-unit",
                format!("`method: {}` {why}", derivation.method.name()),
                Place::Value(note.file, "unit".to_owned()),
            )
            .help(format!("write `unit: {unit}`")),
        );
    }
    let wanted = basis(note);
    if wanted != note.basis {
        f.push(
            Diagnostic::warning(
                "basis-method",
                format!("`basis: {}` stands beside `method: {}`", note.basis.name(), derivation.method.name()),
                Place::Value(note.file, "basis".to_owned()),
            )
            .help(format!("write `basis: {}`", wanted.name())),
        );
    }
    if derivation.method == Method::FullYearEquivalent {
        annual::check(note, f);
    }
}

/// The basis of the values, which the method decides where it can.
pub(super) fn basis(note: &MetricNote) -> Basis {
    let is_mean = |derivation: &&Derivation| derivation.method.is_mean() && note.basis == Basis::Average;
    note.derivation.as_ref().filter(|found| !is_mean(found)).and_then(implied_basis).unwrap_or(note.basis)
}

/// Whether a part of a sum is invented, which makes the sum so.
pub(super) fn has_invented_part(note: &MetricNote, metrics: &Metrics) -> bool {
    let parts = note.derivation.iter().flat_map(|derivation| &derivation.of);
    parts.filter_map(|id| metrics.get(id)).any(|metric| metric.example)
}

/// Decimal places where the note says none.
pub(super) fn decimals(note: &MetricNote, unit: &Unit, rows: &Rows) -> Option<u32> {
    let derivation = note.derivation.as_ref()?;
    let typed = rows.list.iter().map(|row| row.places).max().unwrap_or(0).min(9);
    if note.decimals.is_some() {
        return note.decimals;
    }
    match derivation.method {
        Method::RollingRatio | Method::RollingMean if *unit != Unit::Pounds => Some(typed.max(1)),
        Method::Change if *unit != Unit::Percent => None,
        Method::Index | Method::Rate | Method::Proportion | Method::Change | Method::Share | Method::Funnel => Some(1),
        Method::FullYearEquivalent => Some(0),
        Method::Interval => Some(u32::from(*unit != Unit::Time("days".to_owned()))),
        Method::RollingRatio | Method::RollingMean | Method::Cumulative | Method::Sum => None,
    }
}

/// Whether the note reads a table of changes in weekly cost.
pub(super) fn reads_changes(note: &MetricNote) -> bool {
    let is_annual = note.derivation.as_ref().is_some_and(|found| found.method == Method::FullYearEquivalent);
    is_annual && matches!(note.values, NoteValues::Table(_))
}

fn implied_basis(derivation: &Derivation) -> Option<Basis> {
    let is_year = derivation.window.is_some_and(|window| {
        matches!((window.count, window.length), (12, Length::Month) | (4, Length::Quarter) | (1, Length::Year))
    });
    match derivation.method {
        Method::RollingRatio | Method::RollingMean | Method::Interval => is_year.then_some(Basis::Rolling12Months),
        Method::Cumulative => Some(Basis::Cumulative),
        Method::FullYearEquivalent => Some(Basis::FullYearEquivalent),
        Method::Index
        | Method::Sum
        | Method::Rate
        | Method::Proportion
        | Method::Change
        | Method::Share
        | Method::Funnel => None,
    }
}

/// Why a unit does not fit a method, and one that does.
fn unit_fault(method: Method, unit: &Unit) -> Option<(&'static str, &'static str)> {
    let is_share = |unit: &Unit| matches!(unit, Unit::Percent | Unit::Ratio | Unit::Per(..));
    match method {
        Method::RollingRatio if !is_share(unit) => Some(("makes a share or a rate", "percent")),
        Method::RollingMean if *unit == Unit::Percent => {
            Some(("would be a mean of percentages, which is no percentage of anything", "people per week"))
        }
        Method::Index if *unit != Unit::Index => Some(("makes an index", "index")),
        Method::FullYearEquivalent if *unit != Unit::Pounds => Some(("makes an amount of money", "pounds")),
        Method::Rate if !matches!(unit, Unit::Per(..)) => Some(("makes a rate", "people per 100,000")),
        Method::Funnel if !is_share(unit) => Some(("compares shares or rates", "percent")),
        Method::Share | Method::Proportion if *unit != Unit::Percent => Some(("makes a percentage", "percent")),
        Method::Change if matches!(unit, Unit::Ratio | Unit::Index) => {
            Some(("makes a percentage, or a difference in the unit of the values", "percent"))
        }
        Method::Interval if !matches!(unit, Unit::Time(name) if name != "hours") => {
            Some(("makes a length of time", "days"))
        }
        Method::Cumulative if is_share(unit) || *unit == Unit::Index => {
            Some(("adds up values, and values of this unit do not add up", "people"))
        }
        _ => None,
    }
}
