//! `time-format`: a time of day is not written as people say it.
//!
//! In: "5.30pm", "5 pm", "5:00pm", "17:30", "1730hrs", "12 noon", "12am". Out: a finding and a correction.
//! Not here: ranges of times.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "time-format",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: times", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers() {
        let typed = page.word(word);
        let next = words.get(at + 1).filter(|next| page.between(word, **next) == " ");
        let half = next.and_then(|next| half_of(page.word(*next)));
        let noon = next.is_some_and(|next| page.word(*next) == "noon") && typed == "12";
        let read = match (half, next) {
            (Some(half), Some(next)) => clock(typed, Some(half)).map(|time| (time, next.range().end)),
            _ if noon => next.map(|next| ("midday".to_owned(), next.range().end)),
            _ => clock(typed, None).map(|time| (time, word.range().end)),
        };
        let Some((wanted, end)) = read else { continue };
        // The stop of "p.m." belongs to it, unless the sentence ends there.
        let rest = page.rest(end);
        let dotted = half.is_some() && next.is_some_and(|next| page.word(*next).contains('.'));
        let end = if dotted && rest.starts_with('.') && rest.len() > 1 { end + 1 } else { end };
        let range = word.range().start..end;
        if page.slice(range.clone()) != wanted {
            found
                .say(range.clone(), "a time is not written as style guides ask")
                .help(format!("write \"{wanted}\""))
                .replace(&range, wanted);
        }
    }
}

/// `am` or `pm` in a word of its own.
fn half_of(word: &str) -> Option<&'static str> {
    match word {
        "am" | "AM" | "a.m" => Some("am"),
        "pm" | "PM" | "p.m" => Some("pm"),
        _ => None,
    }
}

/// The time as it is to be written; none for what is no time.
fn clock(typed: &str, half: Option<&'static str>) -> Option<String> {
    // Most numbers are figures alone.
    if half.is_none() && !typed.bytes().any(|b| b == b':' || b.is_ascii_alphabetic()) {
        return None;
    }
    let lower = typed.to_ascii_lowercase();
    let own = ["am", "pm", "a.m", "p.m"].into_iter().find(|end| lower.ends_with(end));
    let figure = own.map_or(lower.as_str(), |end| lower.trim_end_matches(end));
    let half = half.or_else(|| own.map(|end| if end.starts_with('a') { "am" } else { "pm" }));
    let Some(half) = half else { return of_day(typed) };
    let (hour, minute) = figure.split_once([':', '.']).unwrap_or((figure, "00"));
    let (hour, minute) = (number(hour, 12)?, if minute.len() == 2 { number(minute, 59)? } else { return None });
    Some(written(hour, minute, half)).filter(|_| hour > 0)
}

/// `17:30`, `09:00` and `1730hrs`; `9:30` may be a ratio.
fn of_day(typed: &str) -> Option<String> {
    let (hour, minute) = match typed.strip_suffix("hrs").or_else(|| typed.strip_suffix("hours")) {
        Some(digits) if digits.len() == 4 => digits.split_at_checked(2)?,
        Some(_) => return None,
        None => typed.split_once(':').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2)?,
    };
    let (hour, minute) = (number(hour, 23)?, number(minute, 59)?);
    // `10:20` to `12:59` may be a ratio, or be meant as it is.
    if typed.contains(':') && (10..=12).contains(&hour) {
        return None;
    }
    let half = if hour < 12 { "am" } else { "pm" };
    Some(written(
        if hour == 0 {
            12
        } else if hour > 12 {
            hour - 12
        } else {
            hour
        },
        minute,
        half,
    ))
}

fn written(hour: u32, minute: u32, half: &str) -> String {
    match (hour, minute, half) {
        (12, 0, "am") => "midnight".to_owned(),
        (12, 0, _) => "midday".to_owned(),
        (_, 0, _) => format!("{hour}{half}"),
        _ => format!("{hour}:{minute:02}{half}"),
    }
}

fn number(digits: &str, most: u32) -> Option<u32> {
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| is_short && *number <= most)
}
