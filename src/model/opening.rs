//! When something is open: by the week, by the month, with the days on which it is not.
//!
//! In: what `parse/directory/times.rs` read, or a feed. Out: [`Opening`], and the way an author types it.
//! Not here: the words of a page, which are in the strings of a theme; reading.

use super::date::Date;

/// Minutes of a day.
pub const DAY: u16 = 24 * 60;

/// One regular time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// On which days.
    pub when: When,
    /// At what time of these days.
    pub hours: Hours,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// What is said of it, such as "term time only".
    pub note: Option<String>,
}

/// The days of a regular time. Monday is 1, Sunday is 7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Days of the week in order, every so many weeks.
    Weekly {
        /// The days.
        days: Vec<u8>,
        /// 1 for every week. Anything else counts from [`Opening::from`].
        every: u8,
    },
    /// A day of the week in some weeks of the month.
    Monthly {
        /// 1 to 4, in order, and -1 for the last.
        weeks: Vec<i8>,
        /// The day of the week.
        day: u8,
    },
    /// A day of the month, 1 to 31.
    DayOfMonth(u8),
}

/// The time of a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Hours {
    /// Not said.
    Unsaid,
    /// Day and night.
    AllDay,
    /// From one minute of the day to another; the end of the day is [`DAY`].
    Between(u16, u16),
}

/// Days on which a place or service is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub reason: Option<String>,
}

/// The English names of the days, as authors type them.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The English words for weeks of a month, as authors type them.
pub const WEEKS: [(i8, &str); 5] = [(1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (-1, "last")];

/// Days that follow one another, as first and last; a single day or two stand alone.
pub fn runs(days: &[u8]) -> Vec<(u8, u8)> {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let apart = |(from, to): (u8, u8)| if from + 1 == to { vec![(from, from), (to, to)] } else { vec![(from, to)] };
    runs.into_iter().flat_map(apart).collect()
}

impl Opening {
    /// As an author types it: `Monday to Friday, 9am to 5pm`.
    pub fn typed(&self) -> String {
        let mut text = match &self.when {
            When::Weekly { days, every: 1 } if days.len() == 7 => "every day".to_owned(),
            When::Weekly { days, every: 1 } => typed_days(days),
            When::Weekly { days, every } => format!("every {every} weeks on {}", typed_days(days)),
            When::Monthly { weeks, day } => {
                let week = |week: &i8| WEEKS.iter().find(|(number, _)| number == week).map_or("", |(_, word)| *word);
                let weeks: Vec<&str> = weeks.iter().map(week).collect();
                format!("{} {} of the month", weeks.join(" and "), day_name(*day))
            }
            When::DayOfMonth(day) => format!("day {day} of the month"),
        };
        match self.hours {
            Hours::Unsaid => {}
            Hours::AllDay => text.push_str(", 24 hours"),
            Hours::Between(from, to) => text.push_str(&format!(", {} to {}", clock(from), clock(to))),
        }
        if let Some(date) = self.from {
            text.push_str(&format!(", from {date}"));
        }
        if let Some(date) = self.until {
            text.push_str(&format!(", until {date}"));
        }
        if let Some(note) = &self.note {
            text.push_str(&format!(" ({note})"));
        }
        text
    }
}

impl Closed {
    /// As an author types it: `2026-12-24 to 2027-01-02 (Christmas)`.
    pub fn typed(&self) -> String {
        let days = if self.from == self.to { self.from.to_string() } else { format!("{} to {}", self.from, self.to) };
        self.reason.as_ref().map_or(days.clone(), |reason| format!("{days} ({reason})"))
    }
}

fn typed_days(days: &[u8]) -> String {
    let run = |(from, to): (u8, u8)| {
        if from == to { day_name(from).to_owned() } else { format!("{} to {}", day_name(from), day_name(to)) }
    };
    runs(days).into_iter().map(run).collect::<Vec<_>>().join(" and ")
}

fn day_name(day: u8) -> &'static str {
    usize::from(day).checked_sub(1).and_then(|at| DAYS.get(at)).copied().unwrap_or_default()
}

/// A minute of the day as it is typed and printed: `9am`, `2:30pm`, `midday`, `midnight` (GOV.UK style).
pub fn clock(minute: u16) -> String {
    let (hour, rest) = (minute / 60 % 24, minute % 60);
    if rest == 0 && hour == 12 {
        return "midday".to_owned();
    }
    if rest == 0 && hour == 0 {
        return "midnight".to_owned();
    }
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    if rest == 0 { format!("{hour}{half}") } else { format!("{hour}:{rest:02}{half}") }
}

#[cfg(test)]
mod tests {
    use super::{DAY, clock, runs};

    #[test]
    fn days_that_follow_one_another_are_told_as_a_run() {
        assert_eq!(runs(&[1, 2, 3, 4, 5, 7]), [(1, 5), (7, 7)]);
        assert_eq!(runs(&[1, 2, 4]), [(1, 1), (2, 2), (4, 4)]);
    }

    #[test]
    fn times_of_day_are_written_as_gov_uk_writes_them() {
        let told: Vec<String> = [0, 5, 540, 750, 720, 780, DAY].map(clock).into();
        assert_eq!(told, ["midnight", "12:05am", "9am", "12:30pm", "midday", "1pm", "midnight"]);
    }
}
