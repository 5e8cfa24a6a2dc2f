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
    /// Values by key; none where the value was hidden.
    pub values: BTreeMap<String, Option<Decimal>>,
    /// The total, if there was one; none inside where it was hidden.
    pub total: Option<Option<Decimal>>,
}
