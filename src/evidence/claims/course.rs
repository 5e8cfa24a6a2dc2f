//! What became of a metric: from its first value to its last, or from before to after.
//!
//! In: a metric with a change. Out: [`Course`], which agrees with a claimed way, contradicts it, or cannot tell.
//! Not here: words of the page.

use super::words::Way;
use crate::model::metric::{Metric, Observation};
use crate::model::quantity::Decimal;

/// From one value to another.
pub(super) struct Course<'m> {
    pub(super) metric: &'m Metric,
    pub(super) from: &'m Observation,
    pub(super) to: &'m Observation,
    a: Decimal,
    b: Decimal,
    /// Means of the earlier and the later half, where there are more than two values.
    halves: Option<(Decimal, Decimal)>,
}

/// The course of a metric that has one.
pub(super) fn course(metric: &Metric) -> Option<Course<'_>> {
    let change = metric.change.as_ref()?;
    let (from, to) = (metric.values.get(change.from)?, metric.values.get(change.to)?);
    let number = |value: &Observation| value.value.as_ref().map(|quantity| quantity.value);
    let known: Vec<Decimal> = metric.values.iter().filter_map(number).collect();
    let (early, late) = known.split_at(known.len() / 2);
    let halves = if known.len() > 2 { Some((mean(early)?, mean(late)?)) } else { None };
    Some(Course { metric, from, to, a: number(from)?, b: number(to)?, halves })
}

fn mean(values: &[Decimal]) -> Option<Decimal> {
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    sum.checked_div(Decimal::from(values.len()))
}

impl Course<'_> {
    /// Whether there are values between the two ends.
    pub(super) fn is_series(&self) -> bool {
        self.halves.is_some()
    }

    /// Whether the figures contradict that they went a way. A series does so only when its ends and its halves do.
    pub(super) fn contradicts(&self, way: Way) -> bool {
        let goes = |a: Decimal, b: Decimal| if way == Way::Up { b > a } else { b < a };
        !goes(self.a, self.b) && self.halves.is_none_or(|(early, late)| !goes(early, late))
    }

    /// How many times the earlier value the later one is, at each reading of the course.
    pub(super) fn ratios(&self) -> Vec<Decimal> {
        let ends = Some((self.a, self.b));
        let ratio = |(a, b): (Decimal, Decimal)| (a > Decimal::ZERO).then(|| b.checked_div(a)).flatten();
        [ends, self.halves].into_iter().flatten().filter_map(ratio).collect()
    }

    /// What it did: `fell from 7.2 to 5.5`.
    pub(super) fn words(&self) -> String {
        let verb = match self.b.cmp(&self.a) {
            std::cmp::Ordering::Greater => "rose",
            std::cmp::Ordering::Less => "fell",
            std::cmp::Ordering::Equal => return format!("`{}` stayed at {}", self.metric.id, self.to.display),
        };
        format!("`{}` {verb} from {} to {}", self.metric.id, self.from.display, self.to.display)
    }
}
