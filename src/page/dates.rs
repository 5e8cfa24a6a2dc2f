//! Dates in words.
//!
//! In: a date and the words of a language. Out: `22 November 2026` beside `2026-11-22`. Not here: today.

use crate::model::date::Date;
use crate::model::strings::Strings;
use crate::model::view::DateView;

/// Keys of the names of months.
const MONTHS: [&str; 12] = [
    "dates.months.1",
    "dates.months.2",
    "dates.months.3",
    "dates.months.4",
    "dates.months.5",
    "dates.months.6",
    "dates.months.7",
    "dates.months.8",
    "dates.months.9",
    "dates.months.10",
    "dates.months.11",
    "dates.months.12",
];

/// A date for people and for machines (GOV.UK style: day, month in words, year).
pub fn date_view(date: Date, strings: &Strings) -> DateView {
    let (year, month, day) = date.parts();
    let month = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).map_or("", |key| strings.text(key));
    let places = [("day", &*day.to_string()), ("month", month), ("year", &*year.to_string())];
    DateView { iso: date.to_string(), words: strings.fill("dates.day", &places) }
}
