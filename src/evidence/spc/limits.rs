//! Mean and process limits of a baseline, in whole numbers, so that every comparison is exact.
//!
//! In: values as multiples of one small step. Out: [`Limits`], which tells where a value lies.
//! Limits are `mean ± 2.66 A`, with A the average moving range; near lines lie at two thirds of that.
//! Not here: rules over several points, display.

use std::cmp::Ordering;

use crate::model::quantity::{Decimal, rounded};

/// Digits that a value keeps; products of a value with two counts then fit the type.
const DIGITS: u32 = 20;

/// Values as multiples of one step. A missing value is none.
pub(super) struct Steps {
    pub(super) values: Vec<Option<i128>>,
    places: u32,
    step: Decimal,
}

impl Steps {
    /// The smallest step that every value, and the target, is typed in. Digits beyond the twentieth are rounded.
    pub(super) fn of(values: &[Option<Decimal>], target: Option<Decimal>) -> Self {
        let known = || values.iter().flatten().copied();
        let digits = known().map(whole_digits).max().unwrap_or(0);
        let typed = known().chain(target).map(|value| value.normalize().scale()).max().unwrap_or(0);
        let places = typed.min(DIGITS.saturating_sub(digits));
        let zeros = 10_u64.checked_pow(digits.saturating_sub(DIGITS)).unwrap_or(u64::MAX);
        let step = if digits > DIGITS { Decimal::from(zeros) } else { Decimal::new(1, places) };
        let mut steps = Self { values: Vec::new(), places, step };
        steps.values = values.iter().map(|value| value.map(|value| steps.whole(value))).collect();
        steps
    }

    /// A number as a multiple of the step. What is far larger than any value is cut.
    pub(super) fn whole(&self, value: Decimal) -> i128 {
        const MOST: i128 = 100_000_000_000_000_000_000_000;
        let mut number = if self.step > Decimal::ONE {
            rounded(value.checked_div(self.step).unwrap_or_default(), 0)
        } else {
            rounded(value, self.places)
        };
        number.rescale(self.places);
        if number.scale() < self.places {
            return if number.is_sign_negative() { -MOST } else { MOST };
        }
        number.mantissa().clamp(-MOST, MOST)
    }

    /// A fraction of steps as a number.
    fn number(&self, top: i128, bottom: i128) -> Option<Decimal> {
        let (top, bottom) = (decimal(top)?, decimal(bottom)?);
        top.checked_div(bottom)?.checked_mul(self.step)
    }
}

fn decimal(number: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(number, 0).ok()
}

fn whole_digits(value: Decimal) -> u32 {
    let whole = value.trunc().mantissa().unsigned_abs();
    whole.checked_ilog10().map_or(0, |digits| digits + 1)
}

/// What the baseline of a group says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Sum and number of the baseline's values.
    sum: i128,
    known: i128,
    /// Sum and number of the moving ranges that are kept.
    ranges: i128,
    kept: i128,
    /// Whether every value is the same.
    pub(super) is_flat: bool,
}

impl Limits {
    /// The limits of a baseline; none without a value. `adjoins` says of each value whether the one before it is the period before.
    pub(super) fn of(values: &[Option<i128>], adjoins: &[bool], screening: bool) -> Option<Self> {
        let known: Vec<i128> = values.iter().flatten().copied().collect();
        let first = known.first()?;
        let mut ranges = moving_ranges(values, adjoins);
        if screening {
            // One pass: an extreme step, up to a thing of the past or a slip, must not widen the limits.
            let (sum, count) = (ranges.iter().sum::<i128>(), number_of(ranges.len()));
            ranges.retain(|range| range * count * 1000 < 3267 * sum);
        }
        Some(Self {
            sum: known.iter().sum(),
            known: number_of(known.len()),
            ranges: ranges.iter().sum(),
            kept: number_of(ranges.len()),
            is_flat: known.len() > 1 && known.iter().all(|value| value == first),
        })
    }

    /// On which side of the mean a value lies.
    pub(super) fn side(&self, value: i128) -> Ordering {
        (value * self.known).cmp(&self.sum)
    }

    /// Whether a value lies strictly beyond a limit.
    pub(super) fn is_beyond(&self, value: i128) -> bool {
        self.kept > 0 && self.distance(value) * self.kept * 100 > 266 * self.ranges * self.known
    }

    /// Whether a value lies strictly beyond a near line, be it beyond the limit or not.
    pub(super) fn is_far(&self, value: i128) -> bool {
        self.kept > 0 && self.distance(value) * self.kept * 300 > 532 * self.ranges * self.known
    }

    /// Where a value lies against the limits, strictly; none where there are none.
    pub(super) fn against(&self, value: i128) -> Option<Ordering> {
        let side = if self.is_beyond(value) { self.side(value) } else { Ordering::Equal };
        (self.kept > 0).then_some(side)
    }

    /// How far from the mean, times the number of values.
    fn distance(&self, value: i128) -> i128 {
        (value * self.known - self.sum).abs()
    }

    /// The mean as a number.
    pub(super) fn mean(&self, steps: &Steps) -> Option<Decimal> {
        steps.number(self.sum, self.known)
    }

    /// The lower and the upper limit as numbers.
    pub(super) fn both(&self, steps: &Steps) -> Option<(Decimal, Decimal)> {
        if self.kept == 0 {
            return None;
        }
        let (mean, reach) = (self.mean(steps)?, steps.number(266 * self.ranges, 100 * self.kept)?);
        mean.checked_sub(reach).zip(mean.checked_add(reach))
    }
}

/// The steps between neighbours. A missing value removes two of them and is never bridged.
fn moving_ranges(values: &[Option<i128>], adjoins: &[bool]) -> Vec<i128> {
    let pairs = values.windows(2).zip(adjoins.iter().skip(1));
    pairs
        .filter_map(|(pair, adjoins)| match pair {
            [Some(before), Some(after)] if *adjoins => Some((after - before).abs()),
            _ => None,
        })
        .collect()
}

fn number_of(items: usize) -> i128 {
    i128::try_from(items).unwrap_or(i128::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Limits, Steps};
    use crate::model::quantity::Decimal;

    fn limits(numbers: &[&str], screening: bool) -> (Steps, Limits) {
        let values: Vec<Option<Decimal>> = numbers.iter().map(|text| Decimal::from_str_exact(text).ok()).collect();
        let steps = Steps::of(&values, None);
        let limits = Limits::of(&steps.values, &vec![true; values.len()], screening).unwrap();
        (steps, limits)
    }

    fn both(numbers: &[&str], screening: bool) -> Option<(String, String)> {
        let (steps, limits) = limits(numbers, screening);
        limits.both(&steps).map(|(lower, upper)| (lower.normalize().to_string(), upper.normalize().to_string()))
    }

    #[test]
    fn limits_are_two_point_six_six_average_ranges_from_the_mean() {
        assert_eq!(both(&["10", "12", "10", "12"], false), Some(("5.68".to_owned(), "16.32".to_owned())));
        assert_eq!(both(&["0.1", "0.3", "0.1", "0.3"], false), Some(("-0.332".to_owned(), "0.732".to_owned())));
    }

    #[test]
    fn an_extreme_range_is_left_out_once_when_asked() {
        let numbers = ["1", "2", "1", "2", "1", "2", "1", "2", "40", "39"];
        assert_eq!(both(&numbers, true), Some(("6.44".to_owned(), "11.76".to_owned())));
        assert_eq!(both(&numbers, false).unwrap().1.get(..5), Some("22.69"));
    }

    #[test]
    fn a_range_exactly_at_the_screen_is_left_out() {
        // A1 is 1000, the screen 3267: six ranges of 3733 / 6 and one of 3267.
        let numbers = ["0", "3267", "2645", "2023", "1401", "779", "156", "779", "779"];
        let (_, limits) = limits(&numbers, true);
        assert_eq!((limits.ranges, limits.kept), (3734, 7));
    }

    #[test]
    fn equal_values_have_a_mean_and_no_limits() {
        let (steps, limits) = limits(&["5", "5", "5"], true);
        assert!(limits.is_flat && limits.both(&steps).is_none() && !limits.is_beyond(9));
        assert_eq!(both(&["5", "5", "5"], false), Some(("5".to_owned(), "5".to_owned())));
    }

    #[test]
    fn a_missing_value_removes_two_ranges() {
        assert_eq!(both(&["10", "12", "", "30", "32"], false), Some(("15.68".to_owned(), "26.32".to_owned())));
    }

    #[test]
    fn the_largest_numbers_keep_their_limits() {
        let most = "79228162514264337593543950335";
        assert!(both(&[most, "0", most, "1", "0.0000000000000000000000000001"], true).is_none());
        let (_, limits) = limits(&[most, "0", most, "1"], true);
        assert!(limits.is_far(i128::MAX >> 40) || limits.kept == 0);
    }
}
