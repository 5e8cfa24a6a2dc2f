//! The directive `timeline`: milestones from a list whose items begin with when.
//!
//! In: the words of the directive. Out: milestones with their first and last day, and findings for lines without a date.
//! A month is a span of days, never one day. Not here: the picture, the order of the list.

use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::document::Directive;
use crate::model::figure::Milestone;
use crate::model::strings::Strings;

/// Reads the milestones; `words` are those of the directive with its figures filled.
pub(super) fn milestones(
    words: &str,
    directive: &Directive,
    strings: &Strings,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Milestone> {
    let mut list: Vec<Milestone> = Vec::new();
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let dated = line.split_once(": ").and_then(|(when, text)| Some((when, days(when, strings)?, text)));
        match (dated, list.last_mut()) {
            (Some((when, (first, last), text)), _) => {
                list.push(Milestone { label: when.trim().to_owned(), first, last, text: text.trim().to_owned() });
            }
            // A milestone may go on over several lines.
            (None, Some(open)) => {
                open.text.push(' ');
                open.text.push_str(line);
            }
            (None, None) => findings.push(undated(line, directive)),
        }
    }
    if list.is_empty() && words.trim().is_empty() {
        findings.push(
            Diagnostic::error("timeline-empty", "a timeline has no milestones", Place::Span(directive.span))
                .help("add a list, for example `- June 2019: The first team begins.`"),
        );
    }
    list
}

fn undated(line: &str, directive: &Directive) -> Diagnostic {
    let beginning: String = line.chars().take(40).collect();
    let message = format!("a milestone does not begin with a date: `{beginning}`");
    Diagnostic::error("timeline-date", message, Place::Span(directive.content)).help(
        "begin each item with a day, month or year and a colon, for example `- June 2019: The first team begins.`",
    )
}

/// The first and last day of `6 June 2019`, `June 2019`, `April to June 2019`, `2019`, `2019 to 2020`.
fn days(when: &str, strings: &Strings) -> Option<(Date, Date)> {
    let to = format!(" {} ", strings.text("dates.to"));
    if let Some((from, until)) = when.split_once(&to) {
        let (_, last) = span(until, strings)?;
        let first = span(from, strings).or_else(|| span(&format!("{from} {}", until.rsplit(' ').next()?), strings))?;
        return (first.0 <= last).then_some((first.0, last));
    }
    span(when, strings)
}

fn span(text: &str, strings: &Strings) -> Option<(Date, Date)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let year = |word: &str| word.parse::<i16>().ok().filter(|year| (1900..=2200).contains(year));
    match words.as_slice() {
        [only] => {
            let year = year(only)?;
            Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
        }
        [name, last] => {
            let first = Date::new(year(last)?, month(name, strings)?, 1)?;
            Some((first, first.plus_months(1).plus_days(-1)))
        }
        [day, name, last] => {
            let date = Date::new(year(last)?, month(name, strings)?, day.parse().ok()?)?;
            Some((date, date))
        }
        _ => None,
    }
}

/// The number of a month by its name in the page's language.
fn month(name: &str, strings: &Strings) -> Option<i8> {
    (1..=12).find(|number| strings.text(&format!("dates.months.{number}")).eq_ignore_ascii_case(name))
}
