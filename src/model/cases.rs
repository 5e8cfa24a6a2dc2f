//! Case rows after reading: no names, only numbers for people, in the order in which a person's cases follow each other.
//!
//! In: what `parse/cases.rs` read. Out: [`Cases`], small enough for a million rows. Not here: any calculation.

use super::date::Date;

/// The cases of a file, by person, then end (open ones last), then start.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    /// In order.
    pub list: Vec<Case>,
}

/// One case of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// A number that means nothing outside this list.
    pub person: u64,
    /// First day.
    pub start: Date,
    /// Day of completion; none while open.
    pub end: Option<Date>,
    /// Whether its outcome is the one after which time is counted.
    pub counts: bool,
}
