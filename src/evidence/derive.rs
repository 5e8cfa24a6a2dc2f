//! What became of a measure, and what part each group has.
//!
//! In: observations after masking, so nothing derived can tell a hidden number. Out: changes and shares, exact until shown.
//! Definitions: percentage change is (after - before) / before; a difference of percentages is in percentage points and
//! never shares a label with it; a base of zero or below has no percentage change. Not here: finding the total.

use super::display::{Style, bounded, percent};
use super::gather::scale;
use crate::model::metric::{Better, Change, Direction, Observation};
use crate::model::quantity::{Bound, Decimal, Unit};

/// From `before` to `after`, or from the first to the last value of a series.
pub(super) fn change(values: &[Observation], is_series: bool, better: Better, style: Style<'_>) -> Option<Change> {
    let (from, to) = ends(values, is_series)?;
    let (earlier, later) = (values.get(from)?, values.get(to)?);
    let bound = shared_bound(earlier, later)?;
    let (a, b) = (Fraction::of(earlier, style.unit)?, Fraction::of(later, style.unit)?);
    let difference = b.minus(a)?;
    let percent_change = b.change_from(a);
    let is_percent = *style.unit == Unit::Percent;
    Some(Change {
        from,
        to,
        difference,
        difference_display: bounded(&style.difference(difference), bound, style.strings),
        percent: percent_change,
        percent_display: percent_change.map(|change| bounded(&percent(change.abs()), bound, style.strings)),
        points: is_percent.then_some(difference),
        direction: direction(difference, better),
    })
}

/// The positions of the two values that are compared. A value that is not known is passed over; a hidden one is not.
fn ends(values: &[Observation], is_series: bool) -> Option<(usize, usize)> {
    let named = |key: &str| values.iter().position(|value| value.key == key);
    if let (Some(before), Some(after)) = (named("before"), named("after")) {
        return Some((before, after));
    }
    if !is_series {
        return None;
    }
    let told = |value: &Observation| value.value.is_some() || value.suppressed;
    let (first, last) = (values.iter().position(told)?, values.iter().rposition(told)?);
    (first != last).then_some((first, last))
}

/// A difference of bounded values is at best about right; of one-sided bounds it says nothing.
fn shared_bound(a: &Observation, b: &Observation) -> Option<Bound> {
    let (a, b) = (a.value.as_ref()?.bound, b.value.as_ref()?.bound);
    match (a, b) {
        (Bound::Exact, Bound::Exact) => Some(Bound::Exact),
        (Bound::Exact | Bound::About, Bound::Exact | Bound::About) => Some(Bound::About),
        _ => None,
    }
}

fn direction(difference: Decimal, better: Better) -> Direction {
    if difference.is_zero() {
        return Direction::Same;
    }
    match (better, difference.is_sign_positive()) {
        (Better::Higher, true) | (Better::Lower, false) => Direction::Improvement,
        (Better::Higher, false) | (Better::Lower, true) => Direction::Concern,
        (Better::Neither, true) => Direction::High,
        (Better::Neither, false) => Direction::Low,
    }
}

/// A value as top and bottom, so that a third stays a third until the one division at the end.
#[derive(Clone, Copy)]
struct Fraction {
    top: Decimal,
    bottom: Decimal,
}

impl Fraction {
    fn of(value: &Observation, unit: &Unit) -> Option<Self> {
        let shown = value.value.as_ref()?.value;
        let ratio = value.numerator.zip(value.denominator);
        let exact = ratio.and_then(|(top, bottom)| Some(Self { top: top.checked_mul(scale(unit))?, bottom }));
        Some(exact.unwrap_or(Self { top: shown, bottom: Decimal::ONE }))
    }

    fn minus(self, other: Self) -> Option<Decimal> {
        self.gap(other)?.checked_div(self.bottom.checked_mul(other.bottom)?)
    }

    /// The percentage change from a base above zero.
    fn change_from(self, base: Self) -> Option<Decimal> {
        if base.top <= Decimal::ZERO {
            return None;
        }
        let top = self.gap(base)?.checked_mul(Decimal::ONE_HUNDRED)?;
        top.checked_div(self.bottom.checked_mul(base.top)?)
    }

    fn gap(self, other: Self) -> Option<Decimal> {
        self.top.checked_mul(other.bottom)?.checked_sub(other.top.checked_mul(self.bottom)?)
    }
}

/// Gives each value its part of the total, where all parts are known to be parts: none below zero, a total above it.
pub(super) fn shares(values: &mut [Observation], total: Option<Decimal>, style: Style<'_>) {
    let is_part = |value: &Observation| value.value.as_ref().is_none_or(|quantity| quantity.value >= Decimal::ZERO);
    let Some(total) = total.filter(|total| *total > Decimal::ZERO && values.iter().all(is_part)) else { return };
    for value in values {
        let Some(quantity) =
            value.value.as_ref().filter(|quantity| matches!(quantity.bound, Bound::Exact | Bound::About))
        else {
            continue;
        };
        value.share = quantity.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|top| top.checked_div(total));
        value.share_display = value.share.map(|share| bounded(&percent(share), quantity.bound, style.strings));
    }
}
