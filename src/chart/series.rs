//! Values over time, for every chart that has time across: where they lie, which of them follow each other, their scale.
//!
//! In: a metric with dated values. Out: [`Spot`]s in order, runs without a gap, a scale, bands where a figure is missing.
//! Not here: marks and labels of any kind of chart.

use crate::model::metric::{Metric, Observation, Status};
use crate::model::period::Grain;
use crate::model::period_words::period as period_words;
use crate::model::strings::Strings;

use super::canvas::{Canvas, Ink, Point};
use super::line_axes::Axes;
use super::scale::{Scale, count, number};

/// A period on the line.
pub struct Spot {
    /// Days since the first period, at the middle of this one.
    pub day: f64,
    /// The value; none where it is missing.
    pub value: Option<f64>,
    /// What a person sees.
    pub display: String,
    /// The period on the axis.
    pub label: String,
    /// Whether the value may change.
    pub provisional: bool,
    /// Whether the line from the spot before stops short of this one.
    pub after_gap: bool,
    /// The break in the series between the spot before and this one, by its position.
    pub after_break: Option<usize>,
}

/// The periods of a metric in order of time. Periods without dates stand one step apart.
pub fn spots(metric: &Metric) -> Vec<Spot> {
    spots_of(metric, &metric.values.iter().collect::<Vec<_>>(), |value| value.short_label.clone())
}

/// The periods of one group of a metric, on the days of all of them.
pub fn spots_of_group(metric: &Metric, group: &[String], strings: &Strings) -> Vec<Spot> {
    let values: Vec<&Observation> = metric.values.iter().filter(|value| value.group == group).collect();
    spots_of(metric, &values, |value| short(value, strings))
}

/// Every period of a metric once, with the first value of it.
pub fn spots_of_all(metric: &Metric, strings: &Strings) -> Vec<Spot> {
    let mut values: Vec<&Observation> = Vec::new();
    for value in &metric.values {
        if !values.iter().any(|known| known.period == value.period) {
            values.push(value);
        }
    }
    values.sort_by_key(|value| value.period.as_ref().and_then(|period| period.days));
    spots_of(metric, &values, |value| short(value, strings))
}

fn short(value: &Observation, strings: &Strings) -> String {
    let words = value.period.as_ref().filter(|_| !value.group.is_empty()).map(|period| period_words(period, strings).1);
    words.unwrap_or_else(|| value.short_label.clone())
}

/// The groups of a metric that has one dimension, each once: by name, or as in the file where their order has a meaning.
pub fn groups(metric: &Metric) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for value in &metric.values {
        if !groups.contains(&value.group) {
            groups.push(value.group.clone());
        }
    }
    if !metric.ordered {
        groups.sort();
    }
    groups
}

fn spots_of(metric: &Metric, values: &[&Observation], label: impl Fn(&Observation) -> String) -> Vec<Spot> {
    let days_of = |value: &Observation| value.period.as_ref().and_then(|period| period.days);
    let dated = values.iter().all(|value| days_of(value).is_some());
    let start = metric.values.iter().filter_map(days_of).map(|(first, _)| first).min();
    let mut last = None;
    let mut spots = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let (mut day, mut after_gap, mut after_break) = (count(at), false, None);
        if let (true, Some((first, end)), Some(start)) = (dated, days_of(value), start) {
            day = f64::midpoint(f64::from(first.days_since(start)), f64::from(end.days_since(start)));
            after_gap =
                last.is_some_and(|(_, last)| end.days_since(last) > metric.grain.map_or(i32::MAX, Grain::longest_step));
            after_break = last
                .and_then(|(from, _)| metric.footing.break_between(from, end))
                .and_then(|found| metric.footing.breaks.iter().position(|other| other == found));
            last = Some((first, end));
        }
        spots.push(Spot {
            day,
            value: value.value.as_ref().map(|quantity| number(quantity.value)),
            display: value.display.clone(),
            label: label(value),
            provisional: value.status != Status::Final && value.status != Status::Revised,
            after_gap,
            after_break,
        });
    }
    spots.sort_by(|a, b| a.day.total_cmp(&b.day));
    spots
}

/// The pieces of line that join the places of each run.
pub fn segments(runs: &[Vec<usize>], places: &[Option<Point>]) -> Vec<(Point, Point)> {
    let place = |at: &usize| places.get(*at).copied().flatten();
    let joined = |run: &Vec<usize>| -> Vec<_> {
        run.iter().zip(run.iter().skip(1)).filter_map(|(from, to)| place(from).zip(place(to))).collect()
    };
    runs.iter().flat_map(joined).collect()
}

/// Runs of spots with values that follow without a gap.
pub fn runs(spots: &[Spot]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for (at, spot) in spots.iter().enumerate() {
        if spot.value.is_none() {
            open = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if open && !spot.after_gap && spot.after_break.is_none() => run.push(at),
            _ => runs.push(vec![at]),
        }
        open = true;
    }
    runs
}

/// The scale: from zero, unless the trend would be lost; then from a quarter of the drawing below the lowest value.
pub fn scale(metric: &Metric, spots: &[Spot], strings: &Strings) -> Scale {
    let values = || spots.iter().filter_map(|spot| spot.value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    scale_over(if low > high { (0.0, 1.0) } else { (low, high) }, metric, strings)
}

/// Such a scale over the values from `low` to `high`.
pub fn scale_over(ends: (f64, f64), metric: &Metric, strings: &Strings) -> Scale {
    let (from, to) = around(ends);
    Scale::new(from, to, 5.0, (&metric.unit, strings))
}

/// Where a scale over values begins and ends before it is rounded.
pub fn around((low, high): (f64, f64)) -> (f64, f64) {
    let range = high - low;
    if low >= 0.0 && (range >= high * 0.3 || range == 0.0) {
        (0.0, high)
    } else if low >= 0.0 {
        ((low - range * 0.43).max(0.0), high)
    } else if high <= 0.0 {
        (low, if range >= -low * 0.3 || range == 0.0 { 0.0 } else { (high + range * 0.43).min(0.0) })
    } else {
        (low, high)
    }
}

/// Bands where time has no figure.
pub fn draw_gaps(canvas: &mut Canvas, spots: &[Spot], axes: &Axes) {
    let top = axes.frame.top;
    canvas.group("gaps", |canvas| {
        let mut known: Option<f64> = None;
        let mut open = false;
        for spot in spots {
            if spot.value.is_none() {
                open = true;
                continue;
            }
            if let (true, Some(from)) = (open || spot.after_gap, known) {
                let (left, right) = (axes.plane.at(from, 0.0).x + 5.0, axes.plane.at(spot.day, 0.0).x - 5.0);
                if right > left {
                    canvas.rect(Point { x: left, y: top }, Point { x: right, y: axes.frame.bottom }, Ink::Gap);
                }
            }
            open = false;
            known = Some(spot.day);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Spot, runs};

    fn spot(value: Option<f64>, after_gap: bool) -> Spot {
        Spot {
            day: 0.0,
            value,
            display: String::new(),
            label: String::new(),
            provisional: false,
            after_gap,
            after_break: None,
        }
    }

    #[test]
    fn a_line_is_never_joined_over_a_missing_value() {
        let spots = [spot(Some(1.0), false), spot(None, false), spot(Some(2.0), false), spot(Some(3.0), true)];
        assert_eq!(runs(&spots), [vec![0], vec![2], vec![3]]);
    }

    #[test]
    fn a_line_is_never_joined_over_a_break() {
        let mut spots = [spot(Some(1.0), false), spot(Some(2.0), false), spot(Some(3.0), false)];
        spots[1].after_break = Some(0);
        assert_eq!(runs(&spots), [vec![0], vec![1, 2]]);
    }
}
