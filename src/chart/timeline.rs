//! Milestones along a line of time, drawn from top to bottom.
//!
//! In: milestones with their days, in order. Out: a spine on which a month is a span and a day is a dot, with the words
//! beside it, and a mark at each new year. The ordered list in the page comes first; this is its picture.
//! Not here: metrics, causes.

use crate::model::date::Date;
use crate::model::figure::Milestone;

use super::Drawing;
use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::measure::{LINE, width, wrapped};
use super::scale::count;
use super::spread::spread;

/// Left of the spine: the years.
const YEARS: f64 = 56.0;
/// Between the spine and the words.
const LEADER: f64 = 44.0;
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
}

/// Days of a timeline as places down the drawing.
struct Time {
    start: Date,
    days: f64,
    top: f64,
    high: f64,
}

impl Time {
    fn at(&self, day: Date) -> f64 {
        self.top + f64::from(day.days_since(self.start)) / self.days * self.high
    }
}

fn drawn(milestones: &[&Milestone], format: Format) -> String {
    let left = YEARS + LEADER;
    let room = format.width() - left;
    let words: Vec<Words> = milestones
        .iter()
        .map(|milestone| Words {
            label: wrapped(&milestone.label, room, true),
            text: wrapped(&milestone.text, room, false),
        })
        .collect();
    let needed: f64 = words.iter().map(|words| words.height() + GAP).sum();
    let (Some(start), Some(end)) = (
        milestones.iter().map(|milestone| milestone.first).min(),
        milestones.iter().map(|milestone| milestone.last).max(),
    ) else {
        return format.canvas("timeline", 1.0).finish();
    };
    let high = needed.max(if format.is_narrow() { 320.0 } else { 280.0 });
    let time = Time { start, days: f64::from(end.days_since(start).max(1)), top: 12.0, high: high - 24.0 };
    let wanted: Vec<(f64, f64)> = milestones
        .iter()
        .zip(&words)
        .map(|(milestone, words)| (middle(&time, milestone) - LINE / 2.0 - GAP / 2.0, words.height() + GAP))
        .collect();
    let starts = spread(&wanted, 0.0, high);
    let mut canvas = format.canvas("timeline", high);
    canvas.group("axes", |canvas| draw_spine(canvas, &time, (start, end)));
    canvas.group("marks", |canvas| {
        for milestone in milestones {
            draw_mark(canvas, &time, milestone);
        }
    });
    canvas.group("labels", |canvas| {
        for ((milestone, words), start) in milestones.iter().zip(&words).zip(starts) {
            let (from, top) = (middle(&time, milestone), start + GAP / 2.0);
            let to = top + LINE / 2.0;
            let leader = [(YEARS + 10.0, from), (YEARS + 16.0, from), (left - 14.0, to), (left - 8.0, to)];
            canvas.line(&leader.map(|(x, y)| Point { x, y }), Ink::Axis, 1.0);
            canvas.lines(&words.label, Point { x: left, y: top + 15.0 }, Anchor::Left, Ink::TextStrong);
            let below = top + count(words.label.len()) * LINE + 15.0;
            canvas.lines(&words.text, Point { x: left, y: below }, Anchor::Left, Ink::Text);
        }
    });
    canvas.finish()
}

fn middle(time: &Time, milestone: &Milestone) -> f64 {
    f64::midpoint(time.at(milestone.first), time.at(milestone.last))
}

/// The spine, and a year at each first of January that has room.
fn draw_spine(canvas: &mut Canvas, time: &Time, (start, end): (Date, Date)) {
    let line = [time.at(start), time.at(end)].map(|y| Point { x: YEARS, y });
    canvas.line(&line, Ink::Grid, 4.0);
    let mut free = 0.0;
    let (first, last) = (start.parts().0, end.parts().0);
    for year in first..=last {
        let day = if year == first { Some(start) } else { Date::new(year, 1, 1) };
        let Some(y) = day.map(|day| time.at(day)) else { continue };
        if y < free {
            continue;
        }
        let text = year.to_string();
        if year != first {
            canvas.line(&[Point { x: YEARS - 8.0, y }, Point { x: YEARS, y }], Ink::Axis, 1.0);
        }
        // The last year's label stays inside the drawing.
        let base = (y + 5.5).clamp(15.0, (time.top + time.high + 12.0).max(15.0) - 4.0);
        canvas.text(
            &text,
            Point { x: (YEARS - 12.0).max(width(&text, false)), y: base },
            Anchor::Right,
            Ink::TextMuted,
        );
        free = y + LINE + 4.0;
    }
}

/// A dot for a day, a thick piece of the spine for anything longer.
fn draw_mark(canvas: &mut Canvas, time: &Time, milestone: &Milestone) {
    let (from, to) = (time.at(milestone.first), time.at(milestone.last));
    if milestone.first == milestone.last {
        return canvas.dot(Point { x: YEARS, y: from }, 7.0, Ink::Focus);
    }
    // A short span on a long line of time is still seen.
    let to = to.max(from + 4.0);
    canvas.rect(Point { x: YEARS - 7.0, y: from }, Point { x: YEARS + 7.0, y: to }, Ink::Focus);
}
