//! Periods as people read them, wherever they are printed: tables, axes, sentences.
//!
//! In: a period and the strings of the page's language. Out: `October 2026` and `Oct 2026`.
//! Not here: calendars (`period.rs`), spans of several periods (`wording.rs`).

use super::date::Date;
use super::period::{Grain, Period};
use super::strings::Strings;

/// A period in words, long and short: `October 2026` and `Oct 2026`. Free words stay as they are typed.
pub fn period(period: &Period, strings: &Strings) -> (String, String) {
    let (Some((from, to)), Some(grain)) = (period.days, period.grain) else {
        return (period.text.clone(), period.text.clone());
    };
    let both = |long: &dyn Fn(&str) -> String| (long("dates.months"), long("period.short_months"));
    match grain {
        Grain::Day => both(&|months| day(from, months, strings)),
        Grain::Week => {
            let (long, short) = both(&|months| day(from, months, strings));
            (strings.fill("period.week", &[("day", &long)]), short)
        }
        Grain::Month => both(&|months| {
            let places = [("month", month(from, months, strings)), ("year", year(from))];
            fill("dates.month", &places, strings)
        }),
        Grain::Quarter => both(&|months| {
            let places =
                [("from", month(from, months, strings)), ("to", month(to, months, strings)), ("year", year(from))];
            fill("period.quarter", &places, strings)
        }),
        Grain::FinancialYear => both(&|_| fill("period.years", &[("from", year(from)), ("to", year(to))], strings)),
        Grain::CalendarYear => both(&|_| year(from)),
    }
}

fn day(date: Date, months: &str, strings: &Strings) -> String {
    let places = [("day", date.parts().2.to_string()), ("month", month(date, months, strings)), ("year", year(date))];
    fill("dates.day", &places, strings)
}

fn month(date: Date, months: &str, strings: &Strings) -> String {
    strings.text(&format!("{months}.{}", date.parts().1)).to_owned()
}

fn year(date: Date) -> String {
    date.parts().0.to_string()
}

fn fill(key: &str, places: &[(&str, String)], strings: &Strings) -> String {
    let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
    strings.fill(key, &places)
}
