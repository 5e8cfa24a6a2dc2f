//! Rates and proportions with their confidence intervals.
//!
//! In: rows whose value is a ratio. Out: the same rows with the lower and upper end in the unit of the value. What is not
//! counted in whole numbers has no interval, and a finding says so. Not here: the formulas (`quantile.rs`).

use super::super::gather::scale;
use super::super::row::{Row, Rows};
use super::quantile;
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::{Derivation, Method};
use crate::model::quantity::{Decimal, Unit};

/// Gives every row its interval.
pub(super) fn bounded(derivation: &Derivation, unit: &Unit, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    for row in &mut rows.list {
        let Some((top, bottom)) = row.ratio else {
            if row.value.is_some() {
                f.push(no_parts(derivation.method, row));
            }
            continue;
        };
        let Some(events) = whole(top) else {
            let message = "an interval needs a whole number of events";
            f.push(
                Diagnostic::error("count-not-whole", message, Place::Span(row.span))
                    .help("write the number that was counted, for example 42"),
            );
            continue;
        };
        let (top, bottom) = (f64::from(events), f64::try_from(bottom).unwrap_or_default());
        let ends = match derivation.method {
            Method::Rate => {
                let (lower, upper) = quantile::count(events, derivation.confidence);
                (lower / bottom, upper / bottom)
            }
            _ => quantile::share(top, bottom, derivation.confidence),
        };
        let in_unit = |end: f64| Decimal::try_from(end).ok()?.checked_mul(scale(unit));
        row.carried.lower = in_unit(ends.0);
        row.carried.upper = in_unit(ends.1);
    }
}

fn whole(count: Decimal) -> Option<u32> {
    u32::try_from(count).ok().filter(|_| count.fract().is_zero())
}

fn no_parts(method: Method, row: &Row) -> Diagnostic {
    let message = format!("`method: {}` needs a numerator and a denominator", method.name());
    Diagnostic::error("method-field", message, Place::Span(row.span))
        .help("name both, for example `numerator: satisfied` and `denominator: answered`")
}
