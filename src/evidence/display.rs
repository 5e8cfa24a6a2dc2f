//! Numbers as people read them.
//!
//! In: exact values, unit, decimal places, words of the language. Out: `£3,983,563`, `about £700,000`, `23.6%`, `−1.7`,
//! `£19.7 million`. Rounded once, half away from zero. Not here: which values there are; periods (`model/period_words.rs`).

pub(super) use crate::model::period_words::period;
use crate::model::quantity::{self, Bound, Decimal, Quantity, Unit, rounded};
use crate::model::strings::Strings;

/// How the numbers of a metric are printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'s> {
    pub(super) unit: &'s Unit,
    pub(super) decimals: u32,
    pub(super) strings: &'s Strings,
}

impl Style<'_> {
    /// A number with the sign of its unit: `£3,983,563`, `£75.50`, `23.6%`, `9,140`.
    pub(super) fn number(self, value: Decimal) -> String {
        let decimals = if is_pounds(self.unit) { pence(value, self.decimals) } else { self.decimals };
        signed(value, self.unit, decimals)
    }

    /// A quantity with its bound: `about £700,000`.
    pub(super) fn quantity(self, quantity: &Quantity) -> String {
        bounded(&self.number(quantity.value), quantity.bound, self.strings)
    }

    /// The size of a difference: `1.7`, `£3,000`, `8.3 percentage points`.
    pub(super) fn difference(self, difference: Decimal) -> String {
        let size = difference.abs();
        if !is_percent(self.unit) {
            return self.number(size);
        }
        points(&grouped(size, self.decimals), self.strings)
    }

    /// Millions and billions in words, from a million on; smaller numbers in full.
    pub(super) fn short(self, value: Decimal) -> String {
        const STEPS: [(u32, &str); 2] = [(9, "figure_words.billion"), (6, "figure_words.million")];
        for (zeros, key) in STEPS {
            let Some(step) = 10_u64.checked_pow(zeros).map(Decimal::from) else { continue };
            let tenths = rounded(value / step, 1);
            // 999,999,999 is 1 billion, not 1,000 million; 999,999 stays as it is.
            let is_reached = if zeros == 6 { value.abs() >= step } else { tenths.abs() >= Decimal::ONE };
            if is_reached {
                let number = signed(tenths.normalize(), self.unit, tenths.normalize().scale());
                return self.strings.fill(key, &[("value", &number)]);
            }
        }
        self.number(value)
    }
}

/// Words for a number of percentage points.
pub(super) fn points(number: &str, strings: &Strings) -> String {
    let form = if number == "1" { "figure_words.points.one" } else { "figure_words.points.other" };
    strings.fill(form, &[("value", number)])
}

/// A percentage with one decimal: `23.6%`.
pub(super) fn percent(value: Decimal) -> String {
    signed(value, &Unit::Percent, 1)
}

/// A number's text with the words of its bound.
pub(super) fn bounded(number: &str, bound: Bound, strings: &Strings) -> String {
    match Bound::ALL.iter().find(|(_, known)| *known == bound) {
        Some((key, _)) => strings.fill(&format!("figure_words.{key}"), &[("value", number)]),
        None => number.to_owned(),
    }
}

/// Digits alone, without commas or signs of the unit: `19685094`.
pub(super) fn plain(value: Decimal, decimals: u32) -> String {
    rounded(value, decimals).normalize().to_string().replace('-', "−")
}

fn is_percent(unit: &Unit) -> bool {
    match unit {
        Unit::Percent => true,
        Unit::Per(of, _) => is_percent(of),
        _ => false,
    }
}

pub(super) fn is_pounds(unit: &Unit) -> bool {
    match unit {
        Unit::Pounds => true,
        Unit::Per(of, _) => is_pounds(of),
        _ => false,
    }
}

fn signed(value: Decimal, unit: &Unit, decimals: u32) -> String {
    let minus = if rounded(value, decimals).is_sign_negative() { "−" } else { "" };
    let number = grouped(value.abs(), decimals);
    let (before, after) = (if is_pounds(unit) { "£" } else { "" }, if is_percent(unit) { "%" } else { "" });
    format!("{minus}{before}{number}{after}")
}

/// Pounds have two decimals or none: `£75.50`, never `£75.00` or `£75.5`.
fn pence(value: Decimal, decimals: u32) -> u32 {
    let decimals = if decimals == 1 { 2 } else { decimals };
    if rounded(value, decimals).fract().is_zero() { 0 } else { decimals }
}

/// A number from 0 with commas between thousands.
fn grouped(value: Decimal, decimals: u32) -> String {
    let mut number = rounded(value, decimals);
    number.rescale(decimals);
    quantity::grouped(&number.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Style, bounded, percent, plain};
    use crate::model::quantity::{Bound, Decimal, Unit};
    use crate::model::strings::Strings;

    fn strings() -> Strings {
        let texts = [
            ("figure_words.about", "about {value}"),
            ("figure_words.million", "{value} million"),
            ("figure_words.billion", "{value} billion"),
            ("figure_words.points.one", "{value} percentage point"),
            ("figure_words.points.other", "{value} percentage points"),
        ];
        Strings { language: "en".to_owned(), texts: texts.map(|(key, text)| (key.to_owned(), text.to_owned())).into() }
    }

    fn number(value: &str) -> Decimal {
        Decimal::from_str_exact(value).unwrap()
    }

    #[test]
    fn numbers_are_printed_for_people() {
        let strings = strings();
        let print =
            |value: &str, unit: &Unit, decimals| Style { unit, decimals, strings: &strings }.number(number(value));
        let count = Unit::Count("people".to_owned());
        assert_eq!(print("3983563", &Unit::Pounds, 0), "£3,983,563");
        assert_eq!(print("75.5", &Unit::Pounds, 2), "£75.50");
        assert_eq!(print("75", &Unit::Pounds, 2), "£75");
        assert_eq!(print("75.5", &Unit::Pounds, 1), "£75.50");
        assert_eq!(print("-1250", &Unit::Pounds, 0), "−£1,250");
        assert_eq!(print("-0.04", &count, 1), "0.0");
        assert_eq!(print("999", &count, 0), "999");
        assert_eq!(print("1234567.85", &count, 1), "1,234,567.9");
        assert_eq!(percent(number("23.65")), "23.7%");
    }

    #[test]
    fn millions_are_words_and_smaller_amounts_stay() {
        let strings = strings();
        let short = |value: &str| Style { unit: &Unit::Pounds, decimals: 0, strings: &strings }.short(number(value));
        let told = ["700000", "999999", "1000000", "19685094", "-2000000", "999999999", "1250000000"].map(short);
        assert_eq!(
            told,
            ["£700,000", "£999,999", "£1 million", "£19.7 million", "−£2 million", "£1 billion", "£1.3 billion"]
        );
    }

    #[test]
    fn a_bound_is_part_of_the_words() {
        assert_eq!(bounded("£700,000", Bound::About, &strings()), "about £700,000");
        assert_eq!(plain(number("19685094.00"), 2), "19685094");
    }

    #[test]
    fn differences_of_shares_are_percentage_points() {
        let strings = strings();
        let style = |decimals| Style { unit: &Unit::Percent, decimals, strings: &strings };
        assert_eq!(style(1).difference(number("-8.3333")), "8.3 percentage points");
        assert_eq!(style(0).difference(number("1.2")), "1 percentage point");
    }
}
