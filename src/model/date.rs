//! Calendar dates. The only file that names the calendar crate, with `period.rs`.
//!
//! In: text as people type it (`2026-11-22`). Out: [`Date`], comparable, printable in plain English order.
//! Not here: the clock; today is handed in by `cli/`.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date(civil::Date);

impl Date {
    /// 1 January 1970, from which clocks count.
    pub const EPOCH: Self = Self(civil::date(1970, 1, 1));

    /// A day that exists, or nothing (`2026-02-30`).
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Monday is 1, Sunday is 7.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// Moves by whole months; the 31st becomes the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let span = jiff::Span::new().try_months(months).unwrap_or_default();
        self.0.checked_add(span).map_or(self, Self)
    }

    /// Moves by days.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        self.0.checked_add(span).map_or(self, Self)
    }

    /// Days from `earlier` to `self`; negative when `self` is before it.
    pub fn days_since(self, earlier: Self) -> i32 {
        earlier.0.until(self.0).map_or(0, |span| span.get_days())
    }

    /// The Monday of an ISO week, or nothing when the year has no such week.
    pub fn of_iso_week(year: i16, week: i8) -> Option<Self> {
        let iso = civil::ISOWeekDate::new(year, week, civil::Weekday::Monday).ok()?;
        Some(Self(iso.date()))
    }
}

impl FromStr for Date {
    type Err = ();

    /// Exactly `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(());
        }
        text.parse::<civil::Date>().map(Self).map_err(|_| ())
    }
}

impl fmt::Display for Date {
    /// `2026-11-22`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        assert!("2026-02-30".parse::<Date>().is_err());
        assert!("2026-2-3".parse::<Date>().is_err());
        assert_eq!("2026-02-28".parse::<Date>().unwrap().to_string(), "2026-02-28");
    }

    #[test]
    fn months_are_added_to_the_end_of_the_month() {
        let date: Date = "2026-08-31".parse().unwrap();
        assert_eq!(date.plus_months(6).to_string(), "2027-02-28");
    }
}
