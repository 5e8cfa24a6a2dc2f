//! Groups with an earlier and a later value each, and the difference between the two.
//!
//! In: a metric. Out: its pairs in the order in which they are shown, differences in words. A drawing and its table take
//! both from here. Not here: one measure alone, whose change the metric itself holds; drawing.

use std::collections::{BTreeMap, BTreeSet};

use super::metric::{Better, Metric, Observation};
use super::quantity::{Decimal, Unit, grouped, rounded};
use super::strings::Strings;
use super::wording::period;

/// One group with its two values.
pub struct Pair<'a> {
    /// The group.
    pub name: String,
    /// Its earlier value.
    pub before: &'a Observation,
    /// Its later value.
    pub after: &'a Observation,
    /// Where the metric has them: the earlier, the later.
    pub at: (usize, usize),
    difference: Decimal,
}

/// The groups of a metric, if each has exactly the same two periods and both values; sorted by change, the better
/// first, unless their order has a meaning.
pub fn pairs(metric: &Metric) -> Option<Vec<Pair<'_>>> {
    let mut groups: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, value) in metric.values.iter().enumerate() {
        let group = groups.entry(&value.group).or_default();
        group.push(at);
        if value.group.is_empty() || value.period.is_none() || group.len() > 2 {
            return None;
        }
    }
    let mut pairs = groups.into_values().map(|at| pair(metric, &at)).collect::<Option<Vec<_>>>()?;
    let (earlier, later) = periods(&pairs)?;
    let names: BTreeSet<&str> = pairs.iter().map(|pair| pair.name.as_str()).collect();
    let is_same = pairs.iter().all(|pair| texts(pair) == Some((earlier, later)));
    if earlier == later || !is_same || names.len() < pairs.len() {
        return None;
    }
    if metric.ordered {
        pairs.sort_by_key(|pair| pair.at);
    } else {
        pairs.sort_by(|a, b| {
            let order = a.difference.cmp(&b.difference);
            let better_first = if metric.better == Better::Higher { order.reverse() } else { order };
            better_first.then_with(|| a.name.cmp(&b.name))
        });
    }
    Some(pairs)
}

/// The two periods of all groups.
pub fn periods<'a>(pairs: &[Pair<'a>]) -> Option<(&'a str, &'a str)> {
    texts(pairs.first()?)
}

fn texts<'a>(pair: &Pair<'a>) -> Option<(&'a str, &'a str)> {
    Some((period(pair.before)?, period(pair.after)?))
}

fn pair<'a>(metric: &'a Metric, at: &[usize]) -> Option<Pair<'a>> {
    let [first, second] = at else { return None };
    let days = |at: usize| metric.values.get(at)?.period.as_ref()?.days;
    let at = if days(*second) < days(*first) { (*second, *first) } else { (*first, *second) };
    let (before, after) = metric.values.get(at.0).zip(metric.values.get(at.1))?;
    let difference = after.value.as_ref()?.value.checked_sub(before.value.as_ref()?.value)?;
    Some(Pair { name: before.group.join(", "), before, after, at, difference })
}

/// The difference of a pair in words: `down 12`, `up 3.5 points`.
pub fn difference(pair: &Pair<'_>, metric: &Metric, strings: &Strings) -> String {
    let size = rounded(pair.difference.abs(), metric.decimals);
    if size.is_zero() {
        return strings.text("wording.no-change").to_owned();
    }
    let mut shown = grouped(&size.to_string());
    match &metric.unit {
        Unit::Pounds => shown.insert(0, '£'),
        Unit::Percent => shown = strings.fill("chart.points", &[("n", &shown)]),
        Unit::Count(_) | Unit::Index | Unit::Ratio | Unit::Time(_) | Unit::Per(..) => {}
    }
    let way = if pair.difference.is_sign_negative() { "wording.down" } else { "wording.up" };
    strings.fill(way, &[("difference", &shown)])
}
