//! Times, costs, ages and places in the words of a language.
//!
//! In: what an entry says. Out: lines for people. Not here: markup.

use crate::model::directory::{Access, Cost, CostKind, Entry, Offered, Venue};
use crate::model::opening::{Closed, DAY, Hours, Opening, When, runs};
use crate::model::quantity::Decimal;
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::page::date_view;

/// A text with its first letter in upper case.
fn opened(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `a`, `a and b`, `a, b and c`.
fn joined(words: &[String], strings: &Strings) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            strings.fill("directory.and", &[("first", &first.join(strings.text("directory.comma"))), ("last", last)])
        }
    }
}

fn day(number: u8, strings: &Strings) -> String {
    strings.text(&format!("directory.days.{number}")).to_owned()
}

fn days(days: &[u8], strings: &Strings) -> String {
    let run = |(from, to): (u8, u8)| {
        let (from_word, to_word) = (day(from, strings), day(to, strings));
        if from == to { from_word } else { strings.fill("directory.range", &[("from", &from_word), ("to", &to_word)]) }
    };
    joined(&runs(days).into_iter().map(run).collect::<Vec<_>>(), strings)
}

/// A regular time in a line.
pub(super) fn opening(opening: &Opening, strings: &Strings) -> String {
    let when = when(&opening.when, strings);
    let mut parts = vec![match hours(opening.hours, strings) {
        Some(hours) => strings.fill("directory.at", &[("when", &when), ("hours", &hours)]),
        None => when,
    }];
    let mut dated = |key: &str, date: Option<crate::model::date::Date>| {
        parts.extend(date.map(|date| strings.fill(key, &[("date", &date_view(date, strings).words)])));
    };
    dated("directory.from_date", opening.from);
    dated("directory.until_date", opening.until);
    let line = opened(&parts.join(strings.text("directory.comma")));
    match &opening.note {
        Some(note) => strings.fill("directory.noted", &[("text", &line), ("note", note)]),
        None => line,
    }
}

fn when(when: &When, strings: &Strings) -> String {
    match when {
        When::Weekly { days, every: 1 } if days.len() == 7 => strings.text("directory.every_day").to_owned(),
        When::Weekly { days: on, every: 1 } => days(on, strings),
        When::Weekly { days: on, every } => {
            strings.fill("directory.every_weeks", &[("n", &every.to_string()), ("days", &days(on, strings))])
        }
        When::Monthly { weeks, day: on } => {
            let week = |week: &i8| {
                let key = if *week < 0 { "last".to_owned() } else { week.to_string() };
                strings.text(&format!("directory.weeks.{key}")).to_owned()
            };
            let weeks: Vec<String> = weeks.iter().map(week).collect();
            strings.fill("directory.monthly", &[("weeks", &joined(&weeks, strings)), ("day", &day(*on, strings))])
        }
        When::DayOfMonth(day) => strings.fill("directory.day_of_month", &[("n", &day.to_string())]),
    }
}

fn hours(hours: Hours, strings: &Strings) -> Option<String> {
    match hours {
        Hours::Unsaid => None,
        Hours::AllDay => Some(strings.text("directory.all_day").to_owned()),
        Hours::Between(from, to) => {
            Some(strings.fill("directory.range", &[("from", &clock(from, strings)), ("to", &clock(to, strings))]))
        }
    }
}

/// A time of day as GOV.UK writes it: `9am`, `2:30pm`, `midday`.
fn clock(minute: u16, strings: &Strings) -> String {
    let minute = minute % DAY;
    let (hour, rest) = (minute / 60, minute % 60);
    match (hour, rest) {
        (0, 0) => return strings.text("directory.midnight").to_owned(),
        (12, 0) => return strings.text("directory.midday").to_owned(),
        _ => {}
    }
    let key = if hour < 12 { "directory.am" } else { "directory.pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    let time = if rest == 0 { hour.to_string() } else { format!("{hour}:{rest:02}") };
    strings.fill(key, &[("time", &time)])
}

/// Closed days in a line.
pub(super) fn closed(closed: &Closed, strings: &Strings) -> String {
    let (from, to) = (date_view(closed.from, strings).words, date_view(closed.to, strings).words);
    let days =
        if closed.from == closed.to { from } else { strings.fill("directory.range", &[("from", &from), ("to", &to)]) };
    match &closed.reason {
        Some(reason) => strings.fill("directory.noted", &[("text", &days), ("note", reason)]),
        None => days,
    }
}

/// A cost in a line.
pub(super) fn cost(cost: &Cost, strings: &Strings) -> String {
    let amount = cost
        .amount
        .map(|amount| if amount.is_zero() { strings.text("directory.free").to_owned() } else { pounds(amount) });
    let line = match amount {
        Some(amount) if cost.words.is_empty() => amount,
        Some(amount) => format!("{amount} {}", cost.words),
        None => opened(&cost.words),
    };
    match &cost.option {
        Some(option) => strings.fill("directory.option", &[("option", option), ("cost", &line)]),
        None => line,
    }
}

/// `£3`, `£3.50`, `£1,200`.
fn pounds(amount: Decimal) -> String {
    let text = if amount.fract().is_zero() { amount.trunc().to_string() } else { format!("{amount:.2}") };
    let (whole, pence) = text.split_once('.').map_or((text.as_str(), ""), |(whole, pence)| (whole, pence));
    let mut grouped = String::from("£");
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if pence.is_empty() { grouped } else { format!("{grouped}.{pence}") }
}

/// The costs of an entry in a few words, for lists.
pub(super) fn cost_mark(entry: &Entry, strings: &Strings) -> Option<String> {
    match (entry.costs.as_slice(), entry.cost_kind()) {
        ([], _) => None,
        (_, CostKind::Free) => Some(strings.text("directory.free").to_owned()),
        ([one], _) => Some(cost(one, strings)),
        _ => Some(strings.text("directory.costs_vary").to_owned()),
    }
}

/// What lists by cost are called.
pub(super) fn cost_kind(key: &str, strings: &Strings) -> String {
    strings.text(&format!("directory.cost_kinds.{key}")).to_owned()
}

/// The times of an entry in a few words, for lists.
pub(super) fn times_mark(entry: &Entry, strings: &Strings) -> Option<String> {
    match entry.times.as_slice() {
        [] => None,
        [one] => Some(opening(&Opening { note: None, from: None, until: None, ..one.clone() }, strings)),
        [_, ..] => Some(strings.text("directory.several_times").to_owned()),
    }
}

/// Ages in words.
pub(super) fn ages(entry: &Entry, strings: &Strings) -> Option<String> {
    let text = |age: u8| age.to_string();
    match (entry.minimum_age, entry.maximum_age) {
        (Some(from), Some(to)) => Some(strings.fill("directory.ages", &[("from", &text(from)), ("to", &text(to))])),
        (Some(from), None) => Some(strings.fill("directory.ages_from", &[("from", &text(from))])),
        (None, Some(to)) => Some(strings.fill("directory.ages_to", &[("to", &text(to))])),
        (None, None) => None,
    }
}

/// The lines of an address.
pub(super) fn address(venue: &Venue) -> Vec<String> {
    let town = Some(&venue.town);
    let lines = venue.name.iter().chain(&venue.address).chain(town).chain(&venue.county).chain(Some(&venue.postcode));
    lines.cloned().collect()
}

/// What makes a place easier to use.
pub(super) fn access(access: Access, strings: &Strings) -> String {
    strings.text(&format!("directory.access.{}", slug(access.name()))).to_owned()
}

/// Another way in which a service is given.
pub(super) fn offered(offered: Offered, strings: &Strings) -> String {
    strings.text(&format!("directory.offered.{}", slug(offered.name()))).to_owned()
}

#[cfg(test)]
mod tests {
    use super::pounds;
    use crate::model::quantity::Decimal;

    #[test]
    fn money_has_pence_only_where_there_are_some() {
        for (typed, shown) in [("3", "£3"), ("3.5", "£3.50"), ("1200", "£1,200"), ("1234567.05", "£1,234,567.05")] {
            assert_eq!(pounds(typed.parse::<Decimal>().unwrap()), shown);
        }
    }
}
