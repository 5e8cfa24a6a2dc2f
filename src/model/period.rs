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

    /// The most days between the ends of two neighbouring periods; more means that a period is missing.
    pub fn longest_step(self) -> i32 {
        match self {
            Self::Day => 1,
            Self::Week => 10,
            Self::Month => 45,
            Self::Quarter => 130,
            Self::FinancialYear | Self::CalendarYear => 500,
        }
    }
}

impl Grain {
    /// The first day of the period of this length that holds a day. Weeks begin on Monday, financial years in April.
    pub fn start(self, day: Date) -> Date {
        let (year, month, _) = day.parts();
        let of_month = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(day);
        match self {
            Self::Day => day,
            Self::Week => day.plus_days(1 - i32::from(day.weekday())),
            Self::Month => of_month(year, month),
            Self::Quarter => of_month(year, (month - 1) / 3 * 3 + 1),
            Self::FinancialYear => of_month(if month < 4 { year.saturating_sub(1) } else { year }, 4),
            Self::CalendarYear => of_month(year, 1),
        }
    }
}

impl Period {
    /// The period of a length that begins on a day, as it would be typed.
    pub fn beginning(day: Date, grain: Grain) -> Self {
        let (year, month, _) = day.parts();
        let text = match grain {
            Grain::Day | Grain::Week => day.to_string(),
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
            Grain::FinancialYear => format!("{year:04} to {:04}", year.saturating_add(1)),
            Grain::CalendarYear => format!("{year:04}"),
        };
        Self { text, days: Some((day, last_day(day, grain))), grain: Some(grain) }
    }

    /// The period of the same length that follows; none for words, and at the end of the calendar.
    pub fn after(&self) -> Option<Self> {
        let ((first, last), grain) = self.days.zip(self.grain)?;
        let next = last.plus_days(1);
        (next > first && next > last).then(|| Self::beginning(next, grain))
    }

    /// Reads a period as typed. What is no date that Candour knows stays as words.
    ///
    /// Known are `2020-03-09`, `2020-W07`, `2020-03`, `2020-Q2` (a quarter of the calendar year), `2019 to 2020` (a financial
    /// year) and `2020`. With the grain of a series a day may stand for the period that begins on it.
    pub fn read(text: &str, grain: Option<Grain>) -> Self {
        let text = text.trim();
        let known = known(text).map(|(from, own)| match grain {
            Some(wanted) if own == Grain::Day && begins(from, wanted) => (from, wanted),
            Some(Grain::Quarter) if own == Grain::Month && from.parts().1 % 3 == 1 => (from, Grain::Quarter),
            _ => (from, own),
        });
        Self {
            text: text.to_owned(),
            days: known.map(|(from, grain)| (from, last_day(from, grain))),
            grain: known.map(|(_, grain)| grain),
        }
    }
}

/// First day and length of a period in one of the known spellings.
fn known(text: &str) -> Option<(Date, Grain)> {
    if let Ok(day) = text.parse() {
        return Some((day, Grain::Day));
    }
    if let Some((from, to)) = text.split_once(" to ") {
        let (from, to) = (year(from)?, year(to)?);
        return (to == from.checked_add(1)?).then(|| Date::new(from, 4, 1).map(|day| (day, Grain::FinancialYear)))?;
    }
    let Some((start, part)) = text.split_once('-') else {
        return Some((Date::new(year(text)?, 1, 1)?, Grain::CalendarYear));
    };
    let start = year(start)?;
    if let Some(week) = part.strip_prefix('W') {
        return Some((Date::of_iso_week(start, two_digits(week)?)?, Grain::Week));
    }
    if let Some(quarter) = part.strip_prefix('Q') {
        let quarter: i8 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter) && part.len() == 2)?;
        return Some((Date::new(start, quarter * 3 - 2, 1)?, Grain::Quarter));
    }
    Some((Date::new(start, two_digits(part)?, 1)?, Grain::Month))
}

fn year(text: &str) -> Option<i16> {
    let shaped = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| shaped)
}

fn two_digits(text: &str) -> Option<i8> {
    let shaped = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| shaped)
}

/// Whether a period of this length can begin on a day.
fn begins(day: Date, grain: Grain) -> bool {
    let (_, month, of_month) = day.parts();
    match grain {
        Grain::Day | Grain::Week => true,
        Grain::Month => of_month == 1,
        Grain::Quarter => of_month == 1 && month % 3 == 1,
        Grain::FinancialYear => of_month == 1 && month == 4,
        Grain::CalendarYear => of_month == 1 && month == 1,
    }
}

fn last_day(from: Date, grain: Grain) -> Date {
    let next = match grain {
        Grain::Day => return from,
        Grain::Week => return from.plus_days(6),
        Grain::Month => from.plus_months(1),
        Grain::Quarter => from.plus_months(3),
        Grain::FinancialYear | Grain::CalendarYear => from.plus_months(12),
    };
    next.plus_days(-1)
}

#[cfg(test)]
mod tests {
    use super::{Grain, Period};
    use proptest::prelude::{any, proptest};

    fn days(text: &str, grain: Option<Grain>) -> Option<(String, String, Grain)> {
        let period = Period::read(text, grain);
        let (from, to) = period.days?;
        Some((from.to_string(), to.to_string(), period.grain?))
    }

    #[test]
    fn each_spelling_has_its_first_and_last_day() {
        let cases = [
            ("2020-02-29", None, "2020-02-29", "2020-02-29", Grain::Day),
            ("2020-02-10", Some(Grain::Week), "2020-02-10", "2020-02-16", Grain::Week),
            ("2020-W07", None, "2020-02-10", "2020-02-16", Grain::Week),
            ("2020-02", None, "2020-02-01", "2020-02-29", Grain::Month),
            ("2020-Q2", None, "2020-04-01", "2020-06-30", Grain::Quarter),
            ("2019 to 2020", None, "2019-04-01", "2020-03-31", Grain::FinancialYear),
            ("2020", None, "2020-01-01", "2020-12-31", Grain::CalendarYear),
            ("2020-04-01", Some(Grain::FinancialYear), "2020-04-01", "2021-03-31", Grain::FinancialYear),
        ];
        for (text, grain, from, to, own) in cases {
            assert_eq!(days(text, grain), Some((from.to_owned(), to.to_owned(), own)), "{text}");
        }
    }

    #[test]
    fn each_period_is_followed_by_the_next_as_it_would_be_typed() {
        for (text, grain, next) in [
            ("2020-02-29", Grain::Day, "2020-03-01"),
            ("2020-02-09", Grain::Week, "2020-02-16"),
            ("2020-12", Grain::Month, "2021-01"),
            ("2020-Q4", Grain::Quarter, "2021-Q1"),
            ("2019 to 2020", Grain::FinancialYear, "2020 to 2021"),
            ("2020", Grain::CalendarYear, "2021"),
        ] {
            let after = Period::read(text, Some(grain)).after().unwrap();
            assert_eq!(after.text, next);
            assert_eq!(Period::read(next, Some(grain)), after);
            assert_eq!(
                grain.start(after.days.unwrap().1),
                if grain == Grain::Week { "2020-02-17".parse().unwrap() } else { after.days.unwrap().0 }
            );
        }
        assert_eq!(Period::read("9999", None).after(), None);
    }

    #[test]
    fn everything_else_is_words() {
        for text in
            ["before", "2018 to 2020", "2020-13", "2020-W54", "2020-Q5", "2019-20", "2019/20", "2020-2", "2020 to 2019"]
        {
            assert_eq!(days(text, None), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_period_without_a_panic(text in any::<String>(), near in "[0-9]{0,5}[- ]?(to |W|Q)?[0-9]{0,5}(-[0-9]{0,3})?") {
            for grain in [None, Some(Grain::Week), Some(Grain::FinancialYear)] {
                for text in [&text, &near] {
                    let period = Period::read(text, grain);
                    assert_eq!(period.days.is_some(), period.grain.is_some());
                    assert!(period.days.is_none_or(|(from, to)| from <= to));
                }
            }
        }
    }
}
