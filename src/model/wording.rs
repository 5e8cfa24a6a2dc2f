//! Words around the numbers of a metric, wherever they are printed: cards, descriptions, subtitles, prose.
//!
//! In: a metric and the strings of the page's language. Out: amounts with their unit, changes and periods in words.
//! Not here: rounding or formatting of numbers; every number is the metric's own display text.

use super::metric::{Change, Direction, Metric, Observation, Status};
use super::quantity::Unit;
use super::strings::Strings;

/// A displayed number with the words of its unit: `5.5 people per week`, `£3,000`, `1 person`.
pub fn amount(display: &str, unit: &Unit, strings: &Strings) -> String {
    if display.starts_with('[') {
        return display.to_owned();
    }
    match unit {
        Unit::Pounds | Unit::Percent | Unit::Index | Unit::Ratio => display.to_owned(),
        Unit::Count(name) | Unit::Time(name) => format!("{display} {}", counted(display, name, strings)),
        Unit::Per(of, per) => format!("{} {}", amount(display, of, strings), per_words(per, strings)),
    }
}

/// A unit in words: `people per week`.
pub fn unit_words(unit: &Unit, strings: &Strings) -> String {
    match unit {
        Unit::Count(name) | Unit::Time(name) => word("unit", name, strings),
        Unit::Pounds => word("unit", "pounds", strings),
        Unit::Percent => word("unit", "percent", strings),
        Unit::Index => word("unit", "index", strings),
        Unit::Ratio => word("unit", "ratio", strings),
        Unit::Per(of, per) => format!("{} {}", unit_words(of, strings), per_words(per, strings)),
    }
}

/// The size of a change with as much of the unit as a reader needs: `1.7 a week`, `£3,000`, `120 people`.
pub fn difference(change: &Change, unit: &Unit, strings: &Strings) -> String {
    let display = change.difference_display.as_str();
    match unit {
        Unit::Per(of, per) => {
            let per = word("per-short", per, strings);
            match **of {
                Unit::Pounds | Unit::Percent | Unit::Index | Unit::Ratio | Unit::Count(_) | Unit::Per(..) => {
                    format!("{display} {per}")
                }
                Unit::Time(_) => format!("{} {per}", amount(display, of, strings)),
            }
        }
        _ => amount(display, unit, strings),
    }
}

/// A change in words: `down 1.7 a week, 23.6%`, `no change`. For percentages it says which figure is which.
pub fn change(metric: &Metric, strings: &Strings) -> Option<String> {
    let change = metric.change.as_ref()?;
    if change.difference.is_zero() {
        return Some(strings.text("wording.no-change").to_owned());
    }
    let way = if change.difference.is_sign_negative() { "down" } else { "up" };
    let size = difference(change, &metric.unit, strings);
    Some(match &change.percent_display {
        None => strings.fill(&format!("wording.{way}"), &[("difference", &size)]),
        Some(percent) => {
            let form = if change.points.is_some() { "points" } else { "percent" };
            strings.fill(&format!("wording.{way}-{form}"), &[("difference", &size), ("percent", percent)])
        }
    })
}

/// The judgement on a change in words, where the metric has a good and a bad way.
pub fn direction(metric: &Metric, strings: &Strings) -> Option<String> {
    match metric.change.as_ref()?.direction {
        Direction::Improvement => Some(strings.text("wording.improvement").to_owned()),
        Direction::Concern => Some(strings.text("wording.concern").to_owned()),
        Direction::High | Direction::Low | Direction::Same => None,
    }
}

/// The period of a value in words: the label of a series, or the file's own words.
pub fn period(observation: &Observation) -> Option<&str> {
    let period = observation.period.as_ref()?;
    let in_words = observation.group.is_empty() && period.days.is_some();
    Some(if in_words { &observation.label } else { &period.text })
}

/// The time that the whole metric covers: from the first period to the last, or what its note says.
///
/// Periods in free words are named one after the other; they may leave time out between them. Periods that are ranges
/// themselves (`2019 to 2020`) are not joined by a second `to`.
pub fn span(metric: &Metric, strings: &Strings) -> Option<String> {
    let timed: Vec<&Observation> = metric.values.iter().filter(|value| value.period.is_some()).collect();
    let (Some(first), Some(last)) = (timed.first().and_then(|v| period(v)), timed.last().and_then(|v| period(v)))
    else {
        let covers = metric.covers.as_deref()?;
        let is_open = covers.starts_with("not ");
        return Some(if is_open {
            strings.fill("wording.not-stated", &[("words", covers)])
        } else {
            covers.to_owned()
        });
    };
    if first == last {
        return Some(first.to_owned());
    }
    let dated = timed.iter().all(|value| value.period.as_ref().is_some_and(|period| period.grain.is_some()));
    let only_two = timed.iter().all(|value| [Some(first), Some(last)].contains(&period(value)));
    let key = match dated {
        true if !first.contains(" to ") => "wording.from-to",
        true if !only_two => "wording.up-to",
        _ => "wording.first-then",
    };
    Some(strings.fill(key, &[("first", first), ("last", last)]))
}

/// How settled a value is, in words.
pub fn status(status: Status, strings: &Strings) -> &str {
    match status {
        Status::Final => strings.text("wording.status.final"),
        Status::Provisional => strings.text("wording.status.provisional"),
        Status::Revised => strings.text("wording.status.revised"),
        Status::Estimated => strings.text("wording.status.estimated"),
    }
}

/// The name of each value: its label, with its period or groups where labels repeat.
pub fn names(metric: &Metric) -> Vec<String> {
    let repeated = |label: &str| metric.values.iter().filter(|other| other.label == label).count() > 1;
    metric
        .values
        .iter()
        .map(|value| {
            let mut name = value.label.clone();
            if repeated(&value.label) {
                let more = value.group.iter().map(String::as_str).chain(value.period.as_ref().map(|p| p.text.as_str()));
                for part in more.filter(|part| !value.label.contains(*part)) {
                    name.push_str(", ");
                    name.push_str(part);
                }
            }
            name
        })
        .collect()
}

/// The unit's word for a number: one person, two people. Counts of the site's own have one form.
fn counted(display: &str, name: &str, strings: &Strings) -> String {
    let one = format!("wording.unit.{name}-one");
    match strings.texts.get(&one) {
        Some(singular) if display == "1" => singular.clone(),
        _ => word("unit", name, strings),
    }
}

fn per_words(per: &str, strings: &Strings) -> String {
    word("per", per, strings)
}

/// A word of the strings, or as the author typed it where the language has none.
fn word(group: &str, name: &str, strings: &Strings) -> String {
    let key = format!("wording.{group}.{}", name.replace(',', ""));
    strings.texts.get(&key).map_or_else(
        || if group == "unit" { name.to_owned() } else { strings.fill("wording.per-other", &[("of", name)]) },
        Clone::clone,
    )
}
