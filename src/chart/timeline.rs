//! Milestones along a line of time: from left to right while a few have room, else from top to bottom.
//!
//! In: milestones with their days, in order. Out: a spine on which a month is a span and a day is a dot, with the words
//! beside or below it, and a mark at each new year. The ordered list in the page comes first; this is its picture.
//! Not here: metrics, causes.

use crate::model::date::Date;
use crate::model::figure::Milestone;

use super::Drawing;
use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::measure::{LINE, widest, width, wrapped};
use super::scale::count;
use super::spread::spread;

/// Left of the spine: the years.
const YEARS: f64 = 56.0;
/// Between the spine and the words.
const LEADER: f64 = 44.0;
/// The most milestones whose words stand side by side.
const MOST_ACROSS: usize = 5;
/// Between two milestones' words.
const GAP: f64 = 16.0;

/// The pictures of a timeline.
pub fn draw(milestones: &[Milestone]) -> Drawing {
    let mut milestones: Vec<&Milestone> = milestones.iter().collect();
    milestones.sort_by_key(|milestone| (milestone.first, milestone.last));
    Drawing::both(|format| drawn(&milestones, format), None)
}

/// The words of a milestone, laid out.
struct Words {
    label: Vec<String>,
    text: Vec<String>,
}

impl Words {
    fn height(&self) -> f64 {
        count(self.label.len() + self.text.len()) * LINE
    }

    fn width(&self) -> f64 {
        widest(&self.label, true).max(widest(&self.text, false))
    }

    fn draw(&self, canvas: &mut Canvas, at: Point) {
        canvas.lines(&self.label, Point { x: at.x, y: at.y + 15.0 }, Anchor::Left, Ink::TextStrong);
        let below = at.y + count(self.label.len()) * LINE + 15.0;
        canvas.lines(&self.text, Point { x: at.x, y: below }, Anchor::Left, Ink::Text);
    }
}

/// Days of a timeline as places down the drawing.
struct Time {
    start: Date,
    end: Date,
    top: f64,
    high: f64,
}

impl Time {
    fn at(&self, day: Date) -> f64 {
        let days = f64::from(self.end.days_since(self.start).max(1));
        self.top + f64::from(day.days_since(self.start)) / days * self.high
    }

    /// Each new year, and the year in which the time begins.
    fn years(&self) -> impl Iterator<Item = (String, f64)> {
        let (first, last) = (self.start.parts().0, self.end.parts().0);
        (first..=last).filter_map(move |year| {
            let day = if year == first { Some(self.start) } else { Date::new(year, 1, 1) };
            Some((year.to_string(), self.at(day?)))
        })
    }
}

fn drawn(milestones: &[&Milestone], format: Format) -> String {
    let start = milestones.iter().map(|milestone| milestone.first).min();
    let end = milestones.iter().map(|milestone| milestone.last).max();
    let Some((start, end)) = start.zip(end) else { return format.canvas("timeline", 1.0).finish() };
    if !format.is_narrow() && milestones.len() <= MOST_ACROSS {
        return across(milestones, format, (start, end));
    }
    down(milestones, format, (start, end))
}

/// From left to right: years above the spine, words below it.
fn across(milestones: &[&Milestone], format: Format, (start, end): (Date, Date)) -> String {
    let (all, spine) = (format.width(), 42.0);
    let room = all / count(milestones.len()) - 20.0;
    let words = words(milestones, room);
    let high = words.iter().map(Words::height).fold(0.0, f64::max);
    let time = Time { start, end, top: 8.0, high: all - 16.0 };
    let wanted: Vec<(f64, f64)> = milestones
        .iter()
        .zip(&words)
        .map(|(milestone, words)| (middle(&time, milestone) - 8.0, words.width() + 20.0))
        .collect();
    let starts = spread(&wanted, 0.0, all + 20.0);
    let top = spine + 40.0;
    let mut canvas = format.canvas("timeline", top + high + 4.0);
    canvas.group("axes", |canvas| {
        let line = [time.at(start), time.at(end)].map(|x| Point { x, y: spine });
        canvas.line(&line, Ink::Grid, 4.0);
        let mut free = 0.0;
        for (year, x) in time.years().filter(|(_, x)| *x <= all - 8.0) {
            let (left, wide) = (x.min(all - width(&year, false)), width(&year, false));
            if left >= free {
                canvas.line(&[Point { x, y: spine - 12.0 }, Point { x, y: spine }], Ink::Axis, 1.0);
                canvas.text(&year, Point { x: left, y: spine - 18.0 }, Anchor::Left, Ink::TextMuted);
                free = left + wide + 12.0;
            }
        }
    });
    canvas.group("marks", |canvas| {
        for milestone in milestones {
            let (from, to) = (time.at(milestone.first), time.at(milestone.last));
            draw_mark(canvas, milestone, (from, to), |along, side| Point { x: along, y: spine + side });
        }
    });
    canvas.group("labels", |canvas| {
        for ((milestone, words), start) in milestones.iter().zip(&words).zip(starts) {
            let (from, to) = (middle(&time, milestone), start + 8.0);
            let leader = [(from, spine + 10.0), (from, spine + 16.0), (to, top - 12.0), (to, top - 4.0)];
            canvas.line(&leader.map(|(x, y)| Point { x, y }), Ink::Axis, 1.0);
            words.draw(canvas, Point { x: start, y: top });
        }
    });
    canvas.finish()
}

fn words(milestones: &[&Milestone], room: f64) -> Vec<Words> {
    let words = |milestone: &&Milestone| Words {
        label: wrapped(&milestone.label, room, true),
        text: wrapped(&milestone.text, room, false),
    };
    milestones.iter().map(words).collect()
}

/// From top to bottom: years left of the spine, words right of it.
fn down(milestones: &[&Milestone], format: Format, (start, end): (Date, Date)) -> String {
    let left = YEARS + LEADER;
    let room = format.width() - left;
    let words = words(milestones, room);
    let needed: f64 = words.iter().map(|words| words.height() + GAP).sum();
    let high = needed.max(if format.is_narrow() { 320.0 } else { 280.0 });
    let time = Time { start, end, top: 12.0, high: high - 24.0 };
    let wanted: Vec<(f64, f64)> = milestones
        .iter()
        .zip(&words)
        .map(|(milestone, words)| (middle(&time, milestone) - LINE / 2.0 - GAP / 2.0, words.height() + GAP))
        .collect();
    let starts = spread(&wanted, 0.0, high);
    let mut canvas = format.canvas("timeline", high);
    canvas.group("axes", |canvas| draw_spine(canvas, &time));
    canvas.group("marks", |canvas| {
        for milestone in milestones {
            let (from, to) = (time.at(milestone.first), time.at(milestone.last));
            draw_mark(canvas, milestone, (from, to), |along, side| Point { x: YEARS + side, y: along });
        }
    });
    canvas.group("labels", |canvas| {
        for ((milestone, words), start) in milestones.iter().zip(&words).zip(starts) {
            let (from, top) = (middle(&time, milestone), start + GAP / 2.0);
            let to = top + LINE / 2.0;
            let leader = [(YEARS + 10.0, from), (YEARS + 16.0, from), (left - 14.0, to), (left - 8.0, to)];
            canvas.line(&leader.map(|(x, y)| Point { x, y }), Ink::Axis, 1.0);
            words.draw(canvas, Point { x: left, y: top });
        }
    });
    canvas.finish()
}

fn middle(time: &Time, milestone: &Milestone) -> f64 {
    f64::midpoint(time.at(milestone.first), time.at(milestone.last))
}

/// The spine, and the years that have room beside it.
fn draw_spine(canvas: &mut Canvas, time: &Time) {
    let line = [time.at(time.start), time.at(time.end)].map(|y| Point { x: YEARS, y });
    canvas.line(&line, Ink::Grid, 4.0);
    let mut free = 0.0;
    for (year, y) in time.years() {
        if y < free {
            continue;
        }
        canvas.line(&[Point { x: YEARS - 10.0, y }, Point { x: YEARS, y }], Ink::Axis, 1.0);
        // The last year's label stays inside the drawing.
        let base = (y + 5.5).clamp(15.0, (time.top + time.high + 8.0).max(15.0));
        canvas.text(&year, Point { x: YEARS - 14.0, y: base }, Anchor::Right, Ink::TextMuted);
        free = y + LINE + 4.0;
    }
}

/// A dot for a day, a thick piece of the spine for anything longer; `place` turns along and aside into a point.
fn draw_mark(canvas: &mut Canvas, milestone: &Milestone, (from, to): (f64, f64), place: impl Fn(f64, f64) -> Point) {
    if milestone.first == milestone.last {
        return canvas.dot(place(from, 0.0), 7.0, Ink::Focus);
    }
    // A short span on a long line of time is still seen.
    canvas.rect(place(from, -7.0), place(to.max(from + 4.0), 7.0), Ink::Focus);
}
