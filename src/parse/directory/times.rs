//! Regular times and closed days as people type them: `Monday to Friday, 9am to 5pm`, `first Tuesday of the month, 2pm to
//! 4pm`, `2026-12-24 to 2027-01-02 (Christmas)`.
//!
//! In: one line. Out: [`Opening`] or [`Closed`]; nothing where the line cannot be understood. One line has one meaning, so
//! what is read can be written again. Not here: findings, words of a page.

use std::iter::Peekable;
use std::str::Split;

use crate::model::date::Date;
use crate::model::opening::{Closed, DAY, DAYS, Hours, Opening, WEEKS, When};

/// The words of a line, in order.
type Words<'w> = Peekable<Split<'w, char>>;

/// Reads a regular time.
pub fn opening(typed: &str) -> Option<Opening> {
    let (line, note) = noted(typed)?;
    let line = line.to_lowercase().replace(',', " ");
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words: Words<'_> = line.split(' ').peekable();
    let when = when(&mut words)?;
    let hours = hours(&mut words)?;
    let from = dated(&mut words, "from").ok()?;
    let until = dated(&mut words, "until").ok()?;
    let opening = Opening { when, hours, from, until, note };
    let is_counted = !matches!(opening.when, When::Weekly { every: 2.., .. }) || from.is_some();
    let in_order = from.zip(until).is_none_or(|(from, until)| from <= until);
    (words.next().is_none() && is_counted && in_order).then_some(opening)
}

/// Reads a day, or days from one to another, on which something is closed.
pub fn closed(typed: &str) -> Option<Closed> {
    let (line, reason) = noted(typed)?;
    let mut days = line.split(" to ").map(str::trim);
    let from: Date = days.next()?.parse().ok()?;
    let to = days.next().map_or(Some(from), |day| day.parse().ok())?;
    (days.next().is_none() && from <= to).then_some(Closed { from, to, reason })
}

/// A line and what stands in brackets at its end.
fn noted(typed: &str) -> Option<(&str, Option<String>)> {
    let typed = typed.trim();
    let Some(open) = typed.strip_suffix(')') else { return Some((typed, None)) };
    let (line, note) = open.split_once('(')?;
    let note = note.trim();
    Some((line.trim(), (!note.is_empty()).then(|| note.to_owned())))
}

fn when(words: &mut Words<'_>) -> Option<When> {
    if let Some(week) = words.peek().and_then(|word| week(word)) {
        return monthly(words, week);
    }
    match *words.peek()? {
        "every" => {
            words.next();
            every(words)
        }
        "day" => {
            words.next();
            let day = words.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
            of_the_month(words)?;
            Some(When::DayOfMonth(day))
        }
        _ => Some(When::Weekly { days: days(words)?, every: 1 }),
    }
}

/// What stands behind `every`: `day`, `2 weeks on Thursday`, `Thursday`.
fn every(words: &mut Words<'_>) -> Option<When> {
    if words.next_if_eq(&"day").is_some() {
        return Some(When::Weekly { days: (1..=7).collect(), every: 1 });
    }
    let Some(every) = words.peek().and_then(|word| word.parse().ok()) else {
        return Some(When::Weekly { days: days(words)?, every: 1 });
    };
    words.next();
    words.next_if_eq(&"weeks")?;
    words.next_if_eq(&"on")?;
    (2..=52).contains(&every).then_some(())?;
    Some(When::Weekly { days: days(words)?, every })
}

fn monthly(words: &mut Words<'_>, first: i8) -> Option<When> {
    let mut weeks = vec![first];
    words.next();
    while words.next_if_eq(&"and").is_some() {
        weeks.push(week(words.next()?)?);
    }
    let day = day(words.next()?)?;
    of_the_month(words)?;
    // The last week comes last, whatever its number.
    weeks.sort_by_key(|week| if *week < 0 { i8::MAX } else { *week });
    weeks.dedup();
    Some(When::Monthly { weeks, day })
}

fn of_the_month(words: &mut Words<'_>) -> Option<()> {
    words.next_if_eq(&"of")?;
    words.next_if(|word| matches!(*word, "the" | "each" | "every"))?;
    words.next_if_eq(&"month").map(drop)
}

/// Days of the week in order, each once.
fn days(words: &mut Words<'_>) -> Option<Vec<u8>> {
    let mut days = Vec::new();
    loop {
        let from = day(words.next()?)?;
        let to = match words.next_if_eq(&"to") {
            Some(_) => day(words.next()?)?,
            None => from,
        };
        // From Saturday to Monday goes over the end of the week.
        let mut at = from;
        while at != to {
            days.push(at);
            at = at % 7 + 1;
        }
        days.push(to);
        let more = words.next_if_eq(&"and").is_some() || words.peek().is_some_and(|word| day(word).is_some());
        if !more {
            break;
        }
    }
    days.sort_unstable();
    days.dedup();
    Some(days)
}

fn day(word: &str) -> Option<u8> {
    let is_it = |name: &str| word.strip_suffix('s').unwrap_or(word).eq_ignore_ascii_case(name);
    let at = DAYS.iter().position(|name| is_it(name))?;
    u8::try_from(at + 1).ok()
}

fn week(word: &str) -> Option<i8> {
    WEEKS.iter().find(|(_, name)| *name == word).map(|(number, _)| *number)
}

fn hours(words: &mut Words<'_>) -> Option<Hours> {
    if words.next_if_eq(&"24").is_some() {
        return words.next_if_eq(&"hours").map(|_| Hours::AllDay);
    }
    let Some(from) = words.peek().and_then(|word| minute(word)) else { return Some(Hours::Unsaid) };
    words.next();
    words.next_if_eq(&"to")?;
    let to = match minute(words.next()?)? {
        0 => DAY,
        to => to,
    };
    // Night shelters close on the next morning, so the end may come before the beginning; never at it.
    (from != to && (from, to) != (0, DAY)).then_some(Hours::Between(from, to))
}

/// A time of day: `9am`, `9:30am`, `9.30am`, `14:00`, `midday`, `midnight`.
fn minute(word: &str) -> Option<u16> {
    match word {
        "midday" => return Some(12 * 60),
        "midnight" => return Some(0),
        _ => {}
    }
    let half = |ending: &str| word.strip_suffix(ending);
    let (digits, add) = match (half("am"), half("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (word, None),
    };
    let (hour, rest) = match digits.split_once([':', '.']) {
        Some((hour, rest)) if rest.len() == 2 => (hour, rest.parse::<u16>().ok()?),
        None if add.is_some() => (digits, 0),
        Some(_) | None => return None,
    };
    let hour: u16 = hour.parse().ok()?;
    let hour = match add {
        Some(add) => (1..=12).contains(&hour).then_some(hour % 12 + add)?,
        None => (0..24).contains(&hour).then_some(hour)?,
    };
    (rest < 60).then_some(hour * 60 + rest)
}

/// `from 2026-01-08`, if it is there; an error where the word is there without a date.
fn dated(words: &mut Words<'_>, word: &str) -> Result<Option<Date>, ()> {
    if words.next_if_eq(&word).is_none() {
        return Ok(None);
    }
    words.next().unwrap_or_default().parse().map(Some)
}

#[cfg(test)]
mod tests {
    use super::{closed, opening};
    use proptest::prelude::{any, proptest};

    #[test]
    fn what_is_typed_in_many_ways_has_one_meaning() {
        for (typed, same) in [
            ("Mondays and Wednesdays 10:00 to 12:30", "Monday and Wednesday, 10am to 12:30pm"),
            ("Monday to Friday, 9am to 5pm", "Monday to Friday, 9am to 5pm"),
            ("Monday, Tuesday, Thursday, 9am to midday", "Monday and Tuesday and Thursday, 9am to midday"),
            ("every day, 24 hours", "every day, 24 hours"),
            ("every Thursday", "Thursday"),
            ("Saturday to Monday, 6pm to midnight", "Monday and Saturday and Sunday, 6pm to midnight"),
            ("first Tuesday of each month, 2pm to 4pm", "first Tuesday of the month, 2pm to 4pm"),
            ("last and first Friday of the month", "first and last Friday of the month"),
            ("day 15 of the month, 11am to 1pm", "day 15 of the month, 11am to 1pm"),
            (
                "every 2 weeks on Thursday, 10am to 11am, from 2026-01-08 until 2026-12-17 (not in August)",
                "every 2 weeks on Thursday, 10am to 11am, from 2026-01-08, until 2026-12-17 (not in August)",
            ),
            ("every day, 8pm to 7am", "every day, 8pm to 7am"),
        ] {
            let read = opening(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(read.typed(), same);
            assert_eq!(opening(&read.typed()), Some(read));
        }
    }

    #[test]
    fn what_has_no_one_meaning_is_nothing() {
        for typed in [
            "",
            "most days",
            "Monday 9 to 5",
            "Monday, 9am",
            "Monday, 9am to 9am",
            "Monday, 13pm to 2pm",
            "every 2 weeks on Thursday, 10am to 11am",
            "fifth Monday of the month",
            "day 32 of the month",
            "Monday, 9am to 5pm, from 2026-02-30",
            "Monday, from 2026-03-01 until 2026-02-01",
            "Monday (",
        ] {
            assert_eq!(opening(typed), None, "{typed}");
        }
    }

    #[test]
    fn closed_days_are_one_day_or_a_run_of_days() {
        for typed in ["2026-12-25", "2026-12-24 to 2027-01-02 (Christmas)"] {
            assert_eq!(closed(typed).unwrap().typed(), typed);
        }
        for typed in ["Christmas", "2027-01-02 to 2026-12-24", "2026-02-30", "2026-12-24 to"] {
            assert_eq!(closed(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_a_panic(line in any::<String>(), more in "[mondayto0-9 :.,()apfirst]{0,40}") {
            for line in [line, more] {
                if let Some(read) = opening(&line) {
                    assert_eq!(opening(&read.typed()), Some(read));
                }
                if let Some(read) = closed(&line) {
                    assert_eq!(closed(&read.typed()), Some(read));
                }
            }
        }
    }
}
