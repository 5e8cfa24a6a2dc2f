//! Schedules of a feed into regular times as people type them.
//!
//! In: a schedule. Out: its line, or nothing where it says more than a line can. A time of day counts as it stands, whatever
//! its zone: feeds write the time on the clock. Not here: closed days.

use super::{Object, number, text};
use crate::model::date::Date;
use crate::model::opening::{DAY, Hours, Opening, When};
use crate::parse::directory::opening;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The line of a schedule, if it reads back as the same time.
pub(super) fn line(schedule: &Object) -> Option<String> {
    let every = number(schedule, "interval").map_or(Some(1), |typed| typed.parse::<u8>().ok())?;
    let by_day = text(schedule, "byday");
    let by_month_day = text(schedule, "bymonthday");
    let when = match (text(schedule, "freq")?, by_day, by_month_day) {
        ("WEEKLY", Some(days), None) => When::Weekly { days: weekly(days)?, every: every.max(1) },
        ("MONTHLY", Some(days), None) if every <= 1 => monthly(days)?,
        ("MONTHLY", None, Some(day)) if every <= 1 => When::DayOfMonth(day.parse().ok()?),
        _ => return None,
    };
    let date = |key: &str| text(schedule, key).and_then(|typed| typed.get(..10)?.parse::<Date>().ok());
    let from = if every > 1 { date("dtstart").or_else(|| date("valid_from")) } else { date("valid_from") };
    let note = text(schedule, "notes").map(|note| note.replace('\n', " "));
    let made = Opening { when, hours: hours(schedule)?, from, until: date("valid_to"), note };
    let line = made.typed();
    (opening(&line)? == made).then_some(line)
}

fn weekly(days: &str) -> Option<Vec<u8>> {
    let mut days: Vec<u8> = days.split(',').map(|day| named(day.trim())).collect::<Option<_>>()?;
    days.sort_unstable();
    days.dedup();
    Some(days)
}

fn named(name: &str) -> Option<u8> {
    let at = DAYS.iter().position(|known| *known == name)?;
    u8::try_from(at + 1).ok()
}

/// `1TU,3TU`: some weeks of one day.
fn monthly(days: &str) -> Option<When> {
    let mut weeks = Vec::new();
    let mut on = None;
    for part in days.split(',').map(str::trim) {
        let split = part.len().checked_sub(2)?;
        let (week, day) = (part.get(..split)?, named(part.get(split..)?)?);
        if on.is_some_and(|known| known != day) {
            return None;
        }
        on = Some(day);
        weeks.push(week.trim_start_matches('+').parse::<i8>().ok().filter(|week| matches!(week, -1 | 1..=4))?);
    }
    weeks.sort_by_key(|week| if *week < 0 { i8::MAX } else { *week });
    weeks.dedup();
    Some(When::Monthly { weeks, day: on? })
}

fn hours(schedule: &Object) -> Option<Hours> {
    match (text(schedule, "opens_at"), text(schedule, "closes_at")) {
        (None, None) => Some(Hours::Unsaid),
        (Some(opens), Some(closes)) => {
            let (from, to) = (minute(opens)?, minute(closes)?);
            if (from, to) == (0, DAY - 1) || (from, to) == (0, 0) {
                return Some(Hours::AllDay);
            }
            Some(Hours::Between(from, if to == 0 { DAY } else { to }))
        }
        _ => None,
    }
}

/// `09:30Z`, `09:30:00`, `09:30+01:00`.
fn minute(typed: &str) -> Option<u16> {
    let (hour, rest) = typed.split_once(':')?;
    let (hour, rest) = (hour.parse::<u16>().ok()?, rest.get(..2)?.parse::<u16>().ok()?);
    (hour < 24 && rest < 60).then_some(hour * 60 + rest)
}
