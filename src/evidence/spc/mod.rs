//! Statistical process control: `XmR` charts in numbers.
//!
//! In: the published values of a series in order of time, and what its note asks for. Out: limits, flagged points, variation,
//! assurance, and findings on what the series cannot carry. A fault of one option leaves the others in force.
//! Not here: drawing, words for people besides the numbers' own text.

mod limits;
pub(super) mod listing;
mod rebase;
mod refuse;
mod rules;

use std::cmp::Ordering;
use std::ops::Range;

use self::limits::{Limits, Steps};
use self::rules::Group;
use super::display::{Style, is_pounds};
use super::number::number;
use crate::diag::{Diagnostic, Place};
use crate::model::metric::{Better, Direction, Observation};
use crate::model::note::MetricNote;
use crate::model::period::Grain;
use crate::model::quantity::Decimal;
use crate::model::spc::{Assurance, Spc, SpcGroup, SpcNote, SpcNumber, SpcPoint, Variation};

/// Fewer points than this give limits on trial.
const SETTLED: usize = 13;
/// How far back signals are counted.
const LAST: usize = 12;

/// What a metric's values are besides their numbers.
#[derive(Clone, Copy)]
pub(super) struct Series<'s> {
    pub(super) values: &'s [Observation],
    /// Whether they follow in time, one for each period.
    pub(super) in_time: bool,
    pub(super) style: Style<'s>,
}

/// Entries of a note come as they are typed; a process runs in time.
pub(super) fn put_in_time(note: &MetricNote, values: &mut [Observation]) {
    if note.spc.is_some() {
        values.sort_by_key(|value| value.period.as_ref().and_then(|period| period.days));
    }
}

/// The chart in numbers, where the note asks for one and the series can carry it.
pub(super) fn spc(note: &MetricNote, series: Series<'_>, f: &mut Vec<Diagnostic>) -> Option<Spc> {
    let asked = note.spc.as_ref()?;
    if let Some(refusal) = refuse::refusal(note, series) {
        f.push(refusal);
        return None;
    }
    let starts = rebase::starts(note, asked, series.values, f);
    rebase::over_breaks(note, (&starts, series.values), f);
    let asked = &SpcNote { baseline: baseline(note, asked, series.values.len(), f), ..asked.clone() };
    let target = target(asked, f);
    let numbers: Vec<Option<Decimal>> =
        series.values.iter().map(|value| value.value.as_ref().map(|quantity| quantity.value)).collect();
    let steps = Steps::of(&numbers, target);
    let mut found = Found { asked, steps, adjoins: adjoins(note, series.values), series, better: note.better };
    let mut spc = Spc {
        groups: Vec::new(),
        points: Vec::with_capacity(numbers.len()),
        variation: Variation::CommonCause,
        assurance: None,
        target: target.map(|value| found.number(value, value.normalize().scale())),
        signals_last_12: 0,
        screening: asked.screening,
        run_length: asked.run_length,
    };
    for (at, (first, reason)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(numbers.len(), |(next, _)| *next);
        let (group, points, assurance) = found.group((*first..end, *reason), target);
        spc.groups.push(group);
        spc.points.extend(points);
        spc.assurance = assurance;
    }
    rebase::short(note, &spc, series.values, f);
    summed_up(&mut spc, &numbers);
    Some(spc)
}

/// What the latest reported point says, and how many of the last twelve are flagged.
fn summed_up(spc: &mut Spc, numbers: &[Option<Decimal>]) {
    let latest = numbers.iter().rposition(Option::is_some).and_then(|at| spc.points.get(at));
    spc.variation = latest.map_or(Variation::CommonCause, |point| Variation::of(point.direction, point.is_up));
    spc.signals_last_12 = spc.points.iter().rev().take(LAST).filter(|point| !point.rules.is_empty()).count();
}

/// Whether each value belongs to the period right after that of the value before it, and the series does not break there.
fn adjoins(note: &MetricNote, values: &[Observation]) -> Vec<bool> {
    let end = |value: &Observation| value.period.as_ref().and_then(|period| period.days).map(|(_, end)| end);
    let grain = |value: &Observation| value.period.as_ref().and_then(|period| period.grain).or(note.grain);
    let mut before = None;
    let mut list = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let (end, longest) = (end(value), grain(value).map_or(i32::MAX, Grain::longest_step));
        let follows = before.zip(end).is_some_and(|(before, end)| end > before && end.days_since(before) <= longest);
        list.push(follows && rebase::breaks_at(note, values, at).is_none());
        before = end;
    }
    list
}

fn baseline(note: &MetricNote, asked: &SpcNote, points: usize, f: &mut Vec<Diagnostic>) -> Option<usize> {
    let baseline = asked.baseline?;
    if baseline <= points {
        return Some(baseline);
    }
    let message = format!("a baseline of {baseline} points is longer than the series, which has {points}");
    let help = if points >= 12 {
        format!("write a number from 12 to {points}, or leave `baseline` out to use all points")
    } else {
        "leave `baseline` out to use all points".to_owned()
    };
    let place = Place::Value(note.file, "spc.baseline".to_owned());
    f.push(Diagnostic::error("spc-baseline", message, place).help(help));
    None
}

fn target(asked: &SpcNote, f: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let typed = asked.target.as_ref()?;
    match number(&typed.value, typed.span) {
        Ok(target) => target,
        Err(fault) => {
            f.push(*fault);
            None
        }
    }
}

/// What the groups are worked out from.
struct Found<'s> {
    asked: &'s SpcNote,
    steps: Steps,
    adjoins: Vec<bool>,
    series: Series<'s>,
    better: Better,
}

impl Found<'_> {
    /// A group with its points and what the target says against its limits.
    fn group(
        &mut self,
        (range, reason): (Range<usize>, Option<&str>),
        target: Option<Decimal>,
    ) -> (SpcGroup, Vec<SpcPoint>, Option<Assurance>) {
        let values = self.steps.values.get(range.clone()).unwrap_or_default();
        let adjoins = self.adjoins.get(range.clone()).unwrap_or_default();
        let known = values.iter().flatten().count();
        let rows = self.asked.baseline.unwrap_or(values.len()).min(values.len());
        let limits = Limits::of(values.get(..rows).unwrap_or_default(), adjoins, self.asked.screening);
        let both = limits.and_then(|limits| limits.both(&self.steps));
        let group = SpcGroup {
            first: range.start,
            end: range.end,
            known,
            baseline: self.asked.baseline.filter(|baseline| *baseline < values.len()),
            reason: reason.map(str::to_owned),
            mean: limits.and_then(|limits| limits.mean(&self.steps)).map(|mean| self.number(mean, 1)),
            upper: both.map(|(_, upper)| self.number(upper, 1)),
            lower: both.map(|(lower, _)| self.number(lower, 1)),
            is_flat: limits.is_some_and(|limits| limits.is_flat),
            is_trial: known < SETTLED,
        };
        let Some(limits) = limits else { return (group, vec![SpcPoint::default(); values.len()], None) };
        let (run_length, counts_beyond) = (self.asked.run_length, self.asked.two_of_three_counts_beyond);
        let flags = Group { values, adjoins, limits, run_length, counts_beyond }.flags();
        let points = flags.into_iter().map(|(rules, is_up)| {
            let direction = (!rules.is_empty()).then(|| direction(self.better, is_up));
            SpcPoint { rules, direction, is_up }
        });
        let against = target.and_then(|target| limits.against(self.steps.whole(target)));
        (group, points.collect(), against.and_then(|against| assurance(self.better, against)))
    }

    /// A number with its text. Limits of whole counts are shown with a decimal place, amounts of money as the values are.
    fn number(&self, value: Decimal, places: u32) -> SpcNumber {
        let style = self.series.style;
        let decimals = if is_pounds(style.unit) { style.decimals } else { style.decimals.max(places.min(9)) };
        SpcNumber { value, display: Style { decimals, ..style }.number(value) }
    }
}

fn direction(better: Better, is_up: bool) -> Direction {
    match (better, is_up) {
        (Better::Higher, true) | (Better::Lower, false) => Direction::Improvement,
        (Better::Higher, false) | (Better::Lower, true) => Direction::Concern,
        (Better::Neither, true) => Direction::High,
        (Better::Neither, false) => Direction::Low,
    }
}

/// A target beyond what the process does is always missed or always met; one between the limits is met by chance.
fn assurance(better: Better, target: Ordering) -> Option<Assurance> {
    match (better, target) {
        (Better::Neither, _) => None,
        (_, Ordering::Equal) => Some(Assurance::HitAndMiss),
        (Better::Higher, Ordering::Greater) | (Better::Lower, Ordering::Less) => Some(Assurance::Fail),
        (Better::Higher, Ordering::Less) | (Better::Lower, Ordering::Greater) => Some(Assurance::Pass),
    }
}
