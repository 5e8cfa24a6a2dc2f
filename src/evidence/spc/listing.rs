//! The `spc` object of `candour metrics --format json`.
//!
//! In: what was found. Out: key names and spellings that are a promise to other programs; numbers unrounded.
//! Not here: any calculation.

use serde::Serialize;
use serde_json::Number;

use crate::evidence::listing::number;
use crate::model::metric::{Direction, Metric};
use crate::model::spc::{Assurance, SpcGroup, SpcNumber, SpcRule};

/// Statistical process control of a metric; mean, limits and trial are those of the last group.
#[derive(Debug, Serialize)]
pub struct SpcListing {
    /// Average of the baseline.
    pub mean: Option<Number>,
    /// Upper process limit.
    pub upper: Option<Number>,
    /// Lower process limit.
    pub lower: Option<Number>,
    /// One for each value, in order.
    pub points: Vec<PointListing>,
    /// What the latest point says.
    pub variation: &'static str,
    /// `pass`, `fail`, `hit and miss`, or none.
    pub assurance: Option<&'static str>,
    /// Flagged points among the last twelve.
    pub signals_last_12: usize,
    /// Whether there are too few points for limits that will last.
    pub trial_limits: bool,
}

/// One point with the limits of its group.
#[derive(Debug, Serialize)]
pub struct PointListing {
    /// As in the file.
    pub period: Option<String>,
    /// The number, or none when it is missing.
    pub value: Option<Number>,
    /// Mean of its group.
    pub mean: Option<Number>,
    /// Upper limit of its group.
    pub upper: Option<Number>,
    /// Lower limit of its group.
    pub lower: Option<Number>,
    /// Every rule that holds, the deciding one first.
    pub special_cause: Vec<&'static str>,
    /// `improvement`, `concern`, `high`, `low`, or none.
    pub direction: Option<&'static str>,
}

/// The object of a metric, if it has one.
pub(in crate::evidence) fn listing(metric: &Metric) -> Option<SpcListing> {
    let spc = metric.spc.as_ref()?;
    let (mean, upper, lower) = limits(spc.groups.last());
    let points = metric.values.iter().zip(&spc.points).enumerate().map(|(at, (value, point))| {
        let (mean, upper, lower) = limits(spc.group_of(at));
        PointListing {
            period: value.period.as_ref().map(|period| period.text.clone()),
            value: value.value.as_ref().and_then(|quantity| number(quantity.value)),
            mean,
            upper,
            lower,
            special_cause: point.rules.iter().copied().map(SpcRule::name).collect(),
            direction: point.direction.and_then(direction),
        }
    });
    Some(SpcListing {
        mean,
        upper,
        lower,
        points: points.collect(),
        variation: spc.variation.name(),
        assurance: spc.assurance.map(Assurance::name),
        signals_last_12: spc.signals_last_12,
        trial_limits: spc.groups.last().is_some_and(|group| group.is_trial),
    })
}

type Three = (Option<Number>, Option<Number>, Option<Number>);

fn limits(group: Option<&SpcGroup>) -> Three {
    let part = |part: fn(&SpcGroup) -> &Option<SpcNumber>| group.and_then(|group| of(part(group).as_ref()));
    (part(|group| &group.mean), part(|group| &group.upper), part(|group| &group.lower))
}

fn of(found: Option<&SpcNumber>) -> Option<Number> {
    found.and_then(|found| number(found.value))
}

fn direction(direction: Direction) -> Option<&'static str> {
    match direction {
        Direction::Improvement => Some("improvement"),
        Direction::Concern => Some("concern"),
        Direction::High => Some("high"),
        Direction::Low => Some("low"),
        Direction::Same => None,
    }
}
