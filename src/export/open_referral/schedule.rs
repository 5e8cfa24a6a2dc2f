//! Regular times as Open Referral says them: recurrences of RFC 5545 with a time to open and a time to close.
//!
//! In: an [`Opening`]. Out: the fields of a schedule. Times are those of a clock in the United Kingdom; the profile wants a
//! zone, and a regular time has none, so they end in `Z`. The page about the feed says so. Not here: closed days.

use serde_json::{Map, Value};

use super::fields::Fields;
use crate::model::opening::{DAY, Hours, Opening, When};
use crate::model::uuid::Uuid;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A schedule.
pub(super) fn schedule(opening: &Opening, id: Uuid) -> Map<String, Value> {
    let mut fields = Fields::default();
    fields.id("id", id);
    let date = |date: Option<crate::model::date::Date>| date.map(|date| date.to_string());
    let (from, until) = (date(opening.from), date(opening.until));
    fields.maybe("valid_from", from.as_deref());
    fields.maybe("valid_to", until.as_deref());
    match &opening.when {
        When::Weekly { days, every } => {
            if *every > 1 {
                fields.maybe("dtstart", from.as_deref());
            }
            fields.text("freq", "WEEKLY");
            fields.number("interval", (*every > 1).then(|| (*every).into()));
            fields.text("byday", &days.iter().map(|on| day(*on)).collect::<Vec<_>>().join(","));
        }
        When::Monthly { weeks, day: on } => {
            fields.text("freq", "MONTHLY");
            let days = weeks.iter().map(|week| format!("{week}{}", day(*on)));
            fields.text("byday", &days.collect::<Vec<_>>().join(","));
        }
        When::DayOfMonth(day) => {
            fields.text("freq", "MONTHLY");
            fields.text("bymonthday", &day.to_string());
        }
    }
    match opening.hours {
        Hours::Unsaid => {}
        Hours::AllDay => {
            fields.text("opens_at", "00:00Z");
            fields.text("closes_at", "23:59Z");
        }
        Hours::Between(from, to) => {
            fields.text("opens_at", &clock(from));
            fields.text("closes_at", &clock(to % DAY));
        }
    }
    fields.maybe("notes", opening.note.as_deref());
    fields.done()
}

fn day(number: u8) -> &'static str {
    usize::from(number).checked_sub(1).and_then(|at| DAYS.get(at)).copied().unwrap_or_default()
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}Z", minute / 60, minute % 60)
}
