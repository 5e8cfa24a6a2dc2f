//! A line over time, with every period at its real date.
//!
//! In: a metric with at least three dated values. Out: a line that is never joined over a missing value; the first,
//! last, highest and lowest value labelled; provisional points hollow; a scale that may start above zero, which the
//! drawing's remark then says. Not here: process limits, more than one line.

use crate::model::metric::Metric;
use crate::model::strings::Strings;

use super::breaks::Breaks;
use super::canvas::{Canvas, Ink, Point};
use super::format::Format;
use super::line_axes::Axes;
use super::line_words::describe;
use super::scale::Scale;
use super::series::{Spot, draw_gaps, runs, scale, segments, spots};
use super::spread::Area;
use super::{ChartKind, Drawing, Misfit, line_axes, refuse_empty, refuse_masked};

/// The entry in the list of kinds.
pub const KIND: ChartKind =
    ChartKind { name: "line", purpose: "one measure over at least three periods", fits, draw, describe };

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    refuse_masked(metric, "line")?;
    if metric.values.iter().any(|value| !value.group.is_empty()) {
        return Err(Misfit::new(
            format!("`{}` has groups, and a line shows one value for each period", metric.id),
            "use `as=\"bar\"` for groups, or a note of its own for each line",
        ));
    }
    if metric.values.iter().filter(|value| value.value.is_some()).count() < 3 {
        return Err(Misfit::new(
            format!("`{}` has fewer than three values, and a line through fewer shows no trend", metric.id),
            format!("use cards: `::: figures {{metrics=\"{}\"}}`", metric.id),
        ));
    }
    if metric.values.iter().any(|value| value.period.as_ref().is_none_or(|period| period.days.is_none())) {
        return Err(Misfit::new(
            format!("`{}` has periods without dates, and a line needs to know how far apart they are", metric.id),
            "give periods as dates, such as `2020-03`, or use `as=\"bar\"`",
        ));
    }
    Ok(())
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let spots = spots(metric);
    let scale = scale(metric, &spots, strings);
    let first = scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(metric, (&spots, &scale), (format, strings)), remark)
}

fn drawn(metric: &Metric, (spots, scale): (&[Spot], &Scale), (format, strings): (Format, &Strings)) -> String {
    let axes = Axes::new(spots, scale, format);
    let breaks = Breaks::new(metric, (spots, &axes), (format, strings));
    let mut canvas = format.canvas("line", breaks.height(&axes));
    draw_gaps(&mut canvas, spots, &axes);
    axes.draw(&mut canvas, scale);
    breaks.draw(&mut canvas);
    let places: Vec<Option<Point>> =
        spots.iter().map(|spot| spot.value.map(|value| axes.plane.at(spot.day, value))).collect();
    let runs = runs(spots);
    canvas.group("marks", |canvas| {
        for run in &runs {
            let points: Vec<Point> = run.iter().filter_map(|at| places.get(*at).copied().flatten()).collect();
            canvas.line(&points, Ink::Focus, 3.0);
        }
        draw_points(canvas, (spots, &places, &runs), format);
    });
    let mut lines = segments(&runs, &places);
    lines.extend(breaks.lines());
    let taken: Vec<Area> = axes.inside.iter().copied().chain(breaks.areas()).collect();
    canvas.group("labels", |canvas| draw_labels(canvas, (spots, &places), (&lines, taken), &axes));
    canvas.finish()
}

/// A dot at each point that stands alone, is named or may change; at all of them while they are few.
fn draw_points(canvas: &mut Canvas, line: (&[Spot], &[Option<Point>], &[Vec<usize>]), format: Format) {
    let (spots, places, runs) = line;
    let few = spots.len() <= if format.is_narrow() { 16 } else { 40 };
    let named = line_axes::named(spots);
    let alone = |at: usize| runs.iter().any(|run| run.as_slice() == [at]);
    for (at, (spot, place)) in spots.iter().zip(places).enumerate() {
        let Some(place) = place else { continue };
        if spot.provisional {
            canvas.ring(*place, if few { 5.0 } else { 3.5 }, Ink::Focus);
        } else if few || alone(at) || named.iter().any(|(name, _)| *name == at) {
            canvas.dot(*place, if few { 4.5 } else { 4.0 }, Ink::Focus);
        }
    }
}

/// The values of the first, last, highest and lowest point, each at the nearest free place.
fn draw_labels(
    canvas: &mut Canvas,
    (spots, places): (&[Spot], &[Option<Point>]),
    (lines, mut taken): (&[(Point, Point)], Vec<Area>),
    axes: &Axes,
) {
    let marks: Vec<Area> = places.iter().flatten().map(|place| around(*place)).collect();
    for (at, above) in line_axes::named(spots) {
        let Some((spot, Some(place))) = spots.get(at).zip(places.get(at)) else { continue };
        let Some(area) = line_axes::free_place((*place, above), &spot.display, (&taken, lines, &marks), &axes.frame)
        else {
            continue;
        };
        line_axes::draw_label(canvas, &spot.display, *place, area);
        taken.push(area);
    }
}

/// What a point's mark takes.
fn around(place: Point) -> Area {
    Area { left: place.x - 5.0, top: place.y - 5.0, right: place.x + 5.0, bottom: place.y + 5.0 }
}
