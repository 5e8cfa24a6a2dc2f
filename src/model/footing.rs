//! What a comparison of figures stands on besides the numbers: breaks in a series, a statistical test, who was counted.
//!
//! In: `breaks:` and `test:` of a note, through `parse/`. Out: [`Footing`], part of a metric after `evidence/`.
//! Not here: what words a page may use; that is `evidence/claims/`.

use super::date::Date;
use super::quantity::Decimal;

/// What comparisons within a metric stand on.
#[derive(Clone, Debug, Default)]
pub struct Footing {
    /// Breaks in the series, earliest first.
    pub breaks: Vec<Break>,
    /// The test behind the word "significant".
    pub test: Option<StatisticalTest>,
    /// Why no change is worked out, where the values could not be compared.
    pub refusal: Option<Refusal>,
}

/// From a day on, a series counts something else or in another way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Break {
    /// The first day of the new way.
    pub date: Date,
    /// What became different.
    pub reason: String,
}

/// A test that somebody made, as they report it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StatisticalTest {
    /// Its name: `chi-squared`.
    pub name: String,
    /// How often chance alone would show as much, from 0 to 1.
    pub p: Decimal,
    /// Whether `p` is only known to be below that: `<0.001`.
    pub is_below: bool,
    /// The level below which the result counts as significant; 0.05 unless said.
    pub level: Decimal,
}

impl StatisticalTest {
    /// Whether the test supports the word "significant".
    pub fn is_significant(&self) -> bool {
        self.p < self.level || self.is_below && self.p == self.level
    }
}

/// Why two values are not compared.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// The series breaks between them.
    Break(Break),
    /// They count different people.
    Populations(String, String),
}

impl Footing {
    /// The break that lies between two days, if there is one.
    pub fn break_between(&self, first: Date, last: Date) -> Option<&Break> {
        self.breaks.iter().find(|found| first < found.date && found.date <= last)
    }
}
