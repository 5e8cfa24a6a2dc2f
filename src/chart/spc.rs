//! A process over time: points, mean, limits, target, and the points that are signals.
//!
//! In: a metric whose note asks for statistical process control. Out: a line that breaks where a value is missing or new
//! limits begin or the series breaks; signals by shape and colour; limits and target each with its value; the baseline shaded and named.
//! Not here: limits and rules, which `evidence/` works out; words (`spc_words.rs`).

use std::collections::BTreeMap;

use crate::model::footing::Break;
use crate::model::metric::Metric;
use crate::model::spc::{Spc, SpcNumber};
use crate::model::strings::Strings;

use super::breaks;
use super::canvas::{Canvas, Ink, Point};
use super::format::Format;
use super::line_axes::Axes;
use super::scale::{Scale, number};
use super::series::{Spot, draw_gaps, runs, scale_over, spots};
use super::spc_frame::{Below, Edge, Names};
use super::spc_marks::{Size, draw_mark};
use super::spc_words::describe;
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind =
    ChartKind { name: "spc", purpose: "a weekly or monthly process with its limits and signals", fits, draw, describe };

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "process")?;
    if metric.spc.is_none() {
        return Err(Misfit::new(
            format!("`{}` has no process limits", metric.id),
            "add `spc: { baseline: 26 }` to its note, or `spc: {}` for limits from all points",
        ));
    }
    if metric.values.iter().filter(|value| value.value.is_some()).count() < 3 {
        return Err(Misfit::new(
            format!("`{}` has fewer than three values, and a process is not seen in fewer", metric.id),
            format!("use cards: `::: figures {{metrics=\"{}\"}}`", metric.id),
        ));
    }
    Ok(())
}

/// What both drawings show.
pub struct Process<'m> {
    /// The metric.
    pub metric: &'m Metric,
    /// Its limits and signals.
    pub spc: &'m Spc,
    /// Its points in time.
    pub spots: Vec<Spot>,
    /// Where new limits begin or the series breaks: the first point behind it, and what is said of it.
    pub marks: Vec<(usize, String)>,
    /// The scale of values.
    pub scale: Scale,
    /// Words.
    pub strings: &'m Strings,
}

impl<'m> Process<'m> {
    fn new(metric: &'m Metric, spc: &'m Spc, strings: &'m Strings) -> Self {
        let spots = spots(metric);
        let limits = spc.groups.iter().flat_map(|group| [&group.mean, &group.upper, &group.lower]);
        let lines = limits.flatten().chain(&spc.target).map(|line| number(line.value));
        let values = || spots.iter().filter_map(|spot| spot.value);
        let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
        // What cannot be below zero has an axis from zero, even where a limit is below it.
        let floor = if low >= 0.0 { 0.0 } else { f64::MIN };
        let (low, high) = lines.fold((low, high), |(low, high), line| (low.min(line.max(floor)), high.max(line)));
        let scale = scale_over(if low > high { (0.0, 1.0) } else { (low, high) }, metric, strings);
        let marks = marks((metric, spc), &spots, strings);
        Self { metric, spc, spots, marks, scale, strings }
    }

    /// Whether a limit lies below an axis that begins at zero.
    pub fn is_below(&self, limit: &SpcNumber) -> bool {
        limit.value.is_sign_negative() && !limit.value.is_zero() && self.scale.low >= 0.0
    }
}

fn marks((metric, spc): (&Metric, &Spc), spots: &[Spot], strings: &Strings) -> Vec<(usize, String)> {
    let mut marks: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (at, spot) in spots.iter().enumerate() {
        let found = spot.after_break.and_then(|order| metric.footing.breaks.get(order));
        // A note may give new limits the very reason of the break, which is then said once.
        let is_said = |found: &&Break| {
            let group = spc.groups.iter().find(|group| group.first == at);
            group.and_then(|group| group.reason.as_ref()).is_some_and(|said| said.eq_ignore_ascii_case(&found.reason))
        };
        let found = found.filter(|found| !is_said(found));
        marks.entry(at).or_default().extend(found.map(|found| breaks::words(found, strings)));
    }
    for group in spc.groups.iter().filter(|group| group.first > 0) {
        let from = metric.values.get(group.first).map(|value| value.label.as_str()).unwrap_or_default();
        let reason = group.reason.as_deref().unwrap_or_default();
        let text = strings.fill("spc.fact.rebase", &[("period", from), ("reason", reason)]);
        marks.entry(group.first).or_default().push(text);
    }
    marks.into_iter().filter(|(_, said)| !said.is_empty()).map(|(at, said)| (at, said.join(" "))).collect()
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let Some(spc) = &metric.spc else {
        return Drawing::both(|format| format.canvas("spc", 1.0).finish(), None);
    };
    let process = Process::new(metric, spc, strings);
    let first = process.scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!process.scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(&process, format), remark)
}

fn drawn(process: &Process<'_>, format: Format) -> String {
    let edge = Edge::new(process, format);
    let axes = Axes::beside(&process.spots, &process.scale, (format, edge.room()));
    let names = Names::new(process, &axes);
    let below = Below::new(process, (&edge, &names), (format, axes.height));
    let mut canvas = format.canvas("spc", below.height());
    canvas.group("baselines", |canvas| names.shade(canvas, &axes));
    draw_gaps(&mut canvas, &process.spots, &axes);
    axes.draw(&mut canvas, &process.scale);
    canvas.group("limits", |canvas| draw_lines(canvas, process, &axes));
    canvas.group("marks", |canvas| draw_points(canvas, process, &axes));
    canvas.group("labels", |canvas| {
        names.draw(canvas);
        edge.draw(canvas, &axes);
    });
    canvas.group("key", |canvas| below.draw(canvas));
    canvas.finish()
}

/// The x of the edges of a group: half a step before its first point, and half a step behind its last.
pub fn edges(process: &Process<'_>, axes: &Axes, (first, end): (usize, usize)) -> (f64, f64) {
    let x = |at: usize| process.spots.get(at).map(|spot| axes.plane.at(spot.day, 0.0).x);
    let between =
        |at: usize| at.checked_sub(1).and_then(x).zip(x(at)).map(|(before, after)| f64::midpoint(before, after));
    let left = between(first).unwrap_or(axes.frame.left);
    (left, between(end).unwrap_or(axes.frame.right))
}

fn draw_lines(canvas: &mut Canvas, process: &Process<'_>, axes: &Axes) {
    let mut line = |value: &SpcNumber, (from, to): (f64, f64), ink: Ink, thick: f64| {
        if !process.is_below(value) {
            let y = axes.plane.at(0.0, number(value.value)).y;
            canvas.line(&[Point { x: from, y }, Point { x: to, y }], ink, thick);
        }
    };
    for group in &process.spc.groups {
        let (from, to) = edges(process, axes, (group.first, group.end));
        let from = if group.first > 0 { from + 2.0 } else { from };
        let to = if to < axes.frame.right { to - 2.0 } else { to };
        for limit in [&group.upper, &group.lower].into_iter().flatten() {
            line(limit, (from, to), Ink::Limit, 2.0);
        }
        if let Some(mean) = &group.mean {
            line(mean, (from, to), Ink::Mean, 1.5);
        }
    }
    if let Some(target) = &process.spc.target {
        line(target, (axes.frame.left, axes.frame.right), Ink::Target, 2.5);
    }
    for (first, _) in &process.marks {
        let (x, _) = edges(process, axes, (*first, *first));
        canvas.line(&[Point { x, y: axes.frame.top - 26.0 }, Point { x, y: axes.frame.bottom }], Ink::Break, 1.5);
    }
}

fn draw_points(canvas: &mut Canvas, process: &Process<'_>, axes: &Axes) {
    let size = Size::for_points(process.spots.len(), axes.frame.right - axes.frame.left);
    let place = |at: usize| {
        let spot = process.spots.get(at)?;
        Some(axes.plane.at(spot.day, spot.value?))
    };
    let starts_group = |at: &usize| process.spc.groups.iter().any(|group| group.first == *at);
    for run in runs(&process.spots) {
        for part in run.chunk_by(|_, after| !starts_group(after)) {
            let points: Vec<Point> = part.iter().filter_map(|at| place(*at)).collect();
            canvas.line(&points, Ink::Muted, size.line);
        }
    }
    for signals in [false, true] {
        // Signals lie on top, so that no neighbour hides one.
        for (at, point) in process.spc.points.iter().enumerate() {
            if let Some(place) = place(at).filter(|_| point.direction.is_some() == signals) {
                draw_mark(canvas, (point.direction, point.is_up), place, size);
            }
        }
    }
}
