//! Names in a funnel: beside the points where there is room, else a number that the key explains.
//!
//! In: a funnel laid out. Out: labels that never meet, and the key: shapes, lines, numbered names. Groups outside the limits
//! are named first. Not here: where points and lines lie.

use crate::model::derivation::Standing;

use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::funnel::{Group, Layout};
use super::key::{Key, Sign};
use super::line_axes::free_place;
use super::measure::{LINE, width};
use super::spread::Area;

/// More groups than this are numbered, unless they are outside the limits.
const MOST_NAMED: usize = 14;
/// With more groups than this, only those beyond 99.8% bear their name beside them.
const MOST_MARKED: usize = 20;
/// What a mark takes around its middle.
const AROUND: f64 = 8.0;

/// One label.
struct Label {
    text: String,
    point: Point,
    area: Area,
}

/// All labels and the key.
pub struct Labels<'l> {
    placed: Vec<Label>,
    key: Key<'l>,
}

impl<'l> Labels<'l> {
    /// Places them; the key begins at a height.
    pub fn new(layout: &'l Layout<'_>, (format, top): (Format, f64)) -> Self {
        let places = layout.places();
        let marks: Vec<Area> = places.iter().map(|place| around(*place)).collect();
        let mut taken = layout.taken.clone();
        let mut placed = Vec::new();
        let mut order: Vec<usize> = (0..layout.groups.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(layout.groups.get(*at).map(|group| rank(group.standing))));
        let mut numbered = Vec::new();
        for at in order {
            let Some((group, place)) = layout.groups.get(at).zip(places.get(at)) else { continue };
            let wants_name = is_named(group, (layout.groups.len(), format));
            let area = if wants_name { place_of(&group.name, *place, layout, (&taken, &marks)) } else { None };
            match area {
                Some(area) => {
                    taken.push(area);
                    placed.push(Label { text: group.name.clone(), point: *place, area });
                }
                None => numbered.push(at),
            }
        }
        numbered.sort_unstable();
        for (number, at) in (1_usize..).zip(&numbered) {
            let Some(place) = places.get(*at) else { continue };
            let text = number.to_string();
            if let Some(area) =
                place_of(&text, *place, layout, (&taken, &marks)).or_else(|| any_place(&text, *place, layout, &taken))
            {
                taken.push(area);
                placed.push(Label { text, point: *place, area });
            }
        }
        Self { placed, key: key(layout, &numbered, (format, top)) }
    }

    /// Height of the whole drawing.
    pub fn end(&self) -> f64 {
        self.key.end() + 4.0
    }

    /// Draws them.
    pub fn draw(&self, canvas: &mut Canvas) {
        canvas.group("labels", |canvas| {
            for Label { text, point, area } in &self.placed {
                leader(canvas, *point, area);
                let at = Point { x: f64::midpoint(area.left, area.right), y: area.top + 15.0 };
                canvas.text(text, at, Anchor::Middle, Ink::TextStrong);
            }
        });
        self.key.draw(canvas);
    }
}

/// How much a group needs its name.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Within => 0,
        Standing::Below95 | Standing::Above95 => 1,
        Standing::Below998 | Standing::Above998 => 2,
    }
}

fn is_named(group: &Group<'_>, (all, format): (usize, Format)) -> bool {
    let (room, few) = if format.is_narrow() { (120.0, false) } else { (170.0, all <= MOST_NAMED) };
    let is_outside = rank(group.standing) > u8::from(all > MOST_MARKED);
    (few || is_outside) && width(&group.name, true) <= room
}

fn around(place: Point) -> Area {
    Area { left: place.x - AROUND, top: place.y - AROUND, right: place.x + AROUND, bottom: place.y + AROUND }
}

fn place_of(text: &str, place: Point, layout: &Layout<'_>, (taken, marks): (&[Area], &[Area])) -> Option<Area> {
    free_place((place, true), text, (taken, &layout.pieces, marks), &layout.frame)
}

/// The nearest place anywhere in the frame that no label takes.
fn any_place(text: &str, place: Point, layout: &Layout<'_>, taken: &[Area]) -> Option<Area> {
    let (wide, frame) = (width(text, true), &layout.frame);
    let mut best: Option<(f64, Area)> = None;
    let mut top = 0.0;
    while top + LINE <= frame.bottom {
        let mut left = frame.left + 2.0;
        while left + wide <= frame.right {
            let area = Area { left, top, right: left + wide, bottom: top + LINE };
            let (x, y) = (left + wide / 2.0 - place.x, top + LINE / 2.0 - place.y);
            let away = x * x + y * y;
            let is_nearer = best.as_ref().is_none_or(|(least, _)| away < *least);
            if is_nearer && !taken.iter().any(|other| other.meets(&area)) {
                best = Some((away, area));
            }
            left += 8.0;
        }
        top += 8.0;
    }
    best.map(|(_, area)| area)
}

/// A thin line from a label to its point, where it stands away from it.
fn leader(canvas: &mut Canvas, point: Point, area: &Area) {
    let from = Point { x: point.x.clamp(area.left, area.right), y: point.y.clamp(area.top, area.bottom) };
    let (x, y) = (point.x - from.x, point.y - from.y);
    if x * x + y * y > 14.0 * 14.0 {
        canvas.line(&[from, point], Ink::Axis, 1.0);
    }
}

/// Shapes that occur, the lines, and the names behind numbers.
fn key<'l>(layout: &'l Layout<'_>, numbered: &[usize], place: (Format, f64)) -> Key<'l> {
    let strings = layout.strings;
    let mut entries = Vec::new();
    for (name, standing) in Standing::ALL {
        if layout.groups.iter().any(|group| group.standing == standing) {
            let sign = Sign::Drawn(Box::new(move |canvas: &mut Canvas, at| draw_standing(canvas, standing, at)));
            entries.push((sign, strings.text(&format!("chart.funnel.standing.{name}")).to_owned()));
        }
    }
    let pooled = layout.groups.first().map(|group| group.shown.pooled.as_str()).unwrap_or_default();
    entries.push((Sign::line(Ink::Mean, 1.5), strings.fill("chart.funnel.pooled", &[("value", pooled)])));
    entries.push((Sign::line(Ink::Limit, 2.0), strings.text("chart.funnel.limits-95").to_owned()));
    entries.push((Sign::line(Ink::LimitOuter, 2.0), strings.text("chart.funnel.limits-998").to_owned()));
    for (number, at) in (1_usize..).zip(numbered) {
        if let Some(group) = layout.groups.get(*at) {
            entries.push((Sign::Word(number.to_string()), group.name.clone()));
        }
    }
    Key::new(entries, place)
}

/// A dot within the limits, a triangle beyond 95%, a diamond beyond 99.8%: the same shapes whichever way is good.
pub fn draw_standing(canvas: &mut Canvas, standing: Standing, at: Point) {
    let mut shape = |corners: &[(f64, f64)]| {
        let corners: Vec<Point> = corners.iter().map(|(x, y)| Point { x: at.x + x, y: at.y + y }).collect();
        canvas.shape(&corners, Ink::Neutral);
    };
    match standing {
        Standing::Within => canvas.dot(at, 5.0, Ink::Focus),
        Standing::Above95 => shape(&[(0.0, -8.0), (7.5, 6.0), (-7.5, 6.0)]),
        Standing::Below95 => shape(&[(0.0, 8.0), (7.5, -6.0), (-7.5, -6.0)]),
        Standing::Above998 => shape(&[(0.0, -9.5), (8.5, 0.0), (0.0, 9.5), (-8.5, 0.0)]),
        Standing::Below998 => shape(&[(-7.0, -7.0), (7.0, -7.0), (7.0, 7.0), (-7.0, 7.0)]),
    }
}
