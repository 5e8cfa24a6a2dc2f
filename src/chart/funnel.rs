//! Groups compared with all of them together: each against its size, between the limits of chance.
//!
//! In: a metric with the limits of a funnel. Out: a point for each group, the line of all together, 95% and 99.8% limits as
//! curves, what lies outside by shape and name. Not here: limits, which `evidence/` works out; labels
//! (`funnel_labels.rs`); words (`funnel_words.rs`); any ranking.

use crate::model::derivation::{FunnelSize, Limits, LimitsDisplay, Standing};
use crate::model::metric::{Metric, Observation};
use crate::model::quantity::{Decimal, Unit};
use crate::model::strings::Strings;
use crate::model::wording::names;

use super::across::draw_axis;
use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::format::Format;
use super::funnel_labels::{Labels, draw_standing};
use super::funnel_words::describe;
use super::line_axes::{Frame, column, draw_values, tick_areas};
use super::measure::{LINE, width, wrapped};
use super::scale::{Scale, count, number};
use super::spread::{Area, spread};
use super::{ChartKind, Drawing, Misfit, refuse_empty};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "funnel",
    purpose: "a share or rate of about eight groups and more, against the limits of chance",
    fits,
    draw,
    describe,
};

/// Fewer points than this are no funnel.
const FEWEST: usize = 3;

fn fits(metric: &Metric) -> Result<(), Misfit> {
    refuse_empty(metric)?;
    if metric.funnel.is_empty() {
        return Err(Misfit::new(
            format!("`{}` has no limits of chance around its groups", metric.id),
            "derive it with `method: funnel`, `numerator:` and `denominator:`, or use `as=\"bar\"`",
        ));
    }
    if groups(metric).len() < FEWEST {
        return Err(Misfit::new(
            format!("`{}` has fewer than three groups that are shown", metric.id),
            "use `as=\"bar\"`, or a table",
        ));
    }
    Ok(())
}

/// A group of a funnel.
pub struct Group<'m> {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: &'m Observation,
    /// How many it is out of.
    pub size: Decimal,
    /// Limits at its size as a person sees them.
    pub shown: &'m LimitsDisplay,
    /// Where it stands.
    pub standing: Standing,
    /// Its value as a number for placing.
    pub number: f64,
}

/// The groups that are shown, by name unless their order has a meaning.
pub fn groups(metric: &Metric) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = names(metric)
        .into_iter()
        .zip(&metric.values)
        .filter_map(|(name, value)| {
            let (known, size) = (value.value.as_ref()?.value, value.denominator?);
            let limits: Limits = value.carried.limits?;
            let shown = value.carried.limits_display.as_ref()?;
            Some(Group { name, value, size, shown, standing: limits.standing(known), number: number(known) })
        })
        .collect();
    if !metric.ordered {
        groups.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.value.key.cmp(&b.value.key)));
    }
    groups
}

/// The limits and the pooled value, from top to bottom.
type Line = (Ink, fn(&Limits) -> Decimal);

/// The lines of a funnel.
const LINES: [Line; 5] = [
    (Ink::LimitOuter, |limits| limits.upper_998),
    (Ink::Limit, |limits| limits.upper_95),
    (Ink::Mean, |limits| limits.pooled),
    (Ink::Limit, |limits| limits.lower_95),
    (Ink::LimitOuter, |limits| limits.lower_998),
];

/// Where everything lies.
pub struct Layout<'m> {
    /// The groups.
    pub groups: Vec<Group<'m>>,
    /// Words.
    pub strings: &'m Strings,
    /// The frame.
    pub frame: Frame,
    /// Where sizes and values lie.
    pub plane: Plane,
    /// Labels that are placed already.
    pub taken: Vec<Area>,
    /// The lines in pieces, which labels keep away from.
    pub pieces: Vec<(Point, Point)>,
    sizes: Scale,
    values: Scale,
    curves: Vec<(Ink, Vec<Point>)>,
    edge: Vec<(String, f64, f64)>,
    below: Vec<String>,
}

fn draw(metric: &Metric, strings: &Strings) -> Drawing {
    let first = scale_of_values(metric, strings).ticks.first().map(|tick| tick.text.clone()).unwrap_or_default();
    let remark =
        (!scale_of_values(metric, strings).has_zero()).then(|| strings.fill("chart.funnel.cut", &[("start", &first)]));
    Drawing::both(|format| drawn(metric, strings, format), remark)
}

fn drawn(metric: &Metric, strings: &Strings, format: Format) -> String {
    let Some(layout) = Layout::new(metric, strings, format) else { return format.canvas("funnel", 1.0).finish() };
    let bottom = layout.frame.bottom + 28.0 + count(layout.below.len()) * LINE;
    let labels = Labels::new(&layout, (format, bottom + 14.0));
    let mut canvas = format.canvas("funnel", labels.end());
    layout.draw(&mut canvas);
    canvas.group("marks", |canvas| {
        for (group, at) in layout.groups.iter().zip(layout.places()) {
            draw_standing(canvas, group.standing, at);
        }
    });
    labels.draw(&mut canvas);
    canvas.finish()
}

/// The scale of values: over all points, and over the limits at the sizes of the groups.
fn scale_of_values(metric: &Metric, strings: &Strings) -> Scale {
    let values = metric.values.iter().filter_map(|value| value.value.as_ref()).map(|quantity| number(quantity.value));
    let limits = metric.values.iter().filter_map(|value| value.carried.limits);
    let ends = limits.flat_map(|limits| [number(limits.lower_998), number(limits.upper_998)]);
    let all: Vec<f64> = values.chain(ends).collect();
    let (low, high) = (all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(f64::MIN, f64::max));
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    Scale::new(low, high, 5.0, (&metric.unit, strings))
}

impl<'m> Layout<'m> {
    fn new(metric: &'m Metric, strings: &'m Strings, format: Format) -> Option<Self> {
        let (first, last) = metric.funnel.first().zip(metric.funnel.last())?;
        let values = scale_of_values(metric, strings);
        let (from, to) = (number(first.size), number(last.size));
        let to = if to > from { to } else { from + 1.0 };
        let steps = if format.is_narrow() { 4.0 } else { 8.0 };
        let mut sizes = Scale::new(from, to, steps, (&Unit::Ratio, strings));
        sizes.ticks.retain(|tick| (from..=to).contains(&tick.value));
        (sizes.low, sizes.high) = (from, to);
        let edge = edge(last, metric);
        let aside = edge.iter().map(|(text, ..)| width(text, false)).fold(0.0, f64::max) + 14.0;
        let plot = if format.is_narrow() { 280.0 } else { 340.0 };
        let frame = Frame {
            left: column(&values, format),
            top: 14.0,
            right: format.width() - aside,
            bottom: 14.0 + plot,
            width: format.width(),
        };
        let corners = (Point { x: frame.left, y: frame.top }, Point { x: frame.right, y: frame.bottom });
        let plane = Plane::new(from..to, values.low..values.high, corners.0, corners.1);
        let curves: Vec<(Ink, Vec<Point>)> =
            LINES.iter().map(|(ink, of)| (*ink, curve(metric, *of, (&plane, &values)))).collect();
        let wanted: Vec<(f64, f64)> =
            edge.iter().map(|(_, value)| (plane.at(0.0, *value).y - LINE / 2.0, LINE)).collect();
        let starts = spread(&wanted, 0.0, frame.bottom + 10.0);
        let edge: Vec<(String, f64, f64)> =
            edge.into_iter().zip(starts).map(|((text, value), start)| (text, start, plane.at(0.0, value).y)).collect();
        let mut taken: Vec<Area> = if frame.left > 0.0 { Vec::new() } else { tick_areas(&values, &plane) };
        taken.push(Area { left: frame.right, top: 0.0, right: frame.width, bottom: frame.bottom + 20.0 });
        let pieces = curves.iter().flat_map(|(_, points)| points.windows(2)).filter_map(piece).collect();
        let below = wrapped(strings.text("chart.funnel.size"), format.width(), false);
        Some(Self { groups: groups(metric), strings, frame, plane, taken, pieces, sizes, values, curves, edge, below })
    }

    /// Where the groups lie.
    pub fn places(&self) -> Vec<Point> {
        self.groups.iter().map(|group| self.plane.at(number(group.size), group.number)).collect()
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.group("values", |canvas| draw_values(canvas, &self.values, &self.plane, &self.frame));
        // A little lower than elsewhere: the words of both axes meet at the corner.
        draw_axis(canvas, &self.sizes, &self.plane, (self.frame.bottom + 4.0, self.frame.bottom - 6.0));
        let at = Point { x: self.frame.width / 2.0, y: self.frame.bottom + 44.0 };
        canvas.group("axes", |canvas| canvas.lines(&self.below, at, Anchor::Middle, Ink::TextMuted));
        canvas.group("limits", |canvas| {
            for (ink, points) in &self.curves {
                canvas.line(points, *ink, if *ink == Ink::Mean { 1.5 } else { 2.0 });
            }
        });
        canvas.group("labels", |canvas| {
            let x = self.frame.right;
            for (text, top, y) in &self.edge {
                let middle = top + LINE / 2.0;
                if (middle - y).abs() > 3.0 {
                    canvas.line(&[Point { x, y: *y }, Point { x: x + 7.0, y: middle }], Ink::Axis, 1.0);
                }
                canvas.text(text, Point { x: x + 10.0, y: top + 15.0 }, Anchor::Left, Ink::Text);
            }
        });
    }
}

fn piece(ends: &[Point]) -> Option<(Point, Point)> {
    ends.first().copied().zip(ends.last().copied())
}

/// One line; where it leaves the scale of values it runs along its edge.
fn curve(metric: &Metric, of: fn(&Limits) -> Decimal, (plane, values): (&Plane, &Scale)) -> Vec<Point> {
    let point = |at: &FunnelSize| {
        let value = number(of(&at.limits)).clamp(values.low, values.high);
        plane.at(number(at.size), value)
    };
    metric.funnel.iter().map(point).collect()
}

/// What stands at the right ends of the lines, from top to bottom.
fn edge(last: &FunnelSize, metric: &Metric) -> Vec<(String, f64)> {
    let pooled = metric.values.iter().find_map(|value| value.carried.limits_display.as_ref());
    let pooled = pooled.map(|shown| shown.pooled.clone()).filter(|text| width(text, false) <= 80.0);
    let texts =
        [Some("99.8%".to_owned()), Some("95%".to_owned()), pooled, Some("95%".to_owned()), Some("99.8%".to_owned())];
    let lines = texts.into_iter().zip(LINES);
    lines.filter_map(|(text, (_, of))| Some((text?, number(of(&last.limits))))).collect()
}
