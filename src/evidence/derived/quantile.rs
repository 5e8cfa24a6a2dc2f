//! Confidence limits: Wilson for proportions, Byar and exact Poisson for counts.
//!
//! In: counts as plain numbers, a confidence. Out: limits. Only additions, multiplications, divisions and square roots are
//! used, which give the same result on every machine; powers, logarithms and exponentials of a library do not.
//! Formulas: Breslow and Day 1987 (Byar), Wilson 1927; exact limits solve the Poisson tail by halving. Not here: decimals.

use crate::model::derivation::Confidence;

/// The normal quantile at 1 - a/2.
fn z(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::Ninety => 1.644_853_626_951_472_7,
        Confidence::NinetyFive => 1.959_963_984_540_054,
        Confidence::NinetyNine => 2.575_829_303_548_900_4,
        Confidence::NinetyNineEight => 3.090_232_306_167_813,
    }
}

/// Half of what is left out: a/2.
fn tail(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::Ninety => 0.05,
        Confidence::NinetyFive => 0.025,
        Confidence::NinetyNine => 0.005,
        Confidence::NinetyNineEight => 0.001,
    }
}

/// Limits of a count of events: exact below 10, Byar's from 10.
pub(super) fn count(events: u32, confidence: Confidence) -> (f64, f64) {
    if events < 10 { exact(events, confidence) } else { byar(f64::from(events), confidence) }
}

fn byar(events: f64, confidence: Confidence) -> (f64, f64) {
    let z = z(confidence);
    let cube = |x: f64| x * x * x;
    let lower = events * cube(1.0 - 1.0 / (9.0 * events) - z / (3.0 * events.sqrt()));
    let next = events + 1.0;
    let upper = next * cube(1.0 - 1.0 / (9.0 * next) + z / (3.0 * next.sqrt()));
    (lower.max(0.0), upper)
}

/// The means at which so few or so many events would have a chance of a/2.
fn exact(events: u32, confidence: Confidence) -> (f64, f64) {
    let tail = tail(confidence);
    let lower = match events.checked_sub(1) {
        None => 0.0,
        Some(fewer) => mean_at(fewer, 1.0 - tail),
    };
    (lower, mean_at(events, tail))
}

/// The mean at which a Poisson count is at most `events` with a chance; the chance falls as the mean grows.
fn mean_at(events: u32, chance: f64) -> f64 {
    let (mut low, mut high) = (0.0, 200.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if at_most(events, middle) > chance {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The chance of at most so many events: the first terms of the series of e to the mean over all of them.
fn at_most(events: u32, mean: f64) -> f64 {
    let (mut term, mut sum, mut first) = (1.0_f64, 1.0_f64, 1.0_f64);
    let mut k = 0_u32;
    while k < 2000 && (f64::from(k) < mean || term > sum * 1e-18) {
        k += 1;
        term = term * mean / f64::from(k);
        sum += term;
        if k == events {
            first = sum;
        }
    }
    if events > k {
        1.0
    } else if events == 0 {
        1.0 / sum
    } else {
        first / sum
    }
}

/// Wilson's limits of a share, from 0 to 1.
pub(super) fn share(part: f64, whole: f64, confidence: Confidence) -> (f64, f64) {
    let z = z(confidence);
    let root = z * (z * z + 4.0 * part * (1.0 - part / whole)).max(0.0).sqrt();
    let (middle, under) = (2.0 * part + z * z, 2.0 * (whole + z * z));
    // At none and at all the end of the scale is the limit itself, not a rounding error beside it.
    let lower = if part <= 0.0 { 0.0 } else { ((middle - root) / under).max(0.0) };
    let upper = if part >= whole { 1.0 } else { ((middle + root) / under).min(1.0) };
    (lower, upper)
}

/// The shares whose own Wilson limit at this size is the pooled share: where the score test just does not reject.
pub(super) fn funnel_of_shares(pooled: f64, size: f64, confidence: Confidence) -> (f64, f64) {
    let reach = z(confidence) * (pooled * (1.0 - pooled) / size).max(0.0).sqrt();
    ((pooled - reach).max(0.0), (pooled + reach).min(1.0))
}

/// The rates whose own Byar limit at this size is the pooled rate.
pub(super) fn funnel_of_rates(pooled: f64, size: f64, confidence: Confidence) -> (f64, f64) {
    let expected = pooled * size;
    // The upper end of a count grows with it, and so does the lower one from the expected count on.
    let lower = if upper_end(0.0, confidence) >= expected {
        0.0
    } else {
        halved((0.0, expected), |events| upper_end(events, confidence) < expected)
    };
    let far = expected + 20.0 * (expected + 10.0).sqrt() + 20.0;
    let upper = halved((expected, far), |events| byar(events.max(1e-9), confidence).0 < expected);
    (lower / size, upper / size)
}

fn upper_end(events: f64, confidence: Confidence) -> f64 {
    byar(events.max(1e-9), confidence).1
}

/// Where a test that holds at the low end stops holding.
fn halved((mut low, mut high): (f64, f64), holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::{byar, count, funnel_of_rates, funnel_of_shares, share};
    use crate::model::derivation::Confidence::{NinetyFive, NinetyNineEight};

    fn near((low, high): (f64, f64), lower: f64, upper: f64) {
        assert!((low - lower).abs() < 5e-5 && (high - upper).abs() < 5e-5, "{low} {high}");
    }

    #[test]
    fn exact_limits_are_those_of_the_tables() {
        // Half the quantiles of chi-squared with 2x and 2x + 2 degrees of freedom.
        near(count(0, NinetyFive), 0.0, 3.688_88);
        near(count(1, NinetyFive), 0.025_32, 5.571_64);
        near(count(5, NinetyFive), 1.623_49, 11.668_33);
        near(count(9, NinetyFive), 4.115_37, 17.084_80);
        near(count(0, NinetyNineEight), 0.0, 6.907_76);
    }

    #[test]
    fn byar_takes_over_at_ten() {
        near(count(10, NinetyFive), 4.787_45, 18.391_46);
        near(count(100, NinetyFive), 81.362_11, 121.627_94);
    }

    #[test]
    fn the_limits_of_a_funnel_have_the_pooled_value_as_their_own_limit() {
        let (lower, upper) = funnel_of_shares(0.3, 50.0, NinetyNineEight);
        let (of_upper, _) = share(upper * 50.0, 50.0, NinetyNineEight);
        let (_, of_lower) = share(lower * 50.0, 50.0, NinetyNineEight);
        near((of_upper, of_lower), 0.3, 0.3);
        let (lower, upper) = funnel_of_rates(0.02, 2500.0, NinetyFive);
        near((byar(upper * 2500.0, NinetyFive).0, byar(lower * 2500.0, NinetyFive).1), 50.0, 50.0);
        near(funnel_of_rates(0.001, 1000.0, NinetyFive), 0.0, 0.003_85);
    }

    #[test]
    fn wilson_is_that_of_the_tables() {
        near(share(65.0, 100.0, NinetyFive), 0.552_54, 0.736_36);
        near(share(0.0, 10.0, NinetyFive), 0.0, 0.277_53);
        near(share(10.0, 10.0, NinetyFive), 0.722_47, 1.0);
    }
}
