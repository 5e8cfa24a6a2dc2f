//! Dates in words.
//!
//! In: a date and the words of a language. Out: `22 November 2026` beside `2026-11-22`. Not here: today.

use crate::model::date::Date;
use crate::model::strings::Strings;
use crate::model::view::DateView;

/// A date for people and for machines (GOV.UK style: day, month in words, year).
pub fn date_view(date: Date, strings: &Strings) -> DateView {
    let (year, month, day) = date.parts();
    let month = strings.text(&format!("dates.months.{month}")).to_owned();
    let places = [("day", &*day.to_string()), ("month", &*month), ("year", &*year.to_string())];
    DateView { iso: date.to_string(), words: strings.fill("dates.day", &places) }
}
