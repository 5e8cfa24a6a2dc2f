//! Totals: stated ones are held against their parts, others are summed.
//!
//! In: raw rows and what the note states. Out: the total to publish, and a finding when parts and total disagree.
//! Runs before anything is hidden; what it returns is masked by `disclose.rs`. Not here: display.

use super::check::is_additive;
use super::number::number;
use super::row::Rows;
use crate::diag::{Diagnostic, Place};
use crate::model::metric::Basis;
use crate::model::note::MetricNote;
use crate::model::quantity::{Bound, Decimal, Unit};
use crate::model::source::{FileId, Span};

/// A total before masking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RawTotal {
    pub(super) value: Decimal,
    /// Whether the file states it.
    pub(super) stated: bool,
    /// Whether it agrees with its parts.
    pub(super) reconciles: bool,
}

/// The total of a metric, if it has one that is published.
pub(super) fn total(note: &MetricNote, unit: &Unit, rows: &Rows, f: &mut Vec<Diagnostic>) -> Option<RawTotal> {
    let sum = Sum::of(note, unit, rows);
    let total = match stated(note, f) {
        Some(value) => {
            let reconciles = agrees(note, value, &sum, f);
            Some(RawTotal { value, stated: true, reconciles })
        }
        None if note.total.is_none() && is_summed(note, unit, rows) => {
            sum.known.filter(|_| sum.is_complete).map(|value| RawTotal { value, stated: false, reconciles: true })
        }
        None => None,
    };
    total.filter(|_| note.totals != Some(false))
}

fn stated(note: &MetricNote, f: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let typed = note.total.as_ref()?;
    match number(&typed.value, typed.span) {
        Ok(value) => value,
        Err(fault) => {
            f.push(*fault);
            None
        }
    }
}

/// Whether a total that nobody states is worked out: for counts by group, and where the note asks for it.
fn is_summed(note: &MetricNote, unit: &Unit, rows: &Rows) -> bool {
    let by_group = !rows.dimensions.is_empty() && rows.list.iter().all(|row| row.period.is_none());
    let wanted = note.totals == Some(true) || (note.totals.is_none() && unit.is_count());
    by_group && wanted && is_additive(note, unit) && !rows.list.is_empty()
}

/// What the parts add up to.
struct Sum {
    /// The sum of all known values; none when values of this kind do not add up.
    known: Option<Decimal>,
    /// Whether every part is there, known and exact.
    is_complete: bool,
    /// Whether a part is known to be unknown.
    has_unknown: bool,
    /// Where the parts stand.
    span: Option<Span>,
}

impl Sum {
    fn of(note: &MetricNote, unit: &Unit, rows: &Rows) -> Self {
        let over_time = rows.list.iter().any(|row| row.period.is_some());
        let adds = is_additive(note, unit) && !(over_time && note.basis != Basis::Actual);
        let values = || rows.list.iter().filter_map(|row| row.value);
        let known = if adds { values().try_fold(Decimal::ZERO, Decimal::checked_add) } else { None };
        let has_unknown = rows.list.iter().any(|row| row.value.is_none());
        let is_exact = rows.list.iter().all(|row| row.bound == Bound::Exact);
        let span = rows.list.first().zip(rows.list.last()).map(|(first, last)| {
            let one_file = first.span.file == last.span.file;
            Span { end: if one_file { last.span.end.max(first.span.end) } else { first.span.end }, ..first.span }
        });
        Self {
            known,
            is_complete: rows.is_whole && is_exact && !has_unknown && known.is_some(),
            has_unknown: has_unknown && rows.is_whole && is_exact,
            span,
        }
    }
}

fn agrees(note: &MetricNote, stated: Decimal, sum: &Sum, f: &mut Vec<Diagnostic>) -> bool {
    let Some(known) = sum.known else {
        f.push(
            Diagnostic::error("total-not-additive", "a total is stated for values that do not add up", key(note.file))
                .help("remove `total:`; averages, percentages and running figures cannot be added"),
        );
        return false;
    };
    if !sum.is_complete {
        if sum.has_unknown {
            let finding = Diagnostic::warning(
                "total-not-checked",
                "a total cannot be checked while a value is not known",
                key(note.file),
            );
            f.push(finding.help("fill in the missing value, or say in `notes:` that the total includes it"));
        }
        return false;
    }
    if known == stated {
        return true;
    }
    let (parts, typed, apart) = (known.normalize(), stated.normalize(), (known - stated).abs().normalize());
    let mut finding =
        Diagnostic::error("total-mismatch", format!("the parts add up to {parts}, not to {typed}"), key(note.file))
            .label(format!("{apart} {}", if stated > known { "too many" } else { "too few" }));
    if let Some(span) = sum.span {
        finding = finding.also(Place::Span(span), format!("these add up to {parts}"));
    }
    f.push(finding.help(format!("correct the part or the total that is wrong; they are {apart} apart")));
    false
}

fn key(file: FileId) -> Place {
    Place::Key(file, "total".to_owned())
}
