//! The drawing engine: plotters' elements on a backend of our own that writes SVG. The only file that names plotters.
//!
//! In: shapes and text in pixels, each with an [`Ink`], the name of its role. Out: SVG with groups, classes and real
//! text. Geometry is in the drawing, colour is in the style sheet: one reserved colour value stands for each role.
//! The backend reports a canvas ten times as large, so that plotters' whole numbers are tenths of a pixel.
//! Not here: what a chart shows.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write;
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::Cartesian2d;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::model::escape::escaped;

pub use super::ink::Ink;
use super::measure;

/// A place in a drawing, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Which part of a line of text stands at its place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// One drawing.
pub struct Canvas {
    area: DrawingArea<Svg, Shift>,
    svg: Rc<RefCell<Svg>>,
}

impl Canvas {
    /// An empty drawing of a size in pixels; `class` is added to `chart`.
    pub fn new(class: &str, width: f64, height: f64) -> Self {
        let svg = Rc::new(RefCell::new(Svg::new(class, tenths(width), tenths(height))));
        Self { area: DrawingArea::from(&svg), svg }
    }

    /// Draws what belongs together inside a group with a class.
    pub fn group(&mut self, class: &str, draw: impl FnOnce(&mut Self)) {
        let before = self.svg.borrow().text.len();
        // Writing to a text cannot fail.
        let _ = writeln!(self.svg.borrow_mut().text, "<g class=\"{class}\">");
        let opened = self.svg.borrow().text.len();
        draw(self);
        let mut svg = self.svg.borrow_mut();
        if svg.text.len() == opened {
            svg.text.truncate(before);
        } else {
            svg.text.push_str("</g>\n");
        }
    }

    /// A filled rectangle between two corners.
    pub fn rect(&mut self, from: Point, to: Point, ink: Ink) {
        self.draw(&Rectangle::new([place(from), place(to)], colour(ink).filled()));
    }

    /// A line through points, `thick` pixels wide.
    pub fn line(&mut self, points: &[Point], ink: Ink, thick: f64) {
        let places: Vec<BackendCoord> = points.iter().map(|point| place(*point)).collect();
        self.draw(&PathElement::new(places, stroke(ink, thick)));
    }

    /// A dot.
    pub fn dot(&mut self, centre: Point, radius: f64, ink: Ink) {
        self.draw(&Circle::new(place(centre), tenths(radius), colour(ink).filled()));
    }

    /// A ring: a dot whose middle is empty.
    pub fn ring(&mut self, centre: Point, radius: f64, ink: Ink) {
        self.draw(&Circle::new(place(centre), tenths(radius), stroke(ink, 2.5)));
    }

    /// A filled shape.
    pub fn shape(&mut self, corners: &[Point], ink: Ink) {
        let places: Vec<BackendCoord> = corners.iter().map(|point| place(*point)).collect();
        self.draw(&Polygon::new(places, colour(ink)));
    }

    /// One line of text; `at` is its anchor on the base line.
    pub fn text(&mut self, text: &str, at: Point, anchor: Anchor, ink: Ink) {
        let weight = if ink.is_strong() { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::SansSerif, measure::SIZE * 10.0, weight);
        let across = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let reserved = colour(ink);
        let style = TextStyle::from(font).color(&reserved).pos(Pos::new(across, VPos::Bottom));
        self.draw(&Text::new(text, place(at), style));
    }

    /// Lines of text below one another; `at` is the anchor of the first base line.
    pub fn lines(&mut self, lines: &[String], at: Point, anchor: Anchor, ink: Ink) {
        let mut y = at.y;
        for line in lines {
            self.text(line, Point { x: at.x, y }, anchor, ink);
            y += measure::LINE;
        }
    }

    /// The finished SVG.
    pub fn finish(self) -> String {
        let Self { area, svg } = self;
        drop(area);
        let mut text = std::mem::take(&mut svg.borrow_mut().text);
        text.push_str("</svg>\n");
        text
    }

    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: plotters::element::PointCollection<'a, BackendCoord>,
        E: plotters::element::Drawable<Svg>,
    {
        // The backend's error is `Infallible`, and no font is asked.
        let _ = self.area.draw(element);
    }
}

/// Where values lie in a frame: plotters' coordinates in tenths of a pixel.
pub struct Plane(Cartesian2d<RangedCoordf64, RangedCoordf64>);

impl Plane {
    /// `across` runs from the frame's left to its right, `up` from its bottom to its top.
    pub fn new(across: Range<f64>, up: Range<f64>, upper_left: Point, lower_right: Point) -> Self {
        let frame = (tenths(upper_left.x)..tenths(lower_right.x), tenths(lower_right.y)..tenths(upper_left.y));
        Self(Cartesian2d::new(across, up, frame))
    }

    /// The place of a value.
    pub fn at(&self, across: f64, up: f64) -> Point {
        let (x, y) = self.0.translate(&(across, up));
        Point { x: f64::from(x) / 10.0, y: f64::from(y) / 10.0 }
    }
}

/// The reserved colour value of a role.
fn colour(ink: Ink) -> RGBColor {
    RGBColor(0, 0, ink.code())
}

/// The class of the role behind a style's colour.
fn class(style: &impl BackendStyle) -> &'static str {
    Ink::class(style.color().rgb.2)
}

fn stroke(ink: Ink, thick: f64) -> ShapeStyle {
    Color::stroke_width(&colour(ink), u32::try_from(tenths(thick)).unwrap_or(10))
}

fn place(point: Point) -> BackendCoord {
    (tenths(point.x), tenths(point.y))
}

/// Pixels as whole tenths; what lies far outside any drawing is brought near.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "clamped to a range that fits; NaN gives 0"
)]
fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round().clamp(-1_000_000.0, 1_000_000.0) as i32
}

/// Air above and below a drawing in tenths of a pixel: tall faces reach beyond the line they stand on.
const AIR: i32 = 40;

/// The backend: SVG text in the order drawn.
struct Svg {
    size: (u32, u32),
    text: String,
}

impl Svg {
    fn new(class: &str, width: i32, height: i32) -> Self {
        let mut text = String::with_capacity(4096);
        let _ = writeln!(
            text,
            "<svg class=\"chart {class}\" viewBox=\"0 {} {} {}\" font-size=\"{}\" direction=\"ltr\" aria-hidden=\"true\" \
             focusable=\"false\">",
            Px(-AIR),
            Px(width),
            Px(height + 2 * AIR),
            measure::SIZE
        );
        Self { size: (u32::try_from(width).unwrap_or(1), u32::try_from(height).unwrap_or(1)), text }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) -> usize {
        let mut count = 0;
        for (x, y) in points {
            let gap = if count == 0 { "" } else { " " };
            let _ = write!(self.text, "{gap}{},{}", Px(x), Px(y));
            count += 1;
        }
        count
    }
}

/// A number of tenths, written in pixels: `123` is `12.3`.
#[derive(Clone, Copy)]
struct Px(i32);

impl std::fmt::Display for Px {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

/// Text for SVG: escaped, and without the control characters that it forbids.
fn clean(text: &str) -> String {
    escaped(&text.chars().filter(|c| !c.is_control()).collect::<String>())
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let class = class(style);
        let hollow = if fill { "" } else { " stroke" };
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (wide, high) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let _ = writeln!(
            self.text,
            "<rect class=\"{class}{hollow}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            Px(x),
            Px(y),
            Px(wide),
            Px(high)
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let start = self.text.len();
        let _ = write!(self.text, "<polyline class=\"{} stroke\" points=\"", class(style));
        let count = self.points(path);
        let thick = i32::try_from(style.stroke_width()).unwrap_or(10);
        let _ = writeln!(self.text, "\" stroke-width=\"{}\"/>", Px(thick));
        if count < 2 {
            self.text.truncate(start);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let class = class(style);
        let radius = Px(i32::try_from(radius).unwrap_or_default());
        let _ = write!(
            self.text,
            "<circle class=\"{class}{}\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"",
            if fill { "" } else { " hollow" },
            Px(centre.0),
            Px(centre.1)
        );
        if !fill {
            let thick = i32::try_from(style.stroke_width()).unwrap_or(10);
            let _ = write!(self.text, " stroke-width=\"{}\"", Px(thick));
        }
        self.text.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let _ = write!(self.text, "<polygon class=\"{}\" points=\"", class(style));
        self.points(corners);
        self.text.push_str("\"/>\n");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        if style.color().alpha == 0.0 || text.is_empty() {
            return Ok(());
        }
        // In text from the right, "start" is the right end.
        let from_right = measure::from_right(text);
        let anchor = match (style.anchor().h_pos, from_right) {
            (HPos::Left, false) | (HPos::Right, true) => "",
            (HPos::Center, _) => " text-anchor=\"middle\"",
            (HPos::Right, false) | (HPos::Left, true) => " text-anchor=\"end\"",
        };
        let direction = if from_right { " direction=\"rtl\"" } else { "" };
        let _ = writeln!(
            self.text,
            "<text class=\"{}\" x=\"{}\" y=\"{}\"{anchor}{direction}>{}</text>",
            Ink::class(style.color().rgb.2),
            Px(at.0),
            Px(at.1),
            clean(text)
        );
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let strong = matches!(style.style(), FontStyle::Bold);
        let wide = u32::try_from(tenths(measure::width(text, strong))).unwrap_or_default();
        let high = u32::try_from(tenths(measure::LINE)).unwrap_or_default();
        Ok((wide, high))
    }
}
