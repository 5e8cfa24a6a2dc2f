//! What the site has published before: `data/published.yaml`.
//!
//! In: what `parse/metric/record.rs` read. Out: [`Record`], by metric and key, hidden values without a number.
//! Not here: comparing it with what is published now.

use std::collections::BTreeMap;

use super::quantity::Decimal;
use super::source::FileId;

/// The record.
#[derive(Clone, Debug)]
pub struct Record {
    /// The file it came from.
    pub file: FileId,
    /// The published values of each metric, by its id.
    pub metrics: BTreeMap<String, Published>,
}

/// The published values of one metric.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// Values by key.
    pub values: BTreeMap<String, Told>,
    /// The total, if there was one.
    pub total: Option<Told>,
}

/// What was told of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Told {
    /// Its number.
    Number(Decimal),
    /// That it was hidden.
    Hidden,
}

impl Told {
    /// The number, where it was told.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(number),
            Self::Hidden => None,
        }
    }
}
