//! Numbers on a scale: where an axis begins and ends, and what its ticks say.
//!
//! In: exact decimals of a metric. Out: plain numbers for placing, ticks at round values with their words.
//! Only additions, multiplications and divisions are used, which give the same result on every machine.
//! Not here: the numbers a metric shows, which are always its own display text.

use crate::model::quantity::{Decimal, Unit, with_commas};
use crate::model::strings::Strings;

/// A decimal as a number for placing.
pub fn number(value: Decimal) -> f64 {
    f64::try_from(value).unwrap_or_default()
}

/// A count as a number for placing.
pub fn count(items: usize) -> f64 {
    u32::try_from(items).map_or(f64::from(u32::MAX), f64::from)
}

/// An axis with round ticks that begins at or below the lowest and ends at or above the highest value.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Value at the first tick.
    pub low: f64,
    /// Value at the last tick.
    pub high: f64,
    /// Ticks from low to high.
    pub ticks: Vec<Tick>,
}

/// A tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its value.
    pub value: f64,
    /// What stands beside it.
    pub text: String,
}

/// A step of 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy)]
struct Step {
    digit: i64,
    power: i32,
}

impl Step {
    fn size(self) -> f64 {
        let digit = [1.0, 2.0, 5.0].into_iter().nth(usize::try_from(self.digit / 2).unwrap_or(0)).unwrap_or(1.0);
        digit * power_of_ten(self.power)
    }

    /// The smallest round step that needs at most `most` steps for a distance.
    fn over(distance: f64, most: f64) -> Self {
        let wanted = distance / most;
        let mut power = 0;
        while power_of_ten(power) > wanted && power > -40 {
            power -= 1;
        }
        while power_of_ten(power + 1) <= wanted && power < 40 {
            power += 1;
        }
        let digits = [(1, power), (2, power), (5, power), (1, power + 1)];
        digits
            .into_iter()
            .map(|(digit, power)| Self { digit, power })
            .find(|step| step.size() >= wanted)
            .unwrap_or(Self { digit: 1, power: power + 1 })
    }
}

fn power_of_ten(power: i32) -> f64 {
    (0..power.abs()).fold(1.0, |size, _| if power < 0 { size / 10.0 } else { size * 10.0 })
}

impl Scale {
    /// A scale over the values from `low` to `high` with at most `most` steps.
    pub fn new(low: f64, high: f64, most: f64, words: (&Unit, &Strings)) -> Self {
        let (low, high) = if high > low { (low, high) } else { (low, low + low.abs().max(1.0)) };
        let step = Step::over(high - low, most);
        let size = step.size();
        let (first, last) = (whole((low / size + 1e-9).floor()), whole((high / size - 1e-9).ceil()));
        let ticks: Vec<Tick> = (first..=last.max(first + 1))
            .take(50)
            .map(|n| Tick {
                value: n_times(n, size),
                text: tick_text(n.saturating_mul(step.digit), step.power, words.0, words.1),
            })
            .collect();
        let ends = |at: Option<&Tick>, or: f64| at.map_or(or, |tick| tick.value);
        Self { low: ends(ticks.first(), low), high: ends(ticks.last(), high), ticks }
    }

    /// Whether zero lies on it.
    pub fn has_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "clamped to a range that fits; NaN gives 0"
)]
fn whole(value: f64) -> i64 {
    value.clamp(-1e15, 1e15) as i64
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "multiples of a step are below 2 to the 53")]
fn n_times(n: i64, size: f64) -> f64 {
    n as f64 * size
}

/// A tick in the unit's words: `£20,000`, `15%`, `2 million`.
fn tick_text(digits: i64, power: i32, unit: &Unit, strings: &Strings) -> String {
    let (power, large) = match power {
        _ if digits == 0 => (0, None),
        12.. => (power - 12, Some("chart.trillion")),
        9.. => (power - 9, Some("chart.billion")),
        6.. => (power - 6, Some("chart.million")),
        _ => (power, None),
    };
    let number = plain(digits.unsigned_abs(), power);
    let number = large.map_or_else(|| number.clone(), |key| strings.fill(key, &[("n", &number)]));
    let sign = if digits < 0 { "−" } else { "" };
    match money_or_percent(unit) {
        Some(Unit::Pounds) => format!("{sign}£{number}"),
        Some(_) => format!("{sign}{number}%"),
        None => format!("{sign}{number}"),
    }
}

/// The unit whose sign stands at a number, also inside `pounds per week`.
fn money_or_percent(unit: &Unit) -> Option<&Unit> {
    match unit {
        Unit::Pounds | Unit::Percent => Some(unit),
        Unit::Per(of, _) => money_or_percent(of),
        Unit::Count(_) | Unit::Index | Unit::Ratio | Unit::Time(_) => None,
    }
}

/// `digits` times ten to a power, with commas.
fn plain(digits: u64, power: i32) -> String {
    let mut text = digits.to_string();
    let Ok(places) = usize::try_from(-power) else {
        text.push_str(&"0".repeat(usize::try_from(power).unwrap_or_default()));
        return with_commas(&text);
    };
    while text.len() <= places {
        text.insert(0, '0');
    }
    let (whole, part) = text.split_at_checked(text.len() - places).unwrap_or((&text, ""));
    if part.is_empty() { with_commas(whole) } else { format!("{}.{part}", with_commas(whole)) }
}

#[cfg(test)]
mod tests {
    use super::{Scale, plain};
    use crate::model::quantity::Unit;
    use crate::model::strings::Strings;

    fn texts(low: f64, high: f64, unit: &Unit) -> Vec<String> {
        let mut strings = Strings::default();
        strings.texts.insert("chart.million".to_owned(), "{n} million".to_owned());
        Scale::new(low, high, 5.0, (unit, &strings)).ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_stand_at_round_values_and_cover_the_range() {
        assert_eq!(texts(0.0, 7.2, &Unit::Ratio), ["0", "2", "4", "6", "8"]);
        assert_eq!(texts(-0.3, 0.4, &Unit::Percent), ["−0.4%", "−0.2%", "0%", "0.2%", "0.4%"]);
        assert_eq!(
            texts(0.0, 7_800_000.0, &Unit::Pounds),
            ["£0", "£2 million", "£4 million", "£6 million", "£8 million"]
        );
    }

    #[test]
    fn equal_and_extreme_values_still_give_a_scale() {
        assert!(texts(5.0, 5.0, &Unit::Ratio).len() > 1);
        assert!(texts(0.0, 7.9e28, &Unit::Pounds).len() > 1);
        assert!(texts(0.0, 1e-28, &Unit::Ratio).len() > 1);
        assert!(texts(7.9e28, 7.9e28, &Unit::Ratio).len() > 1);
    }

    #[test]
    fn powers_of_ten_are_written_out() {
        assert_eq!(plain(15, -1), "1.5");
        assert_eq!(plain(5, -3), "0.005");
        assert_eq!(plain(25, 3), "25,000");
    }
}
