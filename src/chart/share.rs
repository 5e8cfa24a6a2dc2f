//! One bar of 100%: the parts of a whole, at most five.
//!
//! In: a metric with groups and their shares. Out: parts that differ in lightness, with white gaps and every name, share
//! and value beside them at the end of a leader; the bar lies in wide places and stands in narrow ones.
//! Not here: hidden parts, which the other parts would give away.

use crate::model::figure::shown_order;
use crate::model::metric::Metric;
use crate::model::quantity::Decimal;
use crate::model::strings::Strings;
use crate::model::wording::{amount, names};

use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::measure::{LINE, widest, wrapped};
use super::scale::{count, number};
use super::spread::spread;
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind =
    ChartKind { name: "share", purpose: "the parts of one whole, at most five", fits, draw, describe };

/// The most parts whose lightness can be told apart.
const MOST: usize = 5;
/// Thickness of the bar.
const THICK: f64 = 64.0;
/// Inks of the parts in order: neighbours differ clearly in lightness.
const INKS: [Ink; MOST] = [Ink::Mark1, Ink::Mark2, Ink::Mark3, Ink::Mark4, Ink::Muted];

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "share")?;
    let misfit = |message: &str, help: &str| Err(Misfit::new(format!("`{}` {message}", metric.id), help));
    if metric.values.iter().any(|value| value.period.is_some() && value.group.is_empty()) {
        return misfit("has periods, which are not parts of one whole", "use `as=\"line\"` for a measure over time");
    }
    if metric.values.len() < 2 {
        return misfit("has one part only", "use a card: `::: figures`");
    }
    if metric.values.len() > MOST {
        return misfit(
            "has more than five parts, which cannot be told apart in one bar",
            "use `as=\"bar\"`, or join small parts in the file",
        );
    }
    if metric.values.iter().any(|value| value.value.as_ref().is_some_and(|part| part.value < Decimal::ZERO)) {
        return misfit("has a negative part, and a share of a whole cannot be negative", "use `as=\"bar\"`");
    }
    if metric.values.iter().any(|value| value.share.is_none() || value.share_display.is_none()) {
        return misfit(
            "has no total that its parts are shares of",
            "give `total:` in the note, or use `as=\"bar\"` if the values do not add up to a whole",
        );
    }
    Ok(())
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let remark = is_off(metric).then(|| strings.text("chart.share.rounded").to_owned());
    Drawing::both(|format| drawn(&parts(metric, format), format), remark)
}

/// Whether the shares as shown do not add up to 100.
fn is_off(metric: &Metric) -> bool {
    let shown: Vec<Decimal> = metric
        .values
        .iter()
        .filter_map(|value| value.share_display.as_deref()?.trim_end_matches('%').parse().ok())
        .collect();
    let sum = shown.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share));
    shown.len() == metric.values.len() && sum != Some(Decimal::ONE_HUNDRED)
}

/// A part with its words laid out.
struct Part {
    ink: Ink,
    /// From 0 to 1.
    share: f64,
    /// Share and value, strong.
    numbers: Vec<String>,
    name: Vec<String>,
}

impl Part {
    fn height(&self) -> f64 {
        count(self.numbers.len() + self.name.len()) * LINE
    }

    fn width(&self) -> f64 {
        widest(&self.numbers, true).max(widest(&self.name, false))
    }

    fn draw(&self, canvas: &mut Canvas, at: Point) {
        let below = at.y + count(self.numbers.len()) * LINE;
        canvas.lines(&self.numbers, Point { x: at.x, y: at.y + 15.0 }, Anchor::Left, Ink::TextStrong);
        canvas.lines(&self.name, Point { x: at.x, y: below + 15.0 }, Anchor::Left, Ink::Text);
    }
}

fn parts(metric: &Metric, format: Format) -> Vec<Part> {
    if format.is_narrow() {
        return parts_within(metric, |_| format.width() - THICK - 48.0);
    }
    // Words below a large part may be as wide as it, as long as all words still stand side by side.
    let all = format.width();
    let even = all / count(metric.values.len().clamp(1, MOST)) - 20.0;
    let parts = parts_within(metric, |share| (share * all - 26.0).max(even));
    let needed: f64 = parts.iter().map(|part| part.width() + 20.0).sum();
    if needed <= all { parts } else { parts_within(metric, |_| even) }
}

fn parts_within(metric: &Metric, room: impl Fn(f64) -> f64) -> Vec<Part> {
    let names = names(metric);
    let order: Vec<usize> = shown_order(metric).into_iter().take(MOST).collect();
    let whole: f64 = metric.values.iter().filter_map(|value| value.share).map(|share| number(share).max(0.0)).sum();
    let known = order.into_iter().filter_map(|at| Some((names.get(at)?, metric.values.get(at)?)));
    known
        .zip(INKS)
        .map(|((name, value), ink)| {
            let share = value.share.map_or(0.0, number).max(0.0);
            let share = if whole > 0.0 { share / whole } else { 0.0 };
            let room = room(share);
            let mut numbers = wrapped(value.share_display.as_deref().unwrap_or_default(), room, true);
            numbers.extend(wrapped(&value.display, room, true));
            Part { ink, share, numbers, name: wrapped(name, room, false) }
        })
        .collect()
}

fn drawn(parts: &[Part], format: Format) -> String {
    match format {
        Format::Wide => lying(parts),
        Format::Narrow => standing(parts),
    }
}

/// The bar lies; names stand below.
fn lying(parts: &[Part]) -> String {
    let all = Format::Wide.width();
    let leaders = 40.0;
    let words = parts.iter().map(Part::height).fold(0.0, f64::max);
    let mut canvas = Format::Wide.canvas("share", THICK + leaders + words + 4.0);
    let ends = ends(parts, all);
    let wanted: Vec<(f64, f64)> = parts
        .iter()
        .zip(&ends)
        .map(|(part, (from, to))| {
            let wide = part.width() + 20.0;
            // Under the beginning of its part where that is wide enough, else around its middle.
            (if to - from >= wide { *from } else { f64::midpoint(*from, *to) - wide / 2.0 }, wide)
        })
        .collect();
    let starts = spread(&wanted, 0.0, all + 20.0);
    canvas.group("marks", |canvas| {
        for (part, (from, to)) in parts.iter().zip(&ends) {
            draw_part(canvas, (Point { x: *from, y: 0.0 }, Point { x: *to, y: THICK }), part.ink, (2.0, 0.0));
        }
    });
    canvas.group("labels", |canvas| {
        for ((part, (from, to)), start) in parts.iter().zip(&ends).zip(starts) {
            let word = start + 6.0;
            let bar = if to - from > 16.0 { word.clamp(from + 6.0, to - 8.0) } else { f64::midpoint(*from, *to) };
            let leader = [
                Point { x: bar, y: THICK },
                Point { x: bar, y: THICK + 12.0 },
                Point { x: word, y: THICK + leaders - 10.0 },
                Point { x: word, y: THICK + leaders - 2.0 },
            ];
            canvas.line(&leader, Ink::Axis, 1.0);
            part.draw(canvas, Point { x: start, y: THICK + leaders });
        }
    });
    canvas.finish()
}

/// The bar stands; names are to its right.
fn standing(parts: &[Part]) -> String {
    let words: f64 = parts.iter().map(|part| part.height() + 14.0).sum();
    let high = words.max(300.0);
    let mut canvas = Format::Narrow.canvas("share", high);
    let ends = ends(parts, high);
    let wanted: Vec<(f64, f64)> = parts
        .iter()
        .zip(&ends)
        .map(|(part, (from, to))| {
            let high = part.height() + 14.0;
            (f64::midpoint(*from, *to) - high / 2.0, high)
        })
        .collect();
    let starts = spread(&wanted, 0.0, high);
    canvas.group("marks", |canvas| {
        for (part, (from, to)) in parts.iter().zip(&ends) {
            draw_part(canvas, (Point { x: 0.0, y: *from }, Point { x: THICK, y: *to }), part.ink, (0.0, 2.0));
        }
    });
    canvas.group("labels", |canvas| {
        for ((part, (from, to)), start) in parts.iter().zip(&ends).zip(starts) {
            let bar = f64::midpoint(*from, *to);
            let word = start + 7.0 + LINE / 2.0;
            let leader = [
                Point { x: THICK, y: bar },
                Point { x: THICK + 10.0, y: bar },
                Point { x: THICK + 30.0, y: word },
                Point { x: THICK + 38.0, y: word },
            ];
            canvas.line(&leader, Ink::Axis, 1.0);
            part.draw(canvas, Point { x: THICK + 46.0, y: start + 7.0 });
        }
    });
    canvas.finish()
}

/// From where to where each part reaches.
fn ends(parts: &[Part], all: f64) -> Vec<(f64, f64)> {
    let mut at = 0.0;
    parts
        .iter()
        .map(|part| {
            let from = at;
            at += part.share * all;
            (from, at)
        })
        .collect()
}

/// A part with a gap after it.
fn draw_part(canvas: &mut Canvas, (from, to): (Point, Point), ink: Ink, gap: (f64, f64)) {
    let end = Point { x: to.x - gap.0, y: to.y - gap.1 };
    if end.x > from.x && end.y > from.y {
        canvas.rect(from, end, ink);
    }
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let names = names(metric);
    let mut sentences = Vec::with_capacity(names.len() + 1);
    for at in shown_order(metric) {
        let Some((name, value)) = names.get(at).zip(metric.values.get(at)) else { continue };
        let value_words = amount(&value.display, &metric.unit, strings);
        let share = value.share_display.as_deref().unwrap_or_default();
        sentences.push(strings.fill("chart.share.part", &[("name", name), ("share", share), ("value", &value_words)]));
    }
    if let Some(total) = &metric.total {
        let total = amount(&total.display, &metric.unit, strings);
        sentences.push(strings.fill("chart.total", &[("value", &total)]));
    }
    sentences
}
