//! Numbers with what makes them honest: unit, bound, exactness. With `metric.rs` the only files that name the decimal crate.
//!
//! In: decimals as typed. Out: [`Quantity`], [`Unit`], rounding half away from zero.
//! Not here: words of any language; printing for people is `evidence/display.rs`.

pub use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

/// A number as its source gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The exact value.
    pub value: Decimal,
    /// How the source bounds it; part of the value, so that nothing can drop it.
    pub bound: Bound,
    /// The source's own words for it ("a third"), for prose.
    pub words: Option<String>,
}

/// How a source bounds a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// About.
    About,
    /// More than.
    MoreThan,
    /// At least.
    AtLeast,
    /// Less than.
    LessThan,
    /// At most.
    AtMost,
}

impl Bound {
    /// The key of each bound in a metric file (`{ value: 700000, about: true }`).
    pub const ALL: [(&'static str, Self); 5] = [
        ("about", Self::About),
        ("more_than", Self::MoreThan),
        ("at_least", Self::AtLeast),
        ("less_than", Self::LessThan),
        ("at_most", Self::AtMost),
    ];
}

/// What is counted or measured.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unit {
    /// Whole things: people, requests, assessments, or a name from `candour.yaml`.
    Count(String),
    /// Pounds sterling.
    Pounds,
    /// Percent, 0 to 100.
    Percent,
    /// Index, base 100.
    Index,
    /// A ratio of two numbers.
    Ratio,
    /// Hours, days, weeks, months or years.
    Time(String),
    /// `A per B`.
    Per(Box<Unit>, String),
}

impl Unit {
    /// Counts that every site knows.
    pub const COUNTS: [&'static str; 6] = ["people", "requests", "assessments", "packages", "reviews", "contacts"];
    /// Lengths of time.
    pub const TIMES: [&'static str; 5] = ["hours", "days", "weeks", "months", "years"];
    /// What may stand behind `per`.
    pub const PER: [&'static str; 9] =
        ["hour", "day", "week", "month", "quarter", "year", "person", "1,000", "100,000"];

    /// Reads a unit as typed; `more` are the counts of `candour.yaml`.
    pub fn parse(text: &str, more: &[String]) -> Option<Self> {
        if let Some((of, per)) = text.split_once(" per ") {
            let unit = Self::parse(of.trim(), more)?;
            let per = per.trim();
            return Self::PER.contains(&per).then(|| Self::Per(Box::new(unit), per.to_owned()));
        }
        match text {
            "pounds" => Some(Self::Pounds),
            "percent" => Some(Self::Percent),
            "index" => Some(Self::Index),
            "ratio" => Some(Self::Ratio),
            _ if Self::TIMES.contains(&text) => Some(Self::Time(text.to_owned())),
            _ if Self::COUNTS.contains(&text) || more.iter().any(|known| known == text) => {
                Some(Self::Count(text.to_owned()))
            }
            _ => None,
        }
    }

    /// The unit as typed.
    pub fn name(&self) -> String {
        match self {
            Self::Count(name) | Self::Time(name) => name.clone(),
            Self::Pounds => "pounds".to_owned(),
            Self::Percent => "percent".to_owned(),
            Self::Index => "index".to_owned(),
            Self::Ratio => "ratio".to_owned(),
            Self::Per(unit, per) => format!("{} per {per}", unit.name()),
        }
    }

    /// Whether values are whole and not negative (unless the basis is an average).
    pub fn is_count(&self) -> bool {
        matches!(self, Self::Count(_))
    }
}

/// Rounds half away from zero, never to minus zero.
pub fn rounded(value: Decimal, places: u32) -> Decimal {
    let result = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    if result.is_zero() { Decimal::new(0, places) } else { result }
}

/// Digits in groups of three: `1,234,567`.
pub fn with_commas(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A decimal from 0 in groups of three: `1,234.5`.
pub fn grouped(text: &str) -> String {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.is_empty() { with_commas(whole) } else { format!("{}.{part}", with_commas(whole)) }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Unit, rounded};

    #[test]
    fn half_rounds_away_from_zero_and_never_to_minus_zero() {
        assert_eq!(rounded(Decimal::new(25, 1), 0).to_string(), "3");
        assert_eq!(rounded(Decimal::new(-25, 1), 0).to_string(), "-3");
        assert_eq!(rounded(Decimal::new(-4, 2), 1).to_string(), "0.0");
    }

    #[test]
    fn units_are_read_with_their_denominator() {
        assert_eq!(Unit::parse("people per week", &[]).unwrap().name(), "people per week");
        assert!(Unit::parse("visits", &[]).is_none());
        assert!(Unit::parse("visits", &["visits".to_owned()]).is_some());
    }
}
