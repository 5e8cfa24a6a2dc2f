//! Horizontal bars, largest first: one value for each group.
//!
//! In: a metric with groups or periods. Out: bars that start at zero, the value at the end of each; a hidden value is
//! `[c]` without a bar, and negative values go to the left. The total is no bar.
//! Not here: tables, shares.

use crate::model::figure::shown_order;
use crate::model::metric::{Metric, Observation};
use crate::model::strings::Strings;
use crate::model::wording::{amount, names};

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::measure::{LINE, widest, width, wrapped};
use super::scale::{count, number};
use super::{ChartKind, Drawing, Misfit, refuse_empty};

/// The entry in the list of kinds.
pub const KIND: ChartKind =
    ChartKind { name: "bar", purpose: "one value for each group, such as teams or age bands", fits, draw, describe };

/// Height of a bar.
const BAR: f64 = 28.0;
/// From one row to the next; narrower than a bar.
const GAP: f64 = 14.0;
/// Between a bar's end and its value.
const BESIDE: f64 = 8.0;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    if metric.values.len() < 2 {
        return Err(Misfit::new(
            format!("`{}` has one value, and one bar compares nothing", metric.id),
            format!("use a card: `::: figures {{metrics=\"{}\"}}`", metric.id),
        ));
    }
    Ok(())
}

fn draw(metric: &Metric, _: &Strings) -> Drawing {
    Drawing::both(|format| Bars::new(metric, format).drawn(), None)
}

/// One bar with its words laid out.
struct Row {
    name: Vec<String>,
    value: Vec<String>,
    number: Option<f64>,
}

struct Bars {
    format: Format,
    rows: Vec<Row>,
    /// Left edge of what the bars may use, labels of negative values not counted.
    left: f64,
    /// Values stand above their bar because beside it there is no room.
    values_above: bool,
    /// Room for values left of the bars and right of them.
    margins: (f64, f64),
}

impl Bars {
    fn new(metric: &Metric, format: Format) -> Self {
        let names = names(metric);
        let column = names.iter().map(|name| width(name, false)).fold(0.0, f64::max).min(260.0);
        let (room, left) = if format.is_narrow() { (format.width(), 0.0) } else { (column, column + 14.0) };
        let rows: Vec<Row> = shown_order(metric)
            .into_iter()
            .filter_map(|at| Some((names.get(at)?, metric.values.get(at)?)))
            .map(|(name, value)| Row::new(&wrapped(name, room + 0.1, false), value, format.width() - left))
            .collect();
        let below = |row: &Row| row.number.is_some_and(|number| number < 0.0);
        let margin = |negative: bool| {
            let texts = rows.iter().filter(|row| below(row) == negative);
            texts.map(|row| widest(&row.value, true) + BESIDE).fold(0.0, f64::max)
        };
        let margins = (margin(true), margin(false));
        let values_above = margins.0 + margins.1 > (format.width() - left) * 0.6;
        let margins = if values_above { (1.0, 1.0) } else { (margins.0 + 1.0, margins.1 + 1.0) };
        Self { format, rows, left, values_above, margins }
    }

    fn plane(&self) -> Plane {
        let numbers = || self.rows.iter().filter_map(|row| row.number);
        let (low, high) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
        let high = if high > low { high } else { low + 1.0 };
        let (left, right) = (self.left + self.margins.0, self.format.width() - self.margins.1);
        Plane::new(low..high, 0.0..1.0, Point { x: left, y: 0.0 }, Point { x: right, y: 1.0 })
    }

    /// Height of the words above a row's bar, and of the whole row.
    fn heights(&self, row: &Row) -> (f64, f64) {
        let name = count(row.name.len()) * LINE;
        let value = if self.values_above { count(row.value.len()) * LINE } else { 0.0 };
        if self.format.is_narrow() {
            (name + value + 2.0, name + value + 2.0 + BAR)
        } else {
            (value, name.max(value + BAR))
        }
    }

    fn drawn(&self) -> String {
        let height: f64 = self.rows.iter().map(|row| self.heights(row).1 + GAP).sum();
        let mut canvas = self.format.canvas("bar", height);
        let plane = self.plane();
        let mut top = GAP / 2.0;
        let mut tops = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            tops.push(top);
            top += self.heights(row).1 + GAP;
        }
        canvas.group("marks", |canvas| {
            for (row, top) in self.rows.iter().zip(&tops) {
                self.draw_bar(canvas, &plane, row, *top);
            }
        });
        canvas.group("axes", |canvas| self.draw_axis(canvas, plane.at(0.0, 0.0).x, (&tops, height)));
        canvas.group("labels", |canvas| {
            for (row, top) in self.rows.iter().zip(&tops) {
                self.draw_words(canvas, &plane, row, *top);
            }
        });
        canvas.finish()
    }

    /// The line at zero; in pieces where the words stand above the bars.
    fn draw_axis(&self, canvas: &mut Canvas, x: f64, (tops, height): (&[f64], f64)) {
        let mut line = |from: f64, to: f64| canvas.line(&[Point { x, y: from }, Point { x, y: to }], Ink::Axis, 1.5);
        if !self.format.is_narrow() && !self.values_above {
            return line(0.0, height);
        }
        for (row, top) in self.rows.iter().zip(tops) {
            let bar = self.bar_top(row, *top);
            line(bar - 3.0, bar + BAR + 3.0);
        }
    }

    /// Upper edge of a row's bar.
    fn bar_top(&self, row: &Row, top: f64) -> f64 {
        let (words, all) = self.heights(row);
        if self.format.is_narrow() { top + words } else { top + words + (all - words - BAR) / 2.0 }
    }

    fn draw_bar(&self, canvas: &mut Canvas, plane: &Plane, row: &Row, top: f64) {
        let Some(number) = row.number.filter(|number| *number != 0.0) else { return };
        let y = self.bar_top(row, top);
        let (zero, end) = (plane.at(0.0, 0.0).x, plane.at(number, 0.0).x);
        // A value too small for a bar still leaves a trace.
        let end = if (end - zero).abs() < 1.0 { zero + number.signum() } else { end };
        canvas.rect(Point { x: zero.min(end), y }, Point { x: zero.max(end), y: y + BAR }, Ink::Focus);
    }

    fn draw_words(&self, canvas: &mut Canvas, plane: &Plane, row: &Row, top: f64) {
        let bar = self.bar_top(row, top);
        let middle = bar + BAR / 2.0 + 5.5;
        let lines = count(row.name.len()) * LINE;
        if self.format.is_narrow() {
            canvas.lines(&row.name, Point { x: 0.0, y: top + 15.0 }, Anchor::Left, Ink::Text);
        } else {
            let y = top + self.heights(row).1 / 2.0 + 5.5 - (lines - LINE) / 2.0;
            canvas.lines(&row.name, Point { x: self.left - 14.0, y }, Anchor::Right, Ink::Text);
        }
        if self.values_above {
            let y = bar - count(row.value.len()) * LINE + 13.0;
            return canvas.lines(&row.value, Point { x: self.left, y }, Anchor::Left, Ink::TextStrong);
        }
        let number = row.number.unwrap_or_default();
        let end = plane.at(number, 0.0).x;
        let (x, anchor) = if number < 0.0 { (end - BESIDE, Anchor::Right) } else { (end + BESIDE, Anchor::Left) };
        canvas.lines(&row.value, Point { x, y: middle }, anchor, Ink::TextStrong);
    }
}

impl Row {
    fn new(name: &[String], value: &Observation, room: f64) -> Self {
        Self {
            name: name.to_vec(),
            value: wrapped(&value.display, room, true),
            number: value.value.as_ref().map(|quantity| number(quantity.value)),
        }
    }
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let names = names(metric);
    let shown: Vec<(&String, &Observation)> =
        names.iter().zip(&metric.values).filter(|(_, value)| value.value.is_some()).collect();
    let mut sentences = vec![strings.count("chart.bar.count", metric.values.len())];
    let size = |value: &Observation| value.value.as_ref().map(|quantity| quantity.value);
    let largest = shown.iter().rev().max_by_key(|(_, value)| size(value));
    let smallest = shown.iter().min_by_key(|(_, value)| size(value));
    if let (Some((most, high)), Some((least, low))) = (largest, smallest) {
        let high_amount = amount(&high.display, &metric.unit, strings);
        if size(high) == size(low) {
            sentences.push(strings.fill("chart.bar.equal", &[("value", &high_amount)]));
        } else {
            let low_amount = amount(&low.display, &metric.unit, strings);
            sentences.push(strings.fill("chart.bar.largest", &[("name", most), ("value", &high_amount)]));
            sentences.push(strings.fill("chart.bar.smallest", &[("name", least), ("value", &low_amount)]));
        }
    }
    let below =
        shown.iter().filter(|(_, value)| size(value).is_some_and(|size| size.is_sign_negative() && !size.is_zero()));
    let below = below.count();
    if below > 0 {
        sentences.push(strings.count("chart.bar.negative", below));
    }
    if let Some(total) = &metric.total {
        let total = amount(&total.display, &metric.unit, strings);
        sentences.push(strings.fill("chart.total", &[("value", &total)]));
    }
    let hidden = metric.values.iter().filter(|value| value.suppressed).count();
    if hidden > 0 {
        sentences.push(strings.count("chart.hidden", hidden));
    }
    sentences
}
