//! Bars cut into parts: how large each whole is and what it is made of, or the parts alone in bars of 100%.
//!
//! In: a metric whose values are parts of their period or group, at most five. Out: a bar for each whole with the parts in one
//! order everywhere, the value of each part below it, what the whole comes to beside its name, a key in reading order.
//! Not here: hidden parts, which the other parts would give away; sums, which `evidence/` makes.

use crate::model::metric::{Metric, Observation};
use crate::model::quantity::Decimal;
use crate::model::strings::Strings;

use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::key::Key;
use super::matrix::{Down, Matrix, matrix, misfit};
use super::matrix_words::{describe_shares, describe_stacked};
use super::measure::{LINE, widest, width, wrapped};
use super::pattern::{MOST, fill, key_of, swatch};
use super::scale::{count, number};
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds for bars of different length.
pub const KIND: ChartKind = ChartKind {
    name: "stacked",
    purpose: "several wholes and the parts of each, at most five",
    fits,
    draw: |metric, strings| draw(metric, strings, false),
    describe: describe_stacked,
};

/// The entry for bars of 100%.
pub const KIND_100: ChartKind = ChartKind {
    name: "stacked-100",
    purpose: "the shares of the parts in several wholes, at most five",
    fits,
    draw: |metric, strings| draw(metric, strings, true),
    describe: describe_shares,
};

/// Height of a bar.
const BAR: f64 = 30.0;
/// Between categories.
const GAP: f64 = 20.0;
/// Between two values below a bar.
const APART: f64 = 18.0;
/// From the left end of a pattern to its value.
const SWATCH: f64 = 26.0;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "stacked")?;
    if let Some(misfit) = misfit(metric, (Down::Periods, MOST)) {
        return Err(misfit);
    }
    if metric.values.iter().any(|value| value.carried.within.is_none()) {
        return Err(Misfit::new(
            format!("`{}` has values that are no parts of a whole", metric.id),
            "stack counts or amounts that are known, exact and not below zero, or use `as=\"grouped\"`",
        ));
    }
    Ok(())
}

fn draw(metric: &Metric, strings: &Strings, is_share: bool) -> Drawing {
    let name = if is_share { KIND_100.name } else { KIND.name };
    let Some(matrix) = matrix(metric, Down::Periods, strings) else {
        return Drawing::both(|format| format.canvas(name, 1.0).finish(), None);
    };
    let remark = (is_share && matrix.cells.iter().any(|row| is_off(row)))
        .then(|| strings.text("chart.share.rounded").to_owned());
    Drawing::both(|format| Stacked::new(&matrix, strings, (format, is_share)).drawn(name), remark)
}

/// Whether the shares of a bar as shown do not add up to 100.
fn is_off(row: &[Option<&Observation>]) -> bool {
    let shown = |value: &&Observation| {
        let within = value.carried.within.as_ref()?;
        within.share_display.trim_end_matches('%').parse::<Decimal>().ok()
    };
    let shares = row.iter().flatten().filter_map(shown);
    shares.fold(Decimal::ZERO, |sum, share| sum.checked_add(share).unwrap_or(sum)) != Decimal::ONE_HUNDRED
}

/// A part, laid out.
struct Part {
    series: usize,
    /// Of the longest bar, from 0 to 1.
    size: f64,
    words: Vec<String>,
    /// Its left end and its line below the bar.
    at: (f64, usize),
}

/// A whole with its parts.
struct Row {
    name: Vec<String>,
    whole: Vec<String>,
    parts: Vec<Part>,
    /// Lines of values below the bar.
    lines: usize,
}

struct Stacked<'k> {
    format: Format,
    key: Key<'k>,
    rows: Vec<Row>,
    left: f64,
}

impl Stacked<'_> {
    fn new(matrix: &Matrix<'_>, strings: &Strings, (format, is_share): (Format, bool)) -> Self {
        let within = |value: Option<&Observation>| value.and_then(|value| value.carried.within.clone());
        let whole = |row: &[Option<&Observation>]| row.iter().copied().find_map(within);
        let wholes: Vec<String> = matrix
            .cells
            .iter()
            .map(|row| whole(row).map(|found| strings.fill("chart.stacked.whole", &[("value", &found.whole_display)])))
            .map(Option::unwrap_or_default)
            .collect();
        let texts = matrix.categories.iter().chain(&wholes);
        let column = texts.map(|text| width(text, false)).fold(0.0, f64::max).min(190.0);
        let (room, left) = if format.is_narrow() { (format.width(), 0.0) } else { (column + 0.1, column + 14.0) };
        let longest = matrix.cells.iter().filter_map(|row| whole(row)).map(|found| number(found.whole));
        let longest = longest.fold(0.0, f64::max);
        let part = |(series, value): (usize, Option<&Observation>)| {
            let value = value?;
            let (quantity, found) = value.value.as_ref().zip(value.carried.within.as_ref())?;
            let shown = if is_share { &found.share_display } else { &value.display };
            let size =
                if is_share { number(found.share) / 100.0 } else { number(quantity.value) / longest.max(1e-300) };
            let words = wrapped(shown, format.width() - left - SWATCH, true);
            Some(Part { series, size, words, at: (0.0, 0) })
        };
        let rows = matrix.categories.iter().zip(wholes).zip(&matrix.cells).map(|((name, whole), cells)| {
            let mut parts: Vec<Part> = cells.iter().copied().enumerate().filter_map(part).collect();
            let lines = flow(&mut parts, format.width() - left);
            Row { name: wrapped(name, room, false), whole: wrapped(&whole, room, false), parts, lines }
        });
        Self { format, key: key_of(&matrix.series, format), rows: rows.collect(), left }
    }

    /// Height of the words above a row's bar, and of the whole row.
    fn heights(&self, row: &Row) -> (f64, f64) {
        let words = count(row.name.len() + row.whole.len()) * LINE;
        let bar = BAR + 4.0 + count(row.lines) * LINE;
        if self.format.is_narrow() { (words + 2.0, words + 2.0 + bar) } else { (0.0, words.max(bar)) }
    }

    fn drawn(&self, kind: &str) -> String {
        let top = self.key.end() + GAP;
        let height: f64 = self.rows.iter().map(|row| self.heights(row).1 + GAP).sum();
        let mut canvas = self.format.canvas(kind, top + height);
        self.key.draw(&mut canvas);
        let mut y = top;
        for row in &self.rows {
            canvas.group("row", |canvas| self.draw_row(canvas, row, y));
            y += self.heights(row).1 + GAP;
        }
        canvas.finish()
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row, top: f64) {
        let (x, anchor) = if self.format.is_narrow() { (0.0, Anchor::Left) } else { (self.left - 14.0, Anchor::Right) };
        canvas.lines(&row.name, Point { x, y: top + 15.0 }, anchor, Ink::Text);
        let below = top + count(row.name.len()) * LINE + 15.0;
        canvas.lines(&row.whole, Point { x, y: below }, anchor, Ink::TextMuted);
        let y = top + self.heights(row).0;
        let all = self.format.width() - self.left;
        let mut from = self.left;
        for part in &row.parts {
            let to = (from + part.size * all).min(self.format.width());
            // A gap parts neighbours, where there is room for one.
            let end = if to - from > 4.0 { to - 2.0 } else { to };
            if end > from {
                fill(canvas, (Point { x: from, y }, Point { x: end, y: y + BAR }), part.series);
            }
            from = to;
        }
        canvas.line(&[Point { x: self.left, y: y - 2.0 }, Point { x: self.left, y: y + BAR + 2.0 }], Ink::Axis, 1.5);
        for part in &row.parts {
            let at = Point { x: self.left + part.at.0, y: y + BAR + 4.0 + count(part.at.1) * LINE };
            swatch(canvas, Point { x: at.x + 10.0, y: at.y + 10.0 }, part.series);
            canvas.lines(&part.words, Point { x: at.x + SWATCH, y: at.y + 15.0 }, Anchor::Left, Ink::TextStrong);
        }
    }
}

/// Places the values of a bar side by side, in as many lines as they need.
fn flow(parts: &mut [Part], room: f64) -> usize {
    let (mut x, mut line, mut next) = (0.0, 0, 0);
    for part in parts {
        let wide = SWATCH + widest(&part.words, true);
        if x > 0.0 && (x + wide > room || part.words.len() > 1) {
            (x, line) = (0.0, next);
        }
        part.at = (x, line);
        next = next.max(line + part.words.len());
        x = if part.words.len() > 1 { room } else { x + wide + APART };
    }
    next
}
