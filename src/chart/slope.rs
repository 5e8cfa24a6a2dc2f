//! Slopes: one line for each group from its earlier to its later value.
//!
//! In: a metric with the same two periods for each group. Out: a ring for before and a diamond for after, joined; names and
//! values at both ends, moved apart where they would meet. Not here: more than two periods; rows
//! (`before_after_groups.rs`).

use crate::model::metric::Metric;
use crate::model::pairs::{Pair, difference, pairs, periods};
use crate::model::strings::Strings;

use super::before_after_groups::{described, of};
use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::measure::{LINE, widest, wrapped};
use super::pair_marks::{MARK, draw_diamond};
use super::scale::{Scale, count};
use super::spread::spread;
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "slope",
    purpose: "several groups in two periods, to see which rose and which fell",
    fits,
    draw,
    describe,
};

/// Between the words of two groups.
const GAP: f64 = 6.0;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "slope")?;
    match pairs(metric) {
        Some(pairs) if pairs.len() > 1 => Ok(()),
        _ => Err(Misfit::new(
            format!("`{}` has not two groups or more, each with the same two periods", metric.id),
            "use `as=\"before-after\"` for one measure, or `as=\"multiples\"` for more periods",
        )),
    }
}

fn scale(metric: &Metric, pairs: &[Pair<'_>], strings: &Strings) -> Scale {
    let values = || pairs.iter().flat_map(|pair| [of(pair.before), of(pair.after)]);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    // Places on two lines carry the values, not lengths: they need no zero, and the remark says where they begin.
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    Scale::new(low, high, 8.0, (&metric.unit, strings))
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let Some(pairs) = pairs(metric) else {
        return Drawing::both(|format| format.canvas("slope", 1.0).finish(), None);
    };
    let scale = scale(metric, &pairs, strings);
    let first = scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(metric, (&pairs, &scale), (format, strings)), remark)
}

/// The words at one end of a line.
struct Words {
    /// Where the mark is.
    y: f64,
    /// Lines with their ink, from top to bottom.
    lines: Vec<(String, Ink)>,
}

impl Words {
    fn height(&self) -> f64 {
        count(self.lines.len()) * LINE + GAP
    }
}

fn words(parts: [(&str, Ink); 2], room: f64) -> Vec<(String, Ink)> {
    let lines = parts
        .into_iter()
        .flat_map(|(text, ink)| wrapped(text, room, ink.is_strong()).into_iter().map(move |line| (line, ink)));
    lines.collect()
}

fn drawn(metric: &Metric, (pairs, scale): (&[Pair<'_>], &Scale), (format, strings): (Format, &Strings)) -> String {
    let rooms = if format.is_narrow() { (112.0, 96.0) } else { (230.0, 190.0) };
    let left = |pair: &Pair<'_>| words([(&pair.name, Ink::Text), (&pair.before.display, Ink::TextStrong)], rooms.0);
    let change = |pair: &Pair<'_>| difference(pair, metric, strings);
    let right =
        |pair: &Pair<'_>| words([(&pair.after.display, Ink::TextStrong), (&change(pair), Ink::TextMuted)], rooms.1);
    let heads = periods(pairs).map(|(before, after)| [wrapped(before, rooms.0, false), wrapped(after, rooms.1, false)]);
    let heads = heads.unwrap_or_default();
    let top = count(heads.iter().map(Vec::len).max().unwrap_or_default()) * LINE + 16.0;
    let ends = [pairs.iter().map(left).collect::<Vec<_>>(), pairs.iter().map(right).collect()];
    let needed = ends.iter().map(|end| end.iter().map(|lines| count(lines.len()) * LINE + GAP).sum::<f64>());
    let plot = needed.fold(if format.is_narrow() { 260.0 } else { 300.0 }, f64::max);
    let wide = |at: usize| {
        let texts = ends.get(at).into_iter().flatten().flatten();
        let words = texts.map(|(text, ink)| super::measure::width(text, ink.is_strong())).fold(0.0, f64::max);
        words.max(heads.get(at).map_or(0.0, |head| widest(head, false)))
    };
    let (from, to) = (wide(0) + MARK + 14.0, format.width() - wide(1) - MARK - 14.0);
    let corners = (Point { x: from, y: top + 12.0 }, Point { x: to.max(from + 20.0), y: top + plot - 12.0 });
    let plane = Plane::new(0.0..1.0, scale.low..scale.high, corners.0, corners.1);
    let mut canvas = format.canvas("slope", top + plot);
    canvas.group("axes", |canvas| draw_axes(canvas, &heads, (&plane, scale, top)));
    canvas.group("marks", |canvas| {
        for pair in pairs {
            let (start, end) = (plane.at(0.0, of(pair.before)), plane.at(1.0, of(pair.after)));
            canvas.line(&[start, end], Ink::Muted, 2.5);
        }
        for pair in pairs {
            canvas.ring(plane.at(0.0, of(pair.before)), MARK - 3.0, Ink::Before);
            draw_diamond(canvas, plane.at(1.0, of(pair.after)));
        }
    });
    let [starts, finals] = ends;
    let at = |across: f64, value: f64| plane.at(across, value).y;
    let before = starts.into_iter().zip(pairs).map(|(lines, pair)| Words { y: at(0.0, of(pair.before)), lines });
    let after = finals.into_iter().zip(pairs).map(|(lines, pair)| Words { y: at(1.0, of(pair.after)), lines });
    canvas.group("labels", |canvas| {
        draw_words(canvas, before.collect(), (corners.0.x - MARK - 12.0, Anchor::Right), (top, top + plot));
        draw_words(canvas, after.collect(), (corners.1.x + MARK + 12.0, Anchor::Left), (top, top + plot));
    });
    canvas.finish()
}

/// Both upright lines with their periods above.
fn draw_axes(canvas: &mut Canvas, heads: &[Vec<String>], (plane, scale, top): (&Plane, &Scale, f64)) {
    for (at, (lines, anchor)) in heads.iter().zip([Anchor::Right, Anchor::Left]).enumerate() {
        let (upper, lower) = (plane.at(count(at), scale.high), plane.at(count(at), scale.low));
        canvas.line(&[upper, lower], Ink::Axis, 1.0);
        let aside = if anchor == Anchor::Right { -MARK - 12.0 } else { MARK + 12.0 };
        let y = top - 16.0 - count(lines.len()) * LINE + 15.0;
        canvas.lines(lines, Point { x: upper.x + aside, y }, anchor, Ink::TextMuted);
    }
}

/// Words at one side, each as near to its mark as the others allow.
fn draw_words(canvas: &mut Canvas, mut all: Vec<Words>, (x, anchor): (f64, Anchor), (top, bottom): (f64, f64)) {
    all.sort_by(|a, b| a.y.total_cmp(&b.y));
    let wanted: Vec<(f64, f64)> = all.iter().map(|words| (words.y - words.height() / 2.0, words.height())).collect();
    for (words, start) in all.iter().zip(spread(&wanted, top, bottom)) {
        let middle = start + words.height() / 2.0;
        if (middle - words.y).abs() > 4.0 {
            let toward = if anchor == Anchor::Right { 1.0 } else { -1.0 };
            let ends = [Point { x: x + 2.0 * toward, y: middle }, Point { x: x + (MARK + 3.0) * toward, y: words.y }];
            canvas.line(&ends, Ink::Axis, 1.0);
        }
        let mut y = start + GAP / 2.0 + 15.0;
        for (text, ink) in &words.lines {
            canvas.text(text, Point { x, y }, anchor, *ink);
            y += LINE;
        }
    }
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    pairs(metric).map_or_else(Vec::new, |pairs| described(metric, &pairs, strings))
}
