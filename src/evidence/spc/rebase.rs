//! Where new limits begin.
//!
//! In: the rebase dates of a note, the values in order of time. Out: the first point of each group with its reason, and
//! findings for dates that are in no period, given twice, or followed by too few points. Not here: limits.

use super::SETTLED;
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::footing::Break;
use crate::model::metric::Observation;
use crate::model::note::MetricNote;
use crate::model::spc::{Rebase, Spc, SpcNote};

/// The first point of each group, and why it begins.
pub(super) fn starts<'n>(
    note: &MetricNote,
    asked: &'n SpcNote,
    values: &[Observation],
    f: &mut Vec<Diagnostic>,
) -> Vec<(usize, Option<&'n str>)> {
    let mut found: Vec<(usize, &Rebase)> = Vec::new();
    for rebase in &asked.rebase {
        let place = |rebase: &Rebase| Place::Value(note.file, format!("spc.rebase.{}.date", rebase.at));
        let holds = |value: &Observation| days(value).is_some_and(|(from, to)| (from..=to).contains(&rebase.date));
        let Some(at) = values.iter().position(holds) else {
            f.push(not_there(rebase.date, values, place(rebase)));
            continue;
        };
        if let Some((_, first)) = found.iter().find(|(other, _)| *other == at) {
            let message = format!("`{}` is in a period from which new limits begin already", rebase.date);
            f.push(
                Diagnostic::error("spc-rebase-twice", message, place(rebase))
                    .also(place(first), "the first date")
                    .help("keep one date for the period, and put both reasons into it"),
            );
        } else if at == 0 {
            let message = format!("`{}` is in the first period, before which there are no limits to end", rebase.date);
            let help = "remove the entry; the first group begins with the first period by itself";
            f.push(Diagnostic::warning("spc-rebase", message, place(rebase)).help(help));
        } else {
            found.push((at, rebase));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let rest = found.into_iter().map(|(at, rebase)| (at, Some(rebase.reason.as_str())));
    std::iter::once((0, None)).chain(rest).collect()
}

fn days(value: &Observation) -> Option<(Date, Date)> {
    value.period.as_ref().and_then(|period| period.days)
}

/// A date in no period of the series, with the periods around it.
fn not_there(date: Date, values: &[Observation], place: Place) -> Diagnostic {
    let mut firsts: Vec<Date> = values.iter().filter_map(days).map(|(from, _)| from).collect();
    firsts.sort();
    let before = firsts.iter().rfind(|first| **first < date);
    let after = firsts.iter().find(|first| **first > date);
    let near: Vec<String> = before.into_iter().chain(after).map(|first| format!("`date: {first}`")).collect();
    let finding = Diagnostic::error("spc-rebase", format!("no period of the series holds {date}"), place);
    match near.as_slice() {
        [] => finding.help("remove the entry, or add the values of the series"),
        near => finding.help(format!("the nearest periods begin with {}", near.join(" and "))),
    }
}

/// Breaks in the series over which limits would be worked out as if nothing had become different.
pub(super) fn over_breaks(
    note: &MetricNote,
    (starts, values): (&[(usize, Option<&str>)], &[Observation]),
    f: &mut Vec<Diagnostic>,
) {
    for at in 1..values.len() {
        let Some(found) = breaks_at(note, values, at).filter(|_| starts.iter().all(|(first, _)| *first != at)) else {
            continue;
        };
        let message = format!("the series breaks on {}, and the limits go on over the break", found.date);
        let place = Place::Key(note.file, "spc".to_owned());
        f.push(
            Diagnostic::warning("spc-break", message, place).help(format!(
                "let new limits begin: `rebase: [{{ date: {}, reason: {} }}]`",
                found.date, found.reason
            )),
        );
    }
}

/// The break between a value and the one before it.
pub(super) fn breaks_at<'n>(note: &'n MetricNote, values: &[Observation], at: usize) -> Option<&'n Break> {
    let (first, _) = at.checked_sub(1).and_then(|before| values.get(before)).and_then(days)?;
    let (_, last) = values.get(at).and_then(days)?;
    note.footing.break_between(first, last)
}

/// Groups with too few points for limits that will last.
pub(super) fn short(note: &MetricNote, spc: &Spc, values: &[Observation], f: &mut Vec<Diagnostic>) {
    let asked = note.spc.as_ref().map_or(&[][..], |asked| asked.rebase.as_slice());
    for group in spc.groups.iter().filter(|group| group.is_trial && group.end > group.first) {
        let holds = |rebase: &&Rebase| {
            let first = values.get(group.first).and_then(days);
            group.first > 0 && first.is_some_and(|(from, to)| (from..=to).contains(&rebase.date))
        };
        let (place, what) = match asked.iter().find(holds) {
            Some(rebase) => (
                Place::Value(note.file, format!("spc.rebase.{}.date", rebase.at)),
                format!("the limits from {} on", rebase.date),
            ),
            None => (Place::Key(note.file, "spc".to_owned()), "the limits".to_owned()),
        };
        let points = if group.known == 1 { "1 point".to_owned() } else { format!("{} points", group.known) };
        f.push(
            Diagnostic::warning("spc-short", format!("{what} rest on {points}, fewer than {SETTLED}"), place)
                .help("wait for more points before you judge by them; the page calls them trial limits")
                .help("to keep them, write `allow: [{ code: spc-short, reason: … }]` in the note"),
        );
    }
}
