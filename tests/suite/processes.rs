//! Metrics with statistical process control, for charts.

use candour::model::footing::Break;
use candour::model::metric::Metric;

use super::evidence::spc::weekly;

fn numbers(values: &[i64]) -> Vec<Option<String>> {
    values.iter().map(|value| (*value >= 0).then(|| value.to_string())).collect()
}

const BEFORE: [i64; 16] = [13, 12, 16, 12, 13, 25, 9, 15, 12, 18, -1, 15, 11, 14, 12, 16];

/// A process that falls against its baseline; one week is missing.
pub(crate) fn fallen() -> Metric {
    let after = [13, 10, 12, 9, 11, 8, 9, 10, 7, 9, 8, 10, 6, 9];
    weekly(&numbers(&[&BEFORE[..], &after].concat()), "lower", "{ baseline: 16, target: 12 }")
}

/// A process with new limits, the later of them on trial and with a lower limit below zero.
pub(crate) fn rebased() -> Metric {
    let after = [9, 1, 8, 2, 7, 1, 9, 3];
    let spc = "{ target: 2, screening: false, rebase: [{ date: 2024-04-22, reason: The new way of working reached every team }] }";
    weekly(&numbers(&[&BEFORE[..], &after].concat()), "higher", spc)
}

/// A process of so many stretches.
pub(crate) fn with_breaks(breaks: usize) -> Metric {
    let values: Vec<Option<String>> = (0..180).map(|at| Some((at * 37 % 23 + at % 5).to_string())).collect();
    of(&values, breaks, Some("12"))
}

/// A process whose series breaks twice: where new limits begin, and over old ones.
pub(crate) fn broken() -> Metric {
    let spc = "{ baseline: 12, rebase: [{ date: 2024-04-22, reason: Repeat requests are counted too }] }";
    let mut metric = weekly(&numbers(&[&BEFORE[..], &BEFORE].concat()), "lower", spc);
    for (date, reason) in [("2024-04-22", "repeat requests are counted too"), ("2024-06-10", "the form is new")] {
        metric.footing.breaks.push(Break { date: date.parse().unwrap(), reason: reason.to_owned() });
    }
    metric
}

/// Numbers that leave no room beside the frame.
pub(crate) fn extreme() -> Metric {
    let most = "79228162514264337593543950335".to_owned();
    weekly(
        &[Some("1".to_owned()), Some(most), Some("5".to_owned()), Some("-12345678901234567".to_owned())],
        "neither",
        "{}",
    )
}

/// A process without variation.
pub(crate) fn flat() -> Metric {
    weekly(&numbers(&[5; 14]), "lower", "{ target: 5 }")
}

/// A reason of many words.
pub(crate) fn long_reason() -> Metric {
    let reason = "the approach was extended to people with existing support, to carers, to hospitals and to every locality team at once";
    let spc = format!("{{ baseline: 12, rebase: [{{ date: 2024-02-05, reason: \"{reason}\" }}] }}");
    weekly(&numbers(&BEFORE), "neither", &spc)
}

/// Any numbers, with breaks at even distances and short baselines.
pub(crate) fn of(values: &[Option<String>], breaks: usize, target: Option<&str>) -> Metric {
    let start: candour::model::date::Date = "2024-01-01".parse().unwrap();
    let entry = |order: usize| {
        let week = (order + 1) * values.len() / (breaks + 1);
        format!("{{ date: {}, reason: Reason number {order} }}", start.plus_days(7 * i32::try_from(week).unwrap()))
    };
    let list: Vec<String> = (0..breaks).map(entry).collect();
    let baseline = if values.len() >= 12 { ", baseline: 12" } else { "" };
    let target = target.map_or_else(String::new, |target| format!(", target: \"{target}\""));
    weekly(values, "lower", &format!("{{ rebase: [{}]{baseline}{target} }}", list.join(", ")))
}
