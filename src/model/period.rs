//! Periods of time: what a figure is about. With `date.rs` the only file that knows calendars.
//!
//! In: text as people type it. Out: [`Period`] with first and last day where the text is a date.
//! Not here: words for people; those are made from the strings of the page's language.

use super::date::Date;

/// A period: free words ("before the new approach"), or days on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// As typed in the file.
    pub text: String,
    /// First and last day, when the text is a date that Candour knows.
    pub days: Option<(Date, Date)>,
    /// The length, when the text is a date that Candour knows.
    pub grain: Option<Grain>,
}

/// The length of the periods of a series.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Grain {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// April to March.
    FinancialYear,
    /// January to December.
    CalendarYear,
}

impl Grain {
    /// Every grain with the words for it in a file.
    pub const ALL: [(&'static str, Self); 6] = [
        ("day", Self::Day),
        ("week", Self::Week),
        ("month", Self::Month),
        ("quarter", Self::Quarter),
        ("financial year", Self::FinancialYear),
        ("calendar year", Self::CalendarYear),
    ];

    /// The grain behind words.
    pub fn named(words: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == words).map(|(_, grain)| *grain)
    }

    /// The words for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, grain)| *grain == self).map_or("day", |(name, _)| name)
    }
}
