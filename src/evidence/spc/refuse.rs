//! Series that statistical process control says nothing true about.
//!
//! In: a note and its values. Out: the finding that says why not. Not here: faults of single options.

use super::Series;
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::Method;
use crate::model::metric::{Basis, Observation};
use crate::model::note::MetricNote;

/// Why this series has no process limits, if it can have none.
pub(super) fn refusal(note: &MetricNote, series: Series<'_>) -> Option<Diagnostic> {
    let method = note.derivation.as_ref().map(|derivation| derivation.method);
    if note.basis == Basis::Rolling12Months || method.is_some_and(Method::has_window) {
        return Some(refused(
            "spc-basis",
            note,
            "`spc` stands on rolling figures, whose neighbours share most of their months",
            "use `spc` on the figures of single months, in a note of their own; nearly every rolling point would be flagged",
        ));
    }
    if note.basis == Basis::Cumulative || method == Some(Method::Cumulative) {
        return Some(refused(
            "spc-basis",
            note,
            "`spc` stands on cumulative figures, where each point holds the one before",
            "use `spc` on the figures of single periods, in a note of their own; a running total only goes up",
        ));
    }
    if series.values.iter().any(|value| value.suppressed) {
        return Some(refused(
            "spc-masked",
            note,
            "`spc` stands on values of which some are hidden, and limits over them would give them away or mislead",
            "use longer periods, so that no count is small, or remove `spc`",
        ));
    }
    let dated = |value: &Observation| value.period.as_ref().is_some_and(|period| period.days.is_some());
    // Where there is no value, a finding said why where the values are.
    let is_series = series.values.is_empty() || series.in_time && series.values.iter().all(dated);
    if !is_series {
        return Some(refused(
            "spc-series",
            note,
            "`spc` stands on values that are no series of one measure over time",
            "give one value for each period, with periods of one length such as `period: week`, and a note of its own to each group",
        ));
    }
    None
}

fn refused(code: &'static str, note: &MetricNote, message: &str, help: &str) -> Diagnostic {
    Diagnostic::error(code, message, Place::Key(note.file, "spc".to_owned())).help(help)
}
