//! The ways through a table of two dimensions, or of one and periods, in the order in which people see them.
//!
//! In: a metric. Out: the names on each way: periods by time, others by their total, or what their values come to, the largest first,
//! unless their order has a meaning. Not here: drawing, cells.

use std::collections::BTreeMap;

use super::metric::{Metric, Observation};
use super::quantity::Decimal;

/// The name of a value on a way: its group, or its period behind the last dimension.
pub fn coordinate(value: &Observation, way: usize) -> Option<&str> {
    match value.group.get(way) {
        Some(group) => Some(group),
        None => value.period.as_ref().map(|period| period.text.as_str()),
    }
}

/// Whether a metric has exactly two ways.
pub fn has_two_ways(metric: &Metric) -> bool {
    let timed = metric.values.iter().filter(|value| value.period.is_some()).count();
    match metric.dimensions.len() {
        1 => timed > 0 && timed == metric.values.len(),
        2 => timed == 0,
        _ => false,
    }
}

/// Whether a way runs through periods.
pub fn is_in_time(metric: &Metric, way: usize) -> bool {
    way > 0 && metric.dimensions.len() == 1
}

/// The names on a way, each once.
pub fn names(metric: &Metric, way: usize) -> Vec<&str> {
    let mut firsts: Vec<(&str, &Observation)> = Vec::new();
    let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
    for value in &metric.values {
        let Some(name) = coordinate(value, way) else { continue };
        let part = value.value.as_ref().map_or(Decimal::ZERO, |quantity| quantity.value);
        let sum = sums.entry(name).or_insert_with(|| {
            firsts.push((name, value));
            Decimal::ZERO
        });
        *sum = sum.checked_add(part).unwrap_or(*sum);
    }
    // A published total of the whole line counts hidden values in.
    for margin in metric.margins.iter().filter(|margin| margin.dimension == way) {
        if let (Some(sum), Some(total)) = (sums.get_mut(margin.group.as_str()), margin.value) {
            *sum = total;
        }
    }
    if is_in_time(metric, way) {
        firsts.sort_by_key(|(_, value)| value.period.as_ref().and_then(|period| period.days));
    } else if !metric.ordered {
        firsts.sort_by(|(a, _), (b, _)| sums.get(b).cmp(&sums.get(a)).then_with(|| a.cmp(b)));
    }
    firsts.into_iter().map(|(name, _)| name).collect()
}
