//! Breaks in a series: an upright line where it breaks, a letter above it, and the reason below the frame.
//!
//! In: the breaks of a metric, the spots of its line and the axes. Out: marks whose letters never meet, and what labels of
//! points keep away from. Not here: the gap in the line, which is in its runs.

use crate::model::footing::Break;
use crate::model::metric::Metric;
use crate::model::period::{Grain, Period};
use crate::model::period_words::period as period_words;
use crate::model::strings::Strings;

use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::key::{Key, Sign};
use super::line_axes::Axes;
use super::measure::width;
use super::series::Spot;
use super::spread::{Area, spread};

/// The marks with the key below them.
pub struct Breaks<'s> {
    /// Where the series breaks, with a letter and its left end; no letter where there is no room for all.
    marks: Vec<(f64, Option<(String, f64)>)>,
    top: f64,
    bottom: f64,
    key: Key<'s>,
}

/// A break in words: its day and its reason.
pub fn words(found: &Break, strings: &Strings) -> String {
    let date = period_words(&Period::beginning(found.date, Grain::Day), strings).0;
    strings.fill("chart.break.from", &[("date", &date), ("reason", &found.reason)])
}

/// The letter of a break by its order: A, B, … Z, A2, …
pub fn letter(order: usize) -> String {
    let letter = u8::try_from(order % 26).map_or('A', |at| char::from(b'A' + at));
    if order < 26 { letter.to_string() } else { format!("{letter}{}", order / 26 + 1) }
}

impl<'s> Breaks<'s> {
    /// Places them; the key begins where the axes end.
    pub fn new(metric: &Metric, (spots, axes): (&[Spot], &Axes), (format, strings): (Format, &'s Strings)) -> Self {
        let mut lines: Vec<(f64, usize)> = Vec::new();
        for ends in spots.windows(2) {
            let [before, after] = ends else { continue };
            let Some(order) = after.after_break else { continue };
            let x = |spot: &Spot| axes.plane.at(spot.day, 0.0).x;
            lines.push((f64::midpoint(x(before), x(after)), order));
        }
        let wanted: Vec<(f64, f64)> =
            lines.iter().map(|(x, order)| (x + 3.0, width(&letter(*order), true) + 6.0)).collect();
        let all: f64 = wanted.iter().map(|(_, size)| size).sum();
        let has_room = all <= axes.frame.right - axes.frame.left;
        let starts = spread(&wanted, axes.frame.left, axes.frame.right);
        let marks = lines.iter().zip(starts).map(|((x, order), start)| (*x, has_room.then(|| (letter(*order), start))));
        let text = |order: usize| metric.footing.breaks.get(order).map(|found| words(found, strings));
        let entries = lines.iter().filter_map(|(_, order)| Some((Sign::Word(letter(*order)), text(*order)?)));
        Self {
            marks: marks.collect(),
            top: axes.frame.top,
            bottom: axes.frame.bottom,
            key: Key::new(entries.collect(), (format, axes.height + if lines.is_empty() { 0.0 } else { 10.0 })),
        }
    }

    /// Height of the drawing with the key.
    pub fn height(&self, axes: &Axes) -> f64 {
        if self.marks.is_empty() { axes.height } else { self.key.end() + 4.0 }
    }

    /// What the letters take.
    pub fn areas(&self) -> Vec<Area> {
        let letters = self.marks.iter().filter_map(|(_, letter)| letter.as_ref());
        let area = |(text, left): &(String, f64)| Area {
            left: *left,
            top: self.top - 28.0,
            right: left + width(text, true) + 6.0,
            bottom: self.top - 6.0,
        };
        letters.map(area).collect()
    }

    /// The upright lines, which labels of points keep away from.
    pub fn lines(&self) -> Vec<(Point, Point)> {
        let line = |x: f64| (Point { x, y: self.top - 26.0 }, Point { x, y: self.bottom });
        self.marks.iter().map(|(x, _)| line(*x)).collect()
    }

    /// Draws them.
    pub fn draw(&self, canvas: &mut Canvas) {
        canvas.group("breaks", |canvas| {
            for ((from, to), (_, letter)) in self.lines().into_iter().zip(&self.marks) {
                canvas.line(&[from, to], Ink::Break, 1.5);
                if let Some((text, left)) = letter {
                    let at = Point { x: left + 2.0, y: self.top - 12.0 };
                    canvas.text(text, at, Anchor::Left, Ink::TextStrong);
                }
            }
        });
        if !self.marks.is_empty() {
            self.key.draw(canvas);
        }
    }
}
