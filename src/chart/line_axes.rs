//! The frame of a line chart: scales, their words, and free places for the labels of points.
//!
//! In: the spots of a line and its scale. Out: axes whose labels never meet, places that cross nothing.
//! Not here: the line itself.

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::measure::{LINE, widest, width, wrapped};
use super::scale::{Scale, count};
use super::series::Spot;
use super::spread::Area;

/// Edges of the part that holds the line.
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
    /// Right edge of the drawing; labels may go so far.
    pub width: f64,
}

/// The frame with its scales and the labels of time.
pub struct Axes {
    /// The frame.
    pub frame: Frame,
    /// Where values lie.
    pub plane: Plane,
    /// Height of the whole drawing.
    pub height: f64,
    /// What the words of the values take, where they stand inside the frame because they are too long for a column.
    pub inside: Vec<Area>,
    /// Labels of time: day, lines, left edge, width.
    labels: Vec<TimeLabel>,
}

struct TimeLabel {
    day: f64,
    lines: Vec<String>,
    area: (f64, f64),
}

/// Between two labels of time.
const APART: f64 = 14.0;

impl Axes {
    /// Lays the axes out.
    pub fn new(spots: &[Spot], scale: &Scale, format: Format) -> Self {
        let last = spots.iter().rev().find(|spot| spot.value.is_some());
        let last = last.map_or(0.0, |spot| width(&spot.display, true)) + 16.0;
        Self::beside(spots, scale, (format, if last <= format.width() * 0.2 { last } else { 12.0 }))
    }

    /// Lays them out with so much room right of the frame.
    pub fn beside(spots: &[Spot], scale: &Scale, (format, aside): (Format, f64)) -> Self {
        let column = column(scale, format);
        let plot = if format.is_narrow() { 240.0 } else { 300.0 };
        let (right, bottom) = (format.width() - aside, 28.0 + plot);
        let frame = Frame { left: column, top: 28.0, right, bottom, width: format.width() };
        let (first, end) = (spots.first().map_or(0.0, |spot| spot.day), spots.last().map_or(1.0, |spot| spot.day));
        let end = if end > first { end } else { first + 1.0 };
        let corners = (Point { x: frame.left + 8.0, y: frame.top }, Point { x: frame.right, y: frame.bottom });
        let plane = Plane::new(first..end, scale.low..scale.high, corners.0, corners.1);
        let labels = time_labels(spots, &plane, format);
        let lines = labels.iter().map(|label| label.lines.len()).max().unwrap_or(1);
        let height = frame.bottom + 16.0 + count(lines) * LINE;
        let inside = if column > 0.0 { Vec::new() } else { tick_areas(scale, &plane) };
        Self { frame, plane, height, inside, labels }
    }

    /// Draws gridlines, the axis and the words of both scales.
    pub fn draw(&self, canvas: &mut Canvas, scale: &Scale) {
        canvas.group("axes", |canvas| {
            draw_values(canvas, scale, &self.plane, &self.frame);
            let y = self.frame.bottom;
            for label in &self.labels {
                let x = self.plane.at(label.day, 0.0).x;
                canvas.line(&[Point { x, y }, Point { x, y: y + 6.0 }], Ink::Axis, 1.0);
                let at = Point { x: label.area.0 + label.area.1 / 2.0, y: y + 28.0 };
                canvas.lines(&label.lines, at, Anchor::Middle, Ink::TextMuted);
            }
        });
    }
}

/// Room for the words of a scale of values left of a frame; none where they are too long for a column.
pub fn column(scale: &Scale, format: Format) -> f64 {
    let ticks = scale.ticks.iter().map(|tick| width(&tick.text, false)).fold(0.0, f64::max);
    if ticks + 12.0 <= format.width() * 0.4 { ticks + 12.0 } else { 0.0 }
}

/// Draws gridlines and the words of the values, left of the frame or on the lines.
pub fn draw_values(canvas: &mut Canvas, scale: &Scale, plane: &Plane, frame: &Frame) {
    let (left, right) = (frame.left, frame.right);
    for tick in &scale.ticks {
        let y = plane.at(0.0, tick.value).y;
        let ink = if tick.value == 0.0 { Ink::Axis } else { Ink::Grid };
        canvas.line(&[Point { x: left, y }, Point { x: right, y }], ink, 1.0);
        let (at, anchor) = if left > 0.0 {
            (Point { x: left - 8.0, y: y + 5.5 }, Anchor::Right)
        } else {
            (Point { x: 0.0, y: y - 5.0 }, Anchor::Left)
        };
        canvas.text(&tick.text, at, anchor, Ink::TextMuted);
    }
}

/// What the words of a scale take where they stand on its lines.
pub fn tick_areas(scale: &Scale, plane: &Plane) -> Vec<Area> {
    let area = |y: f64, text: &str| Area { left: 0.0, top: y - LINE, right: width(text, false), bottom: y };
    scale.ticks.iter().map(|tick| area(plane.at(0.0, tick.value).y, &tick.text)).collect()
}

/// The first and last period, and between them as many at an even step as have room.
fn time_labels(spots: &[Spot], plane: &Plane, format: Format) -> Vec<TimeLabel> {
    let all: Vec<TimeLabel> = spots.iter().map(|spot| time_label(spot, plane, format)).collect();
    let count = all.len();
    let mut steps = [1, 2, 3, 4, 6, 12, 13, 18, 24, 26, 30, 36, 39, 52]
        .into_iter()
        .chain((104..).step_by(52).take_while(|step| *step < count));
    let chosen = steps.find_map(|step| chosen(&all, step));
    let chosen = chosen.unwrap_or_else(|| {
        let ends = all.first().zip(all.last());
        if ends.is_some_and(|(first, last)| apart(first, last)) {
            vec![0, count - 1]
        } else {
            vec![count.saturating_sub(1)]
        }
    });
    all.into_iter().enumerate().filter(|(at, _)| chosen.contains(at)).map(|(_, label)| label).collect()
}

/// Every `step`-th label back from the last, and the first in place of one that would meet it; none if any meet.
fn chosen(all: &[TimeLabel], step: usize) -> Option<Vec<usize>> {
    let mut chosen: Vec<usize> = (0..all.len()).rev().step_by(step).collect();
    chosen.reverse();
    let first = all.first()?;
    if chosen.first() != Some(&0) {
        if chosen.len() > 2 && chosen.first().and_then(|at| all.get(*at)).is_some_and(|label| !apart(first, label)) {
            chosen.remove(0);
        }
        chosen.insert(0, 0);
    }
    let free = chosen.windows(2).all(|ends| match ends {
        [from, to] => all.get(*from).zip(all.get(*to)).is_some_and(|(from, to)| apart(from, to)),
        _ => true,
    });
    free.then_some(chosen)
}

fn apart(first: &TimeLabel, second: &TimeLabel) -> bool {
    first.area.0 + first.area.1 + APART <= second.area.0
}

fn time_label(spot: &Spot, plane: &Plane, format: Format) -> TimeLabel {
    let lines = wrapped(&spot.label, if format.is_narrow() { 96.0 } else { 130.0 }, false);
    let size = widest(&lines, false);
    let left = (plane.at(spot.day, 0.0).x - size / 2.0).clamp(0.0, (format.width() - size).max(0.0));
    TimeLabel { day: spot.day, lines, area: (left, size) }
}

/// The points whose value is named, most important first, and whether their label wants to stand above.
pub fn named(spots: &[Spot]) -> Vec<(usize, bool)> {
    let valued: Vec<(usize, f64)> = spots.iter().enumerate().filter_map(|(at, spot)| Some((at, spot.value?))).collect();
    let high = valued.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    let low = valued.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let mut named: Vec<(usize, bool)> = Vec::new();
    let ends = [valued.last(), valued.first(), high, low];
    for (at, value) in ends.into_iter().flatten() {
        let is_low = low.is_some_and(|(_, least)| least >= value);
        if !named.iter().any(|(other, _)| other == at) {
            named.push((*at, !is_low));
        }
    }
    // A point that is as high or low as one already named adds nothing but ink.
    let (first, last) = (valued.first().map(|(at, _)| *at), valued.last().map(|(at, _)| *at));
    let value = |at: usize| spots.get(at).and_then(|spot| spot.value);
    let repeats = |at: usize| {
        Some(at) != first && Some(at) != last && [first, last].into_iter().flatten().any(|end| value(end) == value(at))
    };
    named.retain(|(at, _)| !repeats(*at));
    named
}

/// The nearest place for a label that meets no other label, crosses as little of the line as can be and stays inside.
pub fn free_place(
    (place, above): (Point, bool),
    text: &str,
    (taken, lines, marks): (&[Area], &[(Point, Point)], &[Area]),
    frame: &Frame,
) -> Option<Area> {
    let (wide, high) = (width(text, true), LINE);
    let bounds = Area { left: frame.left + 2.0, top: 0.0, right: frame.width, bottom: frame.bottom - 2.0 };
    let mut best: Option<(u32, Area)> = None;
    for step in 0..24_u32 {
        let away = f64::from(step / 2) * 12.0;
        let upward = (step % 2 == 0) == above;
        let top = if upward { place.y - 9.0 - high - away } else { place.y + 9.0 + away };
        // In the margin right of the last point a label stands beside it; elsewhere above or below.
        let outside = step == 0 && place.x + 8.0 + wide <= bounds.right && place.x >= frame.right - 1.0;
        for (shift, cost) in [(8.0, u32::from(!outside)), (-wide / 2.0, 0), (-wide - 8.0, 1)] {
            let top = if step == 0 && shift > 0.0 { place.y - high / 2.0 } else { top };
            let left = (place.x + shift).clamp(bounds.left, (bounds.right - wide).max(bounds.left));
            let area = Area { left, top, right: left + wide, bottom: top + high };
            if !bounds.holds(&area) || taken.iter().any(|other| other.meets(&area)) {
                continue;
            }
            let crossed = lines.iter().filter(|(from, to)| area.is_crossed(*from, *to)).count()
                + marks.iter().filter(|mark| mark.meets(&area)).count();
            let total = step + cost + u32::try_from(crossed).unwrap_or(1000).saturating_mul(8);
            if best.as_ref().is_none_or(|(least, _)| total < *least) {
                best = Some((total, area));
            }
        }
    }
    best.map(|(_, area)| area)
}

/// Draws a label in its place, with a leader where it stands away from its point.
pub fn draw_label(canvas: &mut Canvas, text: &str, place: Point, area: Area) {
    let x = f64::midpoint(area.left, area.right);
    let gap = if area.bottom < place.y { place.y - area.bottom } else { area.top - place.y };
    if gap > 14.0 {
        let (from, to) = if area.bottom < place.y { (area.bottom, place.y - 6.0) } else { (area.top, place.y + 6.0) };
        let end = place.x.clamp(area.left, area.right);
        canvas.line(&[Point { x: end, y: from }, Point { x: place.x, y: to }], Ink::Axis, 1.0);
    }
    canvas.text(text, Point { x, y: area.top + 15.0 }, Anchor::Middle, Ink::TextStrong);
}
