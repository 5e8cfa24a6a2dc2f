//! One small chart among several: a title, a line in front of the others, the ends of both scales.
//!
//! In: the spots of one group, and what all panels share. Out: a drawing at a place given. Labels keep to the panel.
//! Not here: how many panels stand side by side.

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::line_axes::{Frame, free_place, tick_areas};
use super::measure::{LINE, width, wrapped};
use super::scale::{Scale, count};
use super::series::{Spot, runs, segments};
use super::spread::Area;

/// What all panels share.
pub struct Common<'c> {
    /// Every period.
    pub spots: Vec<Spot>,
    /// The scale of values.
    pub scale: &'c Scale,
    /// Width of a panel.
    pub wide: f64,
    /// Of the whole drawing.
    pub format: Format,
}

/// Height of the part that holds the line.
const PLOT: f64 = 104.0;
/// Between the title and the frame: room for the label of a high point.
const HEAD: f64 = 24.0;

/// A panel, laid out from its own upper left corner, titles not counted.
pub struct Panel<'p> {
    title: Vec<String>,
    own: &'p [Spot],
    frame: Frame,
    plane: Plane,
    /// First and last period.
    ends: [Vec<String>; 2],
    labels: Vec<(String, Area)>,
}

impl<'p> Panel<'p> {
    /// Lays a panel out.
    pub fn new(title: &str, own: &'p [Spot], common: &Common<'_>) -> Self {
        let (wide, scale) = (common.wide, common.scale);
        let ticks = scale.ticks.iter().map(|tick| width(&tick.text, false)).fold(0.0, f64::max) + 10.0;
        let left = if ticks <= wide * 0.4 { ticks } else { 0.0 };
        let frame = Frame { left, top: HEAD, right: wide - 6.0, bottom: HEAD + PLOT, width: wide };
        let day = |spot: Option<&Spot>, or: f64| spot.map_or(or, |spot| spot.day);
        let (first, last) = (day(common.spots.first(), 0.0), day(common.spots.last(), 1.0));
        let last = if last > first { last } else { first + 1.0 };
        let corners = (Point { x: frame.left + 6.0, y: frame.top }, Point { x: frame.right, y: frame.bottom });
        let plane = Plane::new(first..last, scale.low..scale.high, corners.0, corners.1);
        let room = wide / 2.0 - 6.0;
        let end = |spot: Option<&Spot>| wrapped(spot.map(|spot| spot.label.as_str()).unwrap_or_default(), room, false);
        let ends = [end(common.spots.first()), end(common.spots.last().filter(|_| common.spots.len() > 1))];
        let labels = labels(own, (&plane, &frame), scale);
        Self { title: wrapped(title, wide, true), own, frame, plane, ends, labels }
    }

    /// Height of its title.
    pub fn titled(&self) -> f64 {
        count(self.title.len()) * LINE
    }

    /// Height of what is below the title.
    pub fn plotted(&self) -> f64 {
        let lines = self.ends.iter().map(Vec::len).max().unwrap_or(1);
        self.frame.bottom + 8.0 + count(lines) * LINE
    }

    /// Draws it with its upper left corner at a place, below titles of a height.
    pub fn draw(
        &self,
        canvas: &mut Canvas,
        (common, all): (&Common<'_>, &[Vec<Spot>]),
        (left, top, titles): (f64, f64, f64),
    ) {
        canvas.lines(&self.title, Point { x: left, y: top + 15.0 }, Anchor::Left, Ink::TextStrong);
        let at = |point: Point| Point { x: left + point.x, y: top + titles + point.y };
        self.draw_axes(canvas, common.scale, at);
        for other in all.iter().filter(|other| !std::ptr::eq(other.as_slice(), self.own)) {
            self.draw_line(canvas, other, (Ink::Muted, 1.0), at);
        }
        for ends in self.own.windows(2) {
            let [before, after] = ends else { continue };
            if after.after_break.is_some() {
                let x = self.plane.at(f64::midpoint(before.day, after.day), 0.0).x;
                let line = [Point { x, y: self.frame.top }, Point { x, y: self.frame.bottom }].map(at);
                canvas.line(&line, Ink::Break, 1.5);
            }
        }
        self.draw_line(canvas, self.own, (Ink::Focus, 3.0), at);
        for (text, area) in &self.labels {
            let place = Point { x: f64::midpoint(area.left, area.right), y: area.top + 15.0 };
            canvas.text(text, at(place), Anchor::Middle, Ink::TextStrong);
        }
    }

    fn draw_axes(&self, canvas: &mut Canvas, scale: &Scale, at: impl Fn(Point) -> Point) {
        let frame = &self.frame;
        for tick in &scale.ticks {
            let y = self.plane.at(0.0, tick.value).y;
            let ink = if tick.value == 0.0 { Ink::Axis } else { Ink::Grid };
            canvas.line(&[Point { x: frame.left, y }, Point { x: frame.right, y }].map(&at), ink, 1.0);
            let (place, anchor) = if frame.left > 0.0 {
                (Point { x: frame.left - 6.0, y: y + 5.5 }, Anchor::Right)
            } else {
                (Point { x: 0.0, y: y - 5.0 }, Anchor::Left)
            };
            canvas.text(&tick.text, at(place), anchor, Ink::TextMuted);
        }
        let y = frame.bottom + 23.0;
        let [first, last] = &self.ends;
        canvas.lines(first, at(Point { x: 0.0, y }), Anchor::Left, Ink::TextMuted);
        canvas.lines(last, at(Point { x: frame.width, y }), Anchor::Right, Ink::TextMuted);
    }

    fn draw_line(&self, canvas: &mut Canvas, spots: &[Spot], (ink, thick): (Ink, f64), at: impl Fn(Point) -> Point) {
        for run in runs(spots) {
            let points: Vec<Point> = run
                .iter()
                .filter_map(|order| spots.get(*order))
                .filter_map(|spot| Some(at(self.plane.at(spot.day, spot.value?))))
                .collect();
            canvas.line(&points, ink, thick);
            if let [alone] = points.as_slice() {
                canvas.dot(*alone, thick + 0.5, ink);
            }
        }
        let last = spots.iter().rev().find(|spot| spot.value.is_some()).filter(|_| ink == Ink::Focus);
        if let Some((spot, value)) = last.and_then(|spot| Some((spot, spot.value?))) {
            let place = at(self.plane.at(spot.day, value));
            if spot.provisional { canvas.ring(place, 4.5, ink) } else { canvas.dot(place, 4.5, ink) }
        }
    }
}

/// The last value and the first, each where it has room.
fn labels(own: &[Spot], (plane, frame): (&Plane, &Frame), scale: &Scale) -> Vec<(String, Area)> {
    let places: Vec<Option<Point>> = own.iter().map(|spot| Some(plane.at(spot.day, spot.value?))).collect();
    let lines = segments(&runs(own), &places);
    let mut taken = if frame.left > 0.0 { Vec::new() } else { tick_areas(scale, plane) };
    let known = || own.iter().zip(&places).filter_map(|(spot, place)| Some((spot, (*place)?)));
    let (first, last) = (known().next(), known().next_back());
    let rises = first.zip(last).is_some_and(|((from, _), (to, _))| to.value >= from.value);
    let ends = [last.map(|found| (found, rises)), first.map(|found| (found, !rises))];
    let only_one = known().count() < 2;
    let mut labels: Vec<(String, Area)> = Vec::new();
    for ((spot, place), above) in ends.into_iter().flatten().take(if only_one { 1 } else { 2 }) {
        if let Some(area) = free_place((place, above), &spot.display, (&taken, &lines, &[]), frame) {
            taken.push(area);
            labels.push((spot.display.clone(), area));
        }
    }
    labels
}
