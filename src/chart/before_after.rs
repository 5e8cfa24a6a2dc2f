//! Two points joined: what a measure was before and what it is after, for one measure or for several groups.
//!
//! In: a metric with two values, or with two values for each group. Out: a ring for before, a diamond for after, both
//! values, both periods and the difference, on a scale that includes zero. Several groups are drawn by
//! `before_after_groups.rs`. Not here: more than two periods, any word of effect.

use crate::model::metric::{Metric, Observation};
use crate::model::pairs::pairs;
use crate::model::strings::Strings;
use crate::model::wording::{amount, change, period};

use super::across::draw_axis;
use super::before_after_groups;
use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::measure::{LINE, widest, width, wrapped};
use super::pair_marks::{MARK, draw_marks};
use super::scale::{Scale, count, number};
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "before-after",
    purpose: "two values of one measure, or of each group, from two periods",
    fits,
    draw,
    describe,
};

/// The earlier and the later of two values without groups.
pub fn ends(metric: &Metric) -> Option<(&Observation, &Observation)> {
    let [first, second] = metric.values.as_slice() else { return None };
    let (from, to) = metric.change.as_ref().map_or((0, 1), |change| (change.from, change.to));
    if first.group.is_empty() && second.group.is_empty() && period(first) != period(second) {
        return metric.values.get(from).zip(metric.values.get(to));
    }
    None
}

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "before-and-after")?;
    if ends(metric).is_none() && pairs(metric).is_none() {
        return Err(Misfit::new(
            format!("`{}` does not have exactly two values to compare, or two for each group", metric.id),
            "give `before:` and `after:` under `values:`, or use `as=\"line\"` for more than two periods",
        ));
    }
    if metric.values.iter().any(|value| value.value.is_none()) {
        return Err(Misfit::new(
            format!("`{}` lacks one of the two values that are compared", metric.id),
            "fill in the missing value in the file, or use `::: table`, which says that it is missing",
        ));
    }
    Ok(())
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let draw = |format: Format| match (ends(metric), pairs(metric)) {
        (Some(both), _) => one(metric, both, (format, strings)),
        (None, Some(pairs)) => before_after_groups::drawn(metric, pairs, (format, strings)),
        (None, None) => format.canvas("before-after", 1.0).finish(),
    };
    Drawing::both(draw, None)
}

/// The words at one mark, laid out.
struct Block {
    period: Vec<String>,
    value: Vec<String>,
    wide: f64,
}

impl Block {
    fn new(value: &Observation, room: f64) -> Self {
        let period = wrapped(period(value).unwrap_or(&value.label), room, false);
        let value = wrapped(&value.display, room, true);
        let wide = widest(&period, false).max(widest(&value, true));
        Self { period, value, wide }
    }

    fn height(&self) -> f64 {
        count(self.period.len() + self.value.len()) * LINE
    }

    /// Draws the block around `x`, as near as the drawing's edges allow; the value stands next to the mark.
    fn draw(&self, canvas: &mut Canvas, (x, top, right): (f64, f64, f64), value_first: bool) {
        let half = self.wide / 2.0;
        let x = x.clamp(half, (right - half).max(half));
        let (first, second) = if value_first {
            ((&self.value, Ink::TextStrong), (&self.period, Ink::TextMuted))
        } else {
            ((&self.period, Ink::TextMuted), (&self.value, Ink::TextStrong))
        };
        let below = top + count(first.0.len()) * LINE;
        canvas.lines(first.0, Point { x, y: top + 15.0 }, Anchor::Middle, first.1);
        canvas.lines(second.0, Point { x, y: below + 15.0 }, Anchor::Middle, second.1);
    }
}

/// One measure: before above the line, after below it.
fn one(metric: &Metric, both: (&Observation, &Observation), (format, strings): (Format, &Strings)) -> String {
    let room = if format.is_narrow() { 300.0 } else { 340.0 };
    let (before, after) = (Block::new(both.0, room), Block::new(both.1, room));
    let (from, to) = (value_of(both.0), value_of(both.1));
    let steps = if format.is_narrow() { 4.0 } else { 8.0 };
    let scale = Scale::new(from.min(to).min(0.0), from.max(to).max(0.0), steps, (&metric.unit, strings));
    let words = change(metric, strings).map(|words| wrapped(&words, format.width() - 24.0, true)).unwrap_or_default();

    let (left, right) = (14.0, format.width() - 14.0);
    let plane = Plane::new(scale.low..scale.high, 0.0..1.0, Point { x: left, y: 0.0 }, Point { x: right, y: 1.0 });
    let (start, end) = (plane.at(from, 0.0).x, plane.at(to, 0.0).x);
    let line = before.height() + 8.0 + MARK;
    let beside = room_beside((start.min(end), start.max(end)), format.width(), &words);
    let under = line + MARK + 8.0;
    let difference = if beside.is_some() { 0.0 } else { count(words.len()) * LINE + 8.0 };
    let axis = under + after.height() + difference + 8.0;
    let mut canvas = format.canvas("before-after", axis + 26.0);
    draw_axis(&mut canvas, &scale, &plane, (axis, 0.0));
    canvas.group("marks", |canvas| draw_marks(canvas, (start, end), line));
    canvas.group("labels", |canvas| {
        before.draw(canvas, (start, 0.0, format.width()), false);
        after.draw(canvas, (end, under, format.width()), true);
        let (at, anchor) = beside.unwrap_or((Point { x: left + 6.0, y: 0.0 }, Anchor::Left));
        let y = if beside.is_some() { line + 5.5 } else { under + after.height() + 8.0 + 13.0 };
        canvas.lines(&words, Point { x: at.x, y }, anchor, Ink::TextStrong);
    });
    canvas.finish()
}

fn value_of(value: &Observation) -> f64 {
    value.value.as_ref().map_or(0.0, |quantity| number(quantity.value))
}

/// Where the words of the difference stand beside the marks, if there is room on one side.
fn room_beside((low, high): (f64, f64), all: f64, words: &[String]) -> Option<(Point, Anchor)> {
    let [line] = words else { return None };
    let needed = width(line, true) + MARK + 12.0;
    if low >= needed {
        return Some((Point { x: low - MARK - 12.0, y: 0.0 }, Anchor::Right));
    }
    (all - high >= needed).then_some((Point { x: high + MARK + 12.0, y: 0.0 }, Anchor::Left))
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    if let Some((before, after)) = ends(metric) {
        let said = |key: &str, value: &Observation| {
            let value_words = amount(&value.display, &metric.unit, strings);
            let period = period(value).unwrap_or(&value.label);
            strings.fill(key, &[("value", &value_words), ("period", period)])
        };
        let mut sentences = vec![said("chart.before-after.before", before), said("chart.before-after.after", after)];
        if let Some(words) = change(metric, strings) {
            sentences.push(strings.fill("chart.before-after.change", &[("change", &words)]));
        }
        return sentences;
    }
    pairs(metric).map_or_else(Vec::new, |pairs| before_after_groups::described(metric, &pairs, strings))
}
