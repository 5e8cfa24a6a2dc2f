//! Bars side by side: for each category one bar of each series, at most four.
//!
//! In: a metric with groups and periods, or with two kinds of groups. Out: bars that start at zero, each with its value at
//! its end, patterns beside colours, a key in reading order; a hidden value is `[c]` without a bar. Not here: parts of a
//! whole (`stacked.rs`).

use crate::model::metric::{Metric, Observation};
use crate::model::strings::Strings;

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::key::Key;
use super::matrix::{Down, Matrix, matrix, misfit};
use super::matrix_words::describe_grouped;
use super::measure::{LINE, widest, width, wrapped};
use super::pattern::{fill, key_of};
use super::scale::{count, number};
use super::{ChartKind, Drawing, Misfit, refuse_empty};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "grouped",
    purpose: "each group in a few periods, or in a few kinds, side by side",
    fits,
    draw,
    describe: describe_grouped,
};

/// The most series.
const MOST: usize = 4;
/// Height of a bar.
const BAR: f64 = 22.0;
/// Between the bars of a category.
const CLOSE: f64 = 3.0;
/// Between categories.
const GAP: f64 = 18.0;
/// Between a bar's end and its value.
const BESIDE: f64 = 8.0;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    misfit(metric, (Down::Groups, MOST)).map_or(Ok(()), Err)
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let matrix = matrix(metric, Down::Groups, strings);
    let draw = |format: Format| match &matrix {
        Some(matrix) => Grouped::new(matrix, format).drawn(matrix),
        None => format.canvas("grouped", 1.0).finish(),
    };
    Drawing::both(draw, None)
}

/// A value, laid out.
struct Bar {
    series: usize,
    number: Option<f64>,
    words: Vec<String>,
}

/// A category with its bars.
struct Row {
    name: Vec<String>,
    bars: Vec<Bar>,
}

struct Grouped<'k> {
    format: Format,
    key: Key<'k>,
    rows: Vec<Row>,
    /// Left edge of what bars and their values may use.
    left: f64,
    /// Values stand above their bar because beside it there is no room.
    above: bool,
    plane: Plane,
}

impl Grouped<'_> {
    fn new(matrix: &Matrix<'_>, format: Format) -> Self {
        let column = matrix.categories.iter().map(|name| width(name, false)).fold(0.0, f64::max).min(220.0);
        let (room, left) = if format.is_narrow() { (format.width(), 0.0) } else { (column, column + 14.0) };
        let bar = |(series, value): (usize, Option<&Observation>)| {
            let value = value?;
            let words = wrapped(&value.display, format.width() - left, true);
            Some(Bar { series, number: value.value.as_ref().map(|quantity| number(quantity.value)), words })
        };
        let rows: Vec<Row> = matrix
            .categories
            .iter()
            .zip(&matrix.cells)
            .map(|(name, cells)| Row {
                name: wrapped(name, room + 0.1, false),
                bars: cells.iter().copied().enumerate().filter_map(bar).collect(),
            })
            .collect();
        let bars = || rows.iter().flat_map(|row| &row.bars);
        let margin = |negative: bool| {
            let of = bars().filter(|bar| bar.number.is_some_and(|number| number < 0.0) == negative);
            of.map(|bar| widest(&bar.words, true) + BESIDE).fold(0.0, f64::max)
        };
        let margins = (margin(true), margin(false));
        let above = margins.0 + margins.1 > (format.width() - left) * 0.6;
        let margins = if above { (1.0, 1.0) } else { (margins.0 + 1.0, margins.1 + 1.0) };
        let numbers = || bars().filter_map(|bar| bar.number);
        let (low, high) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
        let high = if high > low { high } else { low + 1.0 };
        let corners = (Point { x: left + margins.0, y: 0.0 }, Point { x: format.width() - margins.1, y: 1.0 });
        let plane = Plane::new(low..high, 0.0..1.0, corners.0, corners.1);
        Self { format, key: key_of(&matrix.series, format), rows, left, above, plane }
    }

    /// Height of a bar with the words above it.
    fn high(&self, bar: &Bar) -> f64 {
        BAR + if self.above { count(bar.words.len()) * LINE } else { 0.0 }
    }

    /// Height of the words above the bars of a row, and of the whole row.
    fn heights(&self, row: &Row) -> (f64, f64) {
        let name = count(row.name.len()) * LINE;
        let bars: f64 = row.bars.iter().map(|bar| self.high(bar) + CLOSE).sum::<f64>() - CLOSE;
        if self.format.is_narrow() { (name + 2.0, name + 2.0 + bars) } else { (0.0, name.max(bars)) }
    }

    fn drawn(&self, matrix: &Matrix<'_>) -> String {
        let top = if matrix.series.is_empty() { 0.0 } else { self.key.end() + GAP };
        let height: f64 = self.rows.iter().map(|row| self.heights(row).1 + GAP).sum();
        let mut canvas = self.format.canvas("grouped", top + height);
        self.key.draw(&mut canvas);
        let mut y = top;
        for row in &self.rows {
            canvas.group("row", |canvas| self.draw_row(canvas, row, y));
            y += self.heights(row).1 + GAP;
        }
        canvas.finish()
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row, top: f64) {
        let (words, all) = self.heights(row);
        let name = count(row.name.len()) * LINE;
        if self.format.is_narrow() {
            canvas.lines(&row.name, Point { x: 0.0, y: top + 15.0 }, Anchor::Left, Ink::Text);
        } else {
            let y = top + (all - name) / 2.0 + 15.0;
            canvas.lines(&row.name, Point { x: self.left - 14.0, y }, Anchor::Right, Ink::Text);
        }
        let bars: f64 = row.bars.iter().map(|bar| self.high(bar) + CLOSE).sum::<f64>() - CLOSE;
        let mut y = top + words + (all - words - bars) / 2.0;
        for bar in &row.bars {
            self.draw_bar(canvas, bar, y);
            y += self.high(bar) + CLOSE;
        }
    }

    fn draw_bar(&self, canvas: &mut Canvas, bar: &Bar, top: f64) {
        let y = top + self.high(bar) - BAR;
        let value = bar.number.unwrap_or_default();
        let (zero, end) = (self.plane.at(0.0, 0.0).x, self.plane.at(value, 0.0).x);
        if value != 0.0 {
            // A value too small for a bar still leaves a trace.
            let end = if (end - zero).abs() < 1.0 { zero + value.signum() } else { end };
            let corners = (Point { x: zero.min(end), y }, Point { x: zero.max(end), y: y + BAR });
            fill(canvas, corners, bar.series);
        }
        canvas.line(&[Point { x: zero, y: y - 1.0 }, Point { x: zero, y: y + BAR + 1.0 }], Ink::Axis, 1.5);
        if self.above {
            let at = Point { x: self.left, y: top + 14.0 };
            return canvas.lines(&bar.words, at, Anchor::Left, Ink::TextStrong);
        }
        let (x, anchor) = if value < 0.0 { (end - BESIDE, Anchor::Right) } else { (end + BESIDE, Anchor::Left) };
        canvas.lines(&bar.words, Point { x, y: y + BAR / 2.0 + 5.5 }, anchor, Ink::TextStrong);
    }
}
