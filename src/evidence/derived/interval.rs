//! The mean time between the end of a case that counts and the end of the same person's next case.
//!
//! In: cases by person and end. For each person, completed cases in order of end, then start: where the one immediately
//! before led to the outcome that counts, the length is the end of this one minus the end of that one, in days. Out: for
//! each period from the first whole window on, the mean over the lengths that ended in the window, with their number n;
//! unknown where there are none. Not counted: first cases, a previous one with another outcome, open ones, people who never
//! came back. Where small numbers are hidden, so is a mean over few people, and one that differs from the last shown one
//! by few people.

use std::collections::BTreeMap;

use super::super::Inputs;
use super::super::gather;
use super::super::row::{Row, Rows};
use super::windows::periods;
use crate::diag::{Diagnostic, Place};
use crate::model::cases::Case;
use crate::model::date::Date;
use crate::model::derivation::Carried;
use crate::model::note::{Disclosure, MetricNote, NoteValues};
use crate::model::period::{Grain, Period};
use crate::model::quantity::{Bound, Decimal, Unit};
use crate::model::source::Span;

/// Days and number of the lengths that ended in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Ended {
    days: i64,
    n: u32,
}

/// The rows of a note that names a file of cases.
pub(in super::super) fn rows(note: &MetricNote, unit: &Unit, inputs: &Inputs<'_>, f: &mut Vec<Diagnostic>) -> Rows {
    let mut out = Rows { is_whole: true, ..Rows::default() };
    let Some(derivation) = &note.derivation else { return out };
    if let NoteValues::Table(named) = &note.values
        && gather::named_file(note, named, inputs.sources).is_none()
    {
        f.push(gather::no_file(note, named, inputs.sources));
    }
    let length = periods(note, derivation, f);
    let (Some(cases), Some(length), Some(grain)) = (inputs.cases.get(&note.file), length, note.grain) else {
        out.is_whole = false;
        return out;
    };
    let ended = ended(&cases.list, grain);
    let place = inputs.place_of(note.file, "method");
    let windows = windows(&ended, length);
    let limit = if note.disclosure == Disclosure::People { inputs.settings.disclosure_threshold } else { 1 };
    let shown = shown(&ended, &windows, limit);
    let mut rows = windows.iter().zip(&ended).skip(length - 1).zip(shown.iter().skip(length - 1));
    out.list = rows
        .by_ref()
        .map(|((window, (period, _)), shown)| row(note, unit, (period, *window), (*shown, place)))
        .skip_while(|row| row.value.is_none() && !row.hidden)
        .collect();
    if out.list.is_empty() && !ended.is_empty() {
        f.push(
            Diagnostic::error(
                "window-longer",
                format!("no {length} periods hold a length that could be measured"),
                Place::Value(note.file, "window".to_owned()),
            )
            .help("check `outcome` and `counts_when`, or choose a shorter window"),
        );
    }
    few(note, inputs, (&windows, length), f);
    out
}

/// Lengths by the period in which they ended: every period from the first completed case to the last.
fn ended(cases: &[Case], grain: Grain) -> Vec<(Period, Ended)> {
    let mut by_day: BTreeMap<Date, Ended> = BTreeMap::new();
    let mut before: Option<&Case> = None;
    for case in cases {
        let Some(end) = case.end else { continue };
        let slot = by_day.entry(grain.start(end)).or_default();
        if let Some((before, since)) =
            before.filter(|b| b.counts && b.person == case.person).and_then(|b| Some((b, b.end?)))
        {
            debug_assert_eq!(before.person, case.person);
            slot.days += i64::from(end.days_since(since));
            slot.n += 1;
        }
        before = Some(case);
    }
    let mut out = Vec::new();
    let last = by_day.last_key_value().map(|(day, _)| *day);
    let mut next = by_day.first_key_value().map(|(day, _)| Period::beginning(*day, grain));
    while let Some(period) = next.take().filter(|_| out.len() < 40_000) {
        let Some((first, _)) = period.days.filter(|(first, _)| last.is_some_and(|last| *first <= last)) else { break };
        next = period.after();
        out.push((period, by_day.get(&first).copied().unwrap_or_default()));
    }
    out
}

/// What the window up to each period holds; nothing before the first whole one.
fn windows(ended: &[(Period, Ended)], length: usize) -> Vec<Ended> {
    let mut sum = Ended::default();
    let mut out = Vec::with_capacity(ended.len());
    for (at, (_, own)) in ended.iter().enumerate() {
        sum.days += own.days;
        sum.n += own.n;
        if let Some((_, left)) = at.checked_sub(length).and_then(|at| ended.get(at)) {
            sum.days -= left.days;
            sum.n -= left.n;
        }
        out.push(if at + 1 >= length { sum } else { Ended::default() });
    }
    out
}

/// Whether each window may be shown: over none or enough people, and as far from the last one shown as none or enough.
fn shown(ended: &[(Period, Ended)], windows: &[Ended], limit: u32) -> Vec<bool> {
    let length = windows.iter().position(|window| *window != Ended::default()).map_or(0, |at| at + 1);
    let is_few = |n: u32| n > 0 && n < limit;
    let people = |at: usize| ended.get(at).map_or(0, |(_, own)| own.n);
    // People who entered or left since the last window that was shown.
    let mut moved = 0;
    let mut any = false;
    let mut out = Vec::with_capacity(windows.len());
    for (at, window) in windows.iter().enumerate() {
        moved += people(at) + at.checked_sub(length).map_or(0, people);
        let is_shown = !is_few(window.n) && (!any || !is_few(moved));
        if is_shown && at + 1 >= length {
            (moved, any) = (0, true);
        }
        out.push(is_shown);
    }
    out
}

fn row(note: &MetricNote, unit: &Unit, (period, window): (&Period, Ended), (shown, place): (bool, (Span, u32))) -> Row {
    let (days, n) = (Decimal::from(window.days), Decimal::from(window.n));
    let value = (shown && window.n > 0).then(|| mean(days, n, unit)).flatten();
    let is_days = *unit == Unit::Time("days".to_owned());
    Row {
        name: String::new(),
        groups: Vec::new(),
        period: Some(period.clone()),
        value,
        ratio: value.filter(|_| is_days).map(|_| (days, n)),
        places: 0,
        bound: Bound::Exact,
        words: None,
        carried: Carried { n: shown.then_some(n), ..Carried::default() },
        year: None,
        status: note.status,
        note: None,
        span: place.0,
        name_span: place.0,
        line: place.1,
        hidden: !shown,
    }
}

/// Days over their number, in the unit. A month is 30.436875 days, a year 365.2425.
fn mean(days: Decimal, n: Decimal, unit: &Unit) -> Option<Decimal> {
    let size = match unit {
        Unit::Time(name) if name == "weeks" => Decimal::from(7),
        Unit::Time(name) if name == "months" => Decimal::new(30_436_875, 6),
        Unit::Time(name) if name == "years" => Decimal::new(3_652_425, 4),
        _ => Decimal::ONE,
    };
    days.checked_div(n.checked_mul(size)?)
}

/// A mean over a few people tells something about each of them.
fn few(note: &MetricNote, inputs: &Inputs<'_>, (windows, length): (&[Ended], usize), f: &mut Vec<Diagnostic>) {
    if note.disclosure != Disclosure::ByUnit {
        return;
    }
    let limit = inputs.settings.disclosure_threshold;
    let whole = windows.iter().skip(length - 1);
    let Some(least) = whole.map(|window| window.n).filter(|n| *n > 0 && *n < limit).min() else { return };
    let people = if least == 1 { "1 person" } else { "fewer people than the threshold" };
    f.push(
        Diagnostic::notice(
            "interval-few",
            format!("a mean over {people} is shown"),
            Place::Key(note.file, "method".to_owned()),
        )
        .help("add `disclosure: people` to hide means over few people, or `disclosure: { none: … }` with the reason"),
    );
}

#[cfg(test)]
mod tests {
    use super::{Ended, ended, shown, windows};
    use crate::model::cases::Case;
    use crate::model::period::Grain;

    fn case(person: u64, end: &str, counts: bool) -> Case {
        let end = end.parse().unwrap();
        Case { person, start: end, end: Some(end), counts }
    }

    #[test]
    fn only_the_case_right_after_one_that_counts_has_a_length() {
        let cases = [
            case(1, "2020-01-10", true),
            case(1, "2020-02-09", false),
            case(1, "2020-03-09", true),
            case(2, "2020-03-20", true),
            Case { end: None, ..case(2, "2020-04-01", true) },
            case(3, "2020-04-02", false),
        ];
        let months = ended(&cases, Grain::Month);
        let seen: Vec<_> = months.iter().map(|(period, own)| (period.text.as_str(), own.days, own.n)).collect();
        assert_eq!(seen, [("2020-01", 0, 0), ("2020-02", 30, 1), ("2020-03", 0, 0), ("2020-04", 0, 0)]);
    }

    #[test]
    fn nothing_is_measured_before_a_whole_window() {
        let cases = [case(1, "2020-01-10", true), case(1, "2020-01-20", true), case(1, "2020-03-10", true)];
        let sums = windows(&ended(&cases, Grain::Month), 2);
        assert_eq!(sums, [Ended::default(), Ended { days: 10, n: 1 }, Ended { days: 50, n: 1 }]);
    }

    #[test]
    fn a_mean_that_would_tell_of_few_people_by_subtraction_is_hidden() {
        let month = |n: u32| (crate::model::period::Period::read("2020-01", None), Ended { days: 10, n });
        let months = [month(20), month(9), month(2), month(3), month(0)];
        let sums = windows(&months, 1);
        assert_eq!(shown(&months, &sums, 5), [true, true, false, false, true]);
    }
}
