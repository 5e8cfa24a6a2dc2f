//! Before and after for several groups: one row each, sorted by change.
//!
//! In: a metric with two periods for each group. Out: rows with both values beside their marks and the difference,
//! under a key that names the two periods. Not here: one measure alone, which is `before_after.rs`.

use crate::model::metric::{Metric, Observation};
use crate::model::pairs::{Pair, difference, periods};
use crate::model::strings::Strings;
use crate::model::wording::amount;

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::measure::{LINE, width, wrapped};
use super::pair_marks::{MARK, draw_diamond, draw_marks};
use super::scale::{count, number};

/// A row with its words laid out.
struct Row<'a> {
    pair: Pair<'a>,
    name: Vec<String>,
    difference: String,
    /// Both values in words, where they have no room beside their marks.
    values: Vec<String>,
}

/// Where the parts of all rows stand.
struct Columns {
    /// Right edge of the names; 0 when they stand above.
    names: f64,
    /// Edges of the scale.
    left: f64,
    right: f64,
    /// Whether the difference stands beside the row, or with the name above it.
    beside: bool,
}

/// Height of the marks' row.
const ROW: f64 = 30.0;
/// Between rows.
const GAP: f64 = 14.0;

/// Draws the rows.
pub fn drawn(metric: &Metric, pairs: Vec<Pair<'_>>, (format, strings): (Format, &Strings)) -> String {
    let names = pairs.iter().map(|pair| width(&pair.name, false)).fold(0.0, f64::max).min(200.0);
    let room = if format.is_narrow() { format.width() } else { names };
    let key = key_lines(&pairs, format, strings);
    let crowded = value_width(&pairs) > format.width() / 3.5;
    let rows: Vec<Row<'_>> = pairs
        .into_iter()
        .map(|pair| Row {
            name: wrapped(&pair.name, room + 0.1, false),
            difference: difference(&pair, metric, strings),
            values: if crowded { values_in_words(&pair, format, strings) } else { Vec::new() },
            pair,
        })
        .collect();
    let columns = columns(&rows, names, format);
    let heights: Vec<f64> = rows.iter().map(|row| height(row, &columns)).collect();
    let key_height = count(key.iter().map(Vec::len).sum()) * LINE + 18.0;
    let total: f64 = heights.iter().map(|height| height + GAP).sum();
    let plane = plane(&rows, &columns);
    let mut canvas = format.canvas("before-after", key_height + total);
    canvas.group("key", |canvas| draw_key(canvas, &key));
    let mut top = key_height + GAP / 2.0;
    for (row, height) in rows.iter().zip(heights) {
        canvas.group("row", |canvas| draw_row(canvas, row, &columns, (&plane, format, top)));
        top += height + GAP;
    }
    canvas.finish()
}

/// Width of the widest value.
fn value_width(pairs: &[Pair<'_>]) -> f64 {
    let wide = |pair: &Pair<'_>| width(&pair.before.display, true).max(width(&pair.after.display, true));
    pairs.iter().map(wide).fold(0.0, f64::max)
}

fn values_in_words(pair: &Pair<'_>, format: Format, strings: &Strings) -> Vec<String> {
    let places = [("before", pair.before.display.as_str()), ("after", pair.after.display.as_str())];
    let room = if format.is_narrow() { format.width() } else { format.width() - 240.0 };
    wrapped(&strings.fill("chart.before-after.values", &places), room, true)
}

fn columns(rows: &[Row<'_>], names: f64, format: Format) -> Columns {
    let crowded = rows.iter().any(|row| !row.values.is_empty());
    let wide = |row: &Row<'_>| width(&row.pair.before.display, true).max(width(&row.pair.after.display, true));
    let values = if crowded { 4.0 } else { rows.iter().map(wide).fold(0.0, f64::max) + 8.0 } + MARK;
    let differences = rows.iter().map(|row| width(&row.difference, false)).fold(0.0, f64::max) + 16.0;
    let beside = !format.is_narrow() && !crowded && differences < 190.0;
    let names = if format.is_narrow() { 0.0 } else { names + 14.0 };
    let right = format.width() - values - if beside { differences } else { 0.0 };
    Columns { names, left: names + values, right, beside }
}

fn plane(rows: &[Row<'_>], columns: &Columns) -> Plane {
    let values = || rows.iter().flat_map(|row| [of(row.pair.before), of(row.pair.after)]);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let high = if high > low { high } else { low + 1.0 };
    let right = columns.right.max(columns.left + 20.0);
    Plane::new(low..high, 0.0..1.0, Point { x: columns.left, y: 0.0 }, Point { x: right, y: 1.0 })
}

/// A value as a number for placing.
pub fn of(value: &Observation) -> f64 {
    value.value.as_ref().map_or(0.0, |quantity| number(quantity.value))
}

/// Height of a row: name, difference and values in words stand above the marks where they are not beside them.
fn height(row: &Row<'_>, columns: &Columns) -> f64 {
    let name = count(row.name.len()) * LINE;
    let above = words_above(row, columns);
    if columns.names > 0.0 { name.max(above + ROW) } else { name + above + ROW }
}

/// Height of the difference and values above the marks, the name not counted.
fn words_above(row: &Row<'_>, columns: &Columns) -> f64 {
    let difference = if columns.beside { 0.0 } else { LINE };
    difference + count(row.values.len()) * LINE
}

fn draw_row(canvas: &mut Canvas, row: &Row<'_>, columns: &Columns, (plane, format, top): (&Plane, Format, f64)) {
    let (name, all) = (count(row.name.len()) * LINE, height(row, columns));
    let words = if format.is_narrow() {
        canvas.lines(&row.name, Point { x: 0.0, y: top + 15.0 }, Anchor::Left, Ink::Text);
        Point { x: 0.0, y: top + name }
    } else {
        let y = top + all / 2.0 + 5.5 - (name - LINE) / 2.0;
        canvas.lines(&row.name, Point { x: columns.names - 14.0, y }, Anchor::Right, Ink::Text);
        Point { x: columns.left, y: top + (all - words_above(row, columns) - ROW) / 2.0 }
    };
    let y = words.y + words_above(row, columns) + ROW / 2.0;
    canvas.lines(&row.values, Point { x: words.x, y: words.y + 15.0 }, Anchor::Left, Ink::TextStrong);
    if columns.beside {
        canvas.text(&row.difference, Point { x: format.width(), y: y + 5.5 }, Anchor::Right, Ink::TextMuted);
    } else {
        let below = words.y + count(row.values.len()) * LINE + 15.0;
        canvas.text(&row.difference, Point { x: words.x, y: below }, Anchor::Left, Ink::TextMuted);
    }
    let zero = plane.at(0.0, 0.0).x;
    let (from, to) =
        if columns.beside { (top - GAP / 2.0, top + all + GAP / 2.0) } else { (y - ROW / 2.0, y + ROW / 2.0) };
    canvas.line(&[Point { x: zero, y: from }, Point { x: zero, y: to }], Ink::Axis, 1.5);
    draw_pair(canvas, row, plane, y);
}

/// The two marks, each with its value on its outer side.
fn draw_pair(canvas: &mut Canvas, row: &Row<'_>, plane: &Plane, y: f64) {
    let (start, end) = (plane.at(of(row.pair.before), 0.0).x, plane.at(of(row.pair.after), 0.0).x);
    draw_marks(canvas, (start, end), y);
    if !row.values.is_empty() {
        return;
    }
    let (low, high) = if start <= end { (row.pair.before, row.pair.after) } else { (row.pair.after, row.pair.before) };
    let beside = MARK + 8.0;
    canvas.text(&low.display, Point { x: start.min(end) - beside, y: y + 5.5 }, Anchor::Right, Ink::TextStrong);
    canvas.text(&high.display, Point { x: start.max(end) + beside, y: y + 5.5 }, Anchor::Left, Ink::TextStrong);
}

/// The two lines of the key, wrapped.
fn key_lines(pairs: &[Pair<'_>], format: Format, strings: &Strings) -> Vec<Vec<String>> {
    let Some((before, after)) = periods(pairs) else { return Vec::new() };
    let room = format.width() - 2.0 * MARK - 14.0;
    [("chart.before-after.key-before", before), ("chart.before-after.key-after", after)]
        .into_iter()
        .map(|(key, period)| wrapped(&strings.fill(key, &[("period", period)]), room, false))
        .collect()
}

fn draw_key(canvas: &mut Canvas, key: &[Vec<String>]) {
    let mut y = 10.0;
    for (at, lines) in key.iter().enumerate() {
        let mark = Point { x: MARK + 2.0, y };
        if at == 0 {
            canvas.ring(mark, MARK - 1.5, Ink::Before);
        } else {
            draw_diamond(canvas, mark);
        }
        canvas.lines(lines, Point { x: 2.0 * MARK + 12.0, y: y + 5.5 }, Anchor::Left, Ink::Text);
        y += count(lines.len()) * LINE + 2.0;
    }
}

/// A sentence for each group, in the order drawn.
pub fn described(metric: &Metric, pairs: &[Pair<'_>], strings: &Strings) -> Vec<String> {
    pairs
        .iter()
        .map(|pair| {
            let value = |value: &Observation| amount(&value.display, &metric.unit, strings);
            strings.fill(
                "chart.before-after.group",
                &[
                    ("name", &pair.name),
                    ("before", &value(pair.before)),
                    ("after", &value(pair.after)),
                    ("change", &difference(pair, metric, strings)),
                ],
            )
        })
        .collect()
}
