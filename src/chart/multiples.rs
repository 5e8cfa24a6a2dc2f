//! Small multiples: one small line for each group, all on one scale, in one column where the place is narrow.
//!
//! In: a metric with groups over time, at most twelve of them. Out: panels with a title, the line of the group in front of
//! those of all others, its first and last value, gaps and breaks. Not here: scales that differ between panels.

use crate::model::metric::{Metric, Observation};
use crate::model::period_words::period as period_words;
use crate::model::strings::Strings;
use crate::model::wording::amount;

use super::breaks;
use super::canvas::Canvas;
use super::format::Format;
use super::key::{Key, Sign};
use super::line_words::remarks;
use super::measure::LINE;
use super::panel::{Common, Panel};
use super::scale::{Scale, count};
use super::series::{around, groups, spots_of_all, spots_of_group};
use super::{ChartKind, Drawing, Misfit, canvas::Ink, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "multiples",
    purpose: "several groups over time, each in a small chart of its own",
    fits,
    draw,
    describe,
};

/// The most panels.
const MOST: usize = 12;
/// Between panels.
const GAP: f64 = 24.0;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "line")?;
    let misfit = |message: &str, help: &str| Err(Misfit::new(format!("`{}` {message}", metric.id), help));
    let groups = groups(metric);
    if metric.dimensions.len() != 1 || groups.len() < 2 {
        return misfit("has no groups to show one by one", "use `as=\"line\"`, or name a column: `dimensions: [team]`");
    }
    if metric.values.iter().any(|value| value.period.as_ref().is_none_or(|period| period.days.is_none())) {
        return misfit("has values without dates, and a line needs to know how far apart they are", "use `as=\"bar\"`");
    }
    if groups.len() > MOST {
        return misfit("has more than twelve groups, and so many small charts are not compared", "use a table");
    }
    let most = groups
        .iter()
        .map(|group| metric.values.iter().filter(|value| value.group == *group && value.value.is_some()).count());
    if most.max().unwrap_or_default() < 3 {
        return misfit(
            "has fewer than three periods, and a line through fewer shows no trend",
            "use `as=\"grouped\"` or `as=\"before-after\"`",
        );
    }
    Ok(())
}

fn scale(metric: &Metric, strings: &Strings) -> Scale {
    let values = metric.values.iter().filter_map(|value| value.value.as_ref());
    let values: Vec<f64> = values.map(|quantity| super::scale::number(quantity.value)).collect();
    let (low, high) =
        (values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(f64::MIN, f64::max));
    let (from, to) = around(if low > high { (0.0, 1.0) } else { (low, high) });
    Scale::new(from, to, 3.0, (&metric.unit, strings))
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let scale = scale(metric, strings);
    let first = scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(metric, &scale, (format, strings)), remark)
}

fn drawn(metric: &Metric, scale: &Scale, (format, strings): (Format, &Strings)) -> String {
    let groups = groups(metric);
    let across = if format.is_narrow() { 1 } else { groups.len().clamp(1, 3) };
    let wide = (format.width() - GAP * (count(across) - 1.0)) / count(across);
    let common = Common { spots: spots_of_all(metric, strings), scale, wide, format };
    let lines: Vec<_> = groups.iter().map(|group| spots_of_group(metric, group, strings)).collect();
    let panels: Vec<Panel<'_>> =
        groups.iter().zip(&lines).map(|(group, own)| Panel::new(&group.join(", "), own, &common)).collect();
    // Panels of a row begin and end together.
    let rows: Vec<(&[Panel<'_>], f64)> =
        panels.chunks(across).map(|row| (row, row.iter().map(Panel::titled).fold(0.0, f64::max))).collect();
    let mut tops = Vec::with_capacity(rows.len());
    let mut top = 0.0;
    for (row, titles) in &rows {
        tops.push(top);
        top += titles + row.iter().map(Panel::plotted).fold(0.0, f64::max) + GAP;
    }
    let key = Key::new(entries(metric, strings), (format, top - GAP + LINE));
    let mut canvas = format.canvas("multiples", key.end() + 4.0);
    for ((row, titles), top) in rows.iter().zip(tops) {
        for (at, panel) in row.iter().enumerate() {
            let left = count(at) * (wide + GAP);
            canvas.group("panel", |canvas: &mut Canvas| panel.draw(canvas, (&common, &lines), (left, top, *titles)));
        }
    }
    key.draw(&mut canvas);
    canvas.finish()
}

fn entries<'k>(metric: &Metric, strings: &Strings) -> Vec<(Sign<'k>, String)> {
    let text = |key: &str| strings.text(key).to_owned();
    let mut entries = vec![
        (Sign::line(Ink::Focus, 3.0), text("chart.multiples.own")),
        (Sign::line(Ink::Muted, 1.0), text("chart.multiples.others")),
    ];
    if spots_of_all(metric, strings).iter().any(|spot| spot.after_break.is_some()) {
        let breaks = metric.footing.breaks.iter();
        entries.extend(breaks.map(|found| (Sign::line(Ink::Break, 1.5), breaks::words(found, strings))));
    }
    entries
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let groups = groups(metric);
    let mut said = vec![strings.fill("chart.multiples.count", &[("n", &groups.len().to_string())])];
    for group in &groups {
        let days = |value: &&Observation| value.period.as_ref().and_then(|period| period.days);
        let known = || metric.values.iter().filter(|value| value.group == *group && value.value.is_some());
        let name = group.join(", ");
        let Some((first, last)) = known().min_by_key(days).zip(known().max_by_key(days)) else {
            said.push(strings.fill("chart.multiples.empty", &[("series", &name)]));
            continue;
        };
        let value = |value: &Observation| amount(&value.display, &metric.unit, strings);
        let when = |value: &Observation| {
            value.period.as_ref().map(|period| period_words(period, strings).0).unwrap_or_default()
        };
        let places = [
            ("series", &*name),
            ("first", &*value(first)),
            ("from", &*when(first)),
            ("last", &*value(last)),
            ("to", &*when(last)),
        ];
        said.push(strings.fill("chart.multiples.series", &places));
    }
    said.extend(remarks(metric, strings));
    said
}
