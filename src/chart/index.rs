//! An index: one line, or one for each of up to four groups, against a base period that is 100.
//!
//! In: a metric derived with `method: index`. Out: lines that differ by stroke as well as by colour, each named at its end,
//! the line at 100 with its period, gaps and breaks. Not here: working the index out.

use crate::model::derivation::Method;
use crate::model::metric::{Metric, Observation};
use crate::model::period::Period;
use crate::model::period_words::period as period_words;
use crate::model::strings::Strings;

use super::breaks::Breaks;
use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::key::{Key, Sign};
use super::line_axes::Axes;
use super::line_words;
use super::measure::{LINE, widest, width, wrapped};
use super::pattern::ink;
use super::scale::{Scale, count};
use super::series::{Spot, draw_gaps, groups, runs, scale_over, spots_of_all, spots_of_group};
use super::spread::spread;
use super::{ChartKind, Drawing, Misfit, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "index",
    purpose: "one series or up to four against a base period that is 100",
    fits,
    draw,
    describe,
};

/// The most lines.
const MOST: usize = 4;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "index")?;
    let misfit = |message: &str, help: &str| Err(Misfit::new(format!("`{}` {message}", metric.id), help));
    if metric.derivation.as_ref().is_none_or(|derivation| derivation.method != Method::Index) {
        return misfit("is no index", "derive it with `method: index` and `base: 2019-06`, or use `as=\"line\"`");
    }
    if metric.values.iter().any(|value| value.period.as_ref().is_none_or(|period| period.days.is_none())) {
        return misfit(
            "has periods without dates, and a line needs to know how far apart they are",
            "use `as=\"bar\"`",
        );
    }
    if metric.dimensions.len() > 1 || groups(metric).len() > MOST {
        return misfit("has more than four series, which cannot be told apart", "use `as=\"multiples\"`, or a table");
    }
    if metric.values.iter().filter(|value| value.value.is_some()).count() < 3 {
        return misfit("has fewer than three values, and a line through fewer shows no trend", "use a table");
    }
    Ok(())
}

/// One line of an index.
struct Line {
    name: String,
    ink: Ink,
    spots: Vec<Spot>,
}

impl Line {
    fn last(&self) -> Option<&Spot> {
        self.spots.iter().rev().find(|spot| spot.value.is_some())
    }

    /// What stands at its end: its name where there are several, and its last value.
    fn words(&self) -> String {
        let value = self.last().map(|spot| spot.display.as_str()).unwrap_or_default();
        if self.name.is_empty() { value.to_owned() } else { format!("{} {value}", self.name) }
    }
}

fn lines(metric: &Metric, strings: &Strings) -> Vec<Line> {
    let groups = groups(metric);
    let groups = groups.iter().take(MOST).enumerate();
    groups
        .map(|(at, group)| Line { name: group.join(", "), ink: ink(at), spots: spots_of_group(metric, group, strings) })
        .collect()
}

/// The base period in words.
fn base_words(metric: &Metric, strings: &Strings) -> String {
    let typed = metric.derivation.as_ref().and_then(|derivation| derivation.base.as_deref()).unwrap_or_default();
    period_words(&Period::read(typed, metric.grain), strings).0
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let lines = lines(metric, strings);
    let values = || lines.iter().flat_map(|line| &line.spots).filter_map(|spot| spot.value);
    let ends = (values().fold(100.0, f64::min), values().fold(100.0, f64::max));
    let scale = scale_over(ends, metric, strings);
    let first = scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(metric, (&lines, &scale), (format, strings)), remark)
}

/// The words at the ends of the lines.
struct Ends {
    labels: Vec<(Vec<String>, Point)>,
    beside: bool,
}

impl Ends {
    fn room(lines: &[Line], format: Format) -> (f64, bool) {
        let room = if format.is_narrow() { 84.0 } else { 150.0 };
        let words: Vec<String> = lines.iter().map(Line::words).collect();
        let whole = words.iter().flat_map(|text| text.split_whitespace()).all(|word| width(word, true) <= room);
        let wrapped: Vec<Vec<String>> = words.iter().map(|text| wrapped(text, room, true)).collect();
        let high: usize = wrapped.iter().map(Vec::len).sum();
        let beside = whole && count(high) * LINE <= 220.0;
        let wide = wrapped.iter().map(|lines| widest(lines, true)).fold(0.0, f64::max);
        (if beside { wide + 16.0 } else { 12.0 }, beside)
    }

    fn new(lines: &[Line], axes: &Axes, (format, beside): (Format, bool)) -> Self {
        let room = if format.is_narrow() { 84.0 } else { 150.0 };
        let label = |line: &Line| {
            let last = line.last()?;
            Some((wrapped(&line.words(), room, true), axes.plane.at(last.day, last.value?)))
        };
        let mut labels: Vec<(Vec<String>, Point)> = lines.iter().filter_map(label).collect();
        labels.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
        Self { labels, beside }
    }

    fn draw(&self, canvas: &mut Canvas, axes: &Axes) {
        if !self.beside {
            return;
        }
        let height = |lines: &[String]| count(lines.len()) * LINE;
        let wanted: Vec<(f64, f64)> =
            self.labels.iter().map(|(lines, at)| (at.y - height(lines) / 2.0, height(lines))).collect();
        let starts = spread(&wanted, 0.0, axes.frame.bottom + 6.0);
        for ((lines, at), top) in self.labels.iter().zip(starts) {
            let middle = top + height(lines) / 2.0;
            let x = axes.frame.right + 13.0;
            if (middle - at.y).abs() > 3.0 || x - at.x > 24.0 {
                canvas.line(&[Point { x: at.x + 5.0, y: at.y }, Point { x: x - 2.0, y: middle }], Ink::Axis, 1.0);
            }
            canvas.lines(lines, Point { x, y: top + 15.0 }, Anchor::Left, Ink::TextStrong);
        }
    }
}

fn drawn(metric: &Metric, (lines, scale): (&[Line], &Scale), (format, strings): (Format, &Strings)) -> String {
    let all = spots_of_all(metric, strings);
    let (aside, beside) = Ends::room(lines, format);
    let axes = Axes::beside(&all, scale, (format, aside));
    let breaks = Breaks::new(metric, (&all, &axes), (format, strings));
    let key = Key::new(entries(metric, (lines, beside), strings), (format, breaks.height(&axes) + 8.0));
    let mut canvas = format.canvas("index", key.end() + 4.0);
    if let [only] = lines {
        draw_gaps(&mut canvas, &only.spots, &axes);
    }
    axes.draw(&mut canvas, scale);
    let y = axes.plane.at(0.0, 100.0).y;
    let base = [Point { x: axes.frame.left, y }, Point { x: axes.frame.right, y }];
    canvas.group("limits", |canvas| canvas.line(&base, Ink::Target, 2.0));
    breaks.draw(&mut canvas);
    canvas.group("marks", |canvas| lines.iter().for_each(|line| draw_line(canvas, line, &axes)));
    canvas.group("labels", |canvas| Ends::new(lines, &axes, (format, beside)).draw(canvas, &axes));
    key.draw(&mut canvas);
    canvas.finish()
}

/// The line at 100 with its period, and the lines where their ends have no room for words.
fn entries<'k>(metric: &Metric, (lines, beside): (&[Line], bool), strings: &Strings) -> Vec<(Sign<'k>, String)> {
    let base = strings.fill("chart.index.base", &[("base", &base_words(metric, strings))]);
    let mut entries = vec![(Sign::line(Ink::Target, 2.0), base)];
    if !beside || lines.len() > 1 {
        let words = |line: &Line| if beside { line.name.clone() } else { line.words() };
        entries.extend(lines.iter().map(|line| (Sign::line(line.ink, 3.0), words(line))));
    }
    entries
}

fn draw_line(canvas: &mut Canvas, line: &Line, axes: &Axes) {
    let place = |at: usize| {
        let spot = line.spots.get(at)?;
        Some((axes.plane.at(spot.day, spot.value?), spot.provisional))
    };
    for run in runs(&line.spots) {
        let points: Vec<(Point, bool)> = run.iter().filter_map(|at| place(*at)).collect();
        let along: Vec<Point> = points.iter().map(|(point, _)| *point).collect();
        canvas.line(&along, line.ink, 3.0);
        let ends = [points.first(), points.last()].into_iter().flatten();
        for (point, _) in ends {
            canvas.dot(*point, 4.0, line.ink);
        }
    }
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let base = base_words(metric, strings);
    let mut said = vec![strings.fill("chart.index.compared", &[("base", &base)])];
    let groups = groups(metric);
    if groups.len() < 2 {
        said.extend(line_words::describe(metric, strings));
        return said;
    }
    for group in &groups {
        let of = metric.values.iter().filter(|value| value.group == *group && value.value.is_some());
        let Some(last) = of.max_by_key(|value| days(value)) else { continue };
        let period = last.period.as_ref().map(|period| period_words(period, strings).0).unwrap_or_default();
        let places = [("series", &*group.join(", ")), ("value", &*last.display), ("period", &*period)];
        said.push(strings.fill("chart.index.series", &places));
    }
    said.extend(line_words::remarks(metric, strings));
    said
}

fn days(value: &Observation) -> Option<crate::model::date::Date> {
    value.period.as_ref()?.days.map(|(first, _)| first)
}
