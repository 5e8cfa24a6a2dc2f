//! A line over time, with every period at its real date.
//!
//! In: a metric with at least three dated values. Out: a line that is never joined over a missing value; the first,
//! last, highest and lowest value labelled; provisional points hollow; a scale that may start above zero, which the
//! drawing's remark then says. Not here: process limits, more than one line.

use crate::model::metric::{Metric, Status};
use crate::model::period::Grain;
use crate::model::strings::Strings;

use super::canvas::{Canvas, Ink, Point};
use super::format::Format;
use super::line_axes::Axes;
use super::line_words::describe;
use super::scale::{Scale, count, number};
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

/// A period on the line.
pub struct Spot {
    /// Days since the first period, at the middle of this one.
    pub day: f64,
    /// The value; none where it is missing.
    pub value: Option<f64>,
    /// What a person sees.
    pub display: String,
    /// The period on the axis.
    pub label: String,
    /// Whether the value may change.
    pub provisional: bool,
    /// Whether the line from the spot before stops short of this one.
    pub after_gap: bool,
}

/// The periods of a metric in order of time. Periods without dates stand one step apart.
pub fn spots(metric: &Metric) -> Vec<Spot> {
    let days: Vec<_> = metric.values.iter().map(|value| value.period.as_ref().and_then(|period| period.days)).collect();
    let dated = days.iter().all(Option::is_some);
    let start = days.iter().flatten().map(|(first, _)| *first).min();
    let mut last = None;
    let mut spots = Vec::with_capacity(metric.values.len());
    for (at, (value, days)) in metric.values.iter().zip(&days).enumerate() {
        let (mut day, mut after_gap) = (count(at), false);
        if let (true, Some((first, end)), Some(start)) = (dated, days, start) {
            day = f64::midpoint(f64::from(first.days_since(start)), f64::from(end.days_since(start)));
            after_gap = last.is_some_and(|last| end.days_since(last) > longest_step(metric.grain));
            last = Some(*end);
        }
        spots.push(Spot {
            day,
            value: value.value.as_ref().map(|quantity| number(quantity.value)),
            display: value.display.clone(),
            label: value.short_label.clone(),
            provisional: value.status != Status::Final && value.status != Status::Revised,
            after_gap,
        });
    }
    spots.sort_by(|a, b| a.day.total_cmp(&b.day));
    spots
}

/// The most days between the ends of two neighbouring periods; more means that a period is missing.
fn longest_step(grain: Option<Grain>) -> i32 {
    match grain {
        Some(Grain::Day) => 1,
        Some(Grain::Week) => 10,
        Some(Grain::Month) => 45,
        Some(Grain::Quarter) => 130,
        Some(Grain::FinancialYear | Grain::CalendarYear) => 500,
        None => i32::MAX,
    }
}

/// Runs of spots with values that follow without a gap.
pub fn runs(spots: &[Spot]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for (at, spot) in spots.iter().enumerate() {
        if spot.value.is_none() {
            open = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if open && !spot.after_gap => run.push(at),
            _ => runs.push(vec![at]),
        }
        open = true;
    }
    runs
}

/// The scale: from zero, unless the trend would be lost; then from a quarter of the drawing below the lowest value.
pub fn scale(metric: &Metric, spots: &[Spot], strings: &Strings) -> Scale {
    let values = || spots.iter().filter_map(|spot| spot.value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let range = high - low;
    let (from, to) = if low >= 0.0 && (range >= high * 0.3 || range == 0.0) {
        (0.0, high)
    } else if low >= 0.0 {
        ((low - range * 0.43).max(0.0), high)
    } else if high <= 0.0 {
        (low, if range >= -low * 0.3 || range == 0.0 { 0.0 } else { (high + range * 0.43).min(0.0) })
    } else {
        (low, high)
    };
    Scale::new(from, to, 5.0, (&metric.unit, strings))
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let spots = spots(metric);
    let scale = scale(metric, &spots, strings);
    let first = scale.ticks.first().map(|tick| tick.text.as_str()).unwrap_or_default();
    let remark = (!scale.has_zero()).then(|| strings.fill("chart.line.cut", &[("start", first)]));
    Drawing::both(|format| drawn(&spots, &scale, format), remark)
}

fn drawn(spots: &[Spot], scale: &Scale, format: Format) -> String {
    let axes = Axes::new(spots, scale, format);
    let mut canvas = format.canvas("line", axes.height);
    draw_gaps(&mut canvas, spots, &axes);
    axes.draw(&mut canvas, scale);
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
    let lines: Vec<(Point, Point)> = runs
        .iter()
        .flat_map(|run| run.windows(2))
        .filter_map(|ends| match ends {
            [from, to] => places.get(*from).copied().flatten().zip(places.get(*to).copied().flatten()),
            _ => None,
        })
        .collect();
    canvas.group("labels", |canvas| draw_labels(canvas, (spots, &places), &lines, &axes));
    canvas.finish()
}

/// Bands where time has no figure.
fn draw_gaps(canvas: &mut Canvas, spots: &[Spot], axes: &Axes) {
    let top = axes.frame.top;
    canvas.group("gaps", |canvas| {
        let mut known: Option<f64> = None;
        let mut open = false;
        for spot in spots {
            if spot.value.is_none() {
                open = true;
                continue;
            }
            if let (true, Some(from)) = (open || spot.after_gap, known) {
                let (left, right) = (axes.plane.at(from, 0.0).x + 5.0, axes.plane.at(spot.day, 0.0).x - 5.0);
                if right > left {
                    canvas.rect(Point { x: left, y: top }, Point { x: right, y: axes.frame.bottom }, Ink::Gap);
                }
            }
            open = false;
            known = Some(spot.day);
        }
    });
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
fn draw_labels(canvas: &mut Canvas, line: (&[Spot], &[Option<Point>]), lines: &[(Point, Point)], axes: &Axes) {
    let (spots, places) = line;
    let marks: Vec<Area> = places.iter().flatten().map(|place| around(*place)).collect();
    let mut taken = axes.inside.clone();
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

#[cfg(test)]
mod tests {
    use super::{Spot, runs};

    fn spot(value: Option<f64>, after_gap: bool) -> Spot {
        Spot { day: 0.0, value, display: String::new(), label: String::new(), provisional: false, after_gap }
    }

    #[test]
    fn a_line_is_never_joined_over_a_missing_value() {
        let spots = [spot(Some(1.0), false), spot(None, false), spot(Some(2.0), false), spot(Some(3.0), true)];
        assert_eq!(runs(&spots), [vec![0], vec![2], vec![3]]);
    }
}
