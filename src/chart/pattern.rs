//! Filled pieces of a drawing that differ by pattern as well as by colour.
//!
//! In: corners and the number of a series. Out: a rectangle with its pattern over it: one thick dashed line in the colour of
//! the paper. Not here: which series is which.

use super::canvas::{Canvas, Ink, Point};
use super::format::Format;
use super::key::{Key, Sign};

/// The most series that can be told apart.
pub const MOST: usize = 5;

/// Inks of the series in order: neighbours differ clearly in lightness.
const INKS: [Ink; MOST] = [Ink::Mark1, Ink::Mark2, Ink::Mark3, Ink::Mark4, Ink::Muted];

/// The ink of a series.
pub fn ink(series: usize) -> Ink {
    INKS.get(series % MOST).copied().unwrap_or(Ink::Mark1)
}

/// A filled piece between its upper left and lower right corner.
pub fn fill(canvas: &mut Canvas, (from, to): (Point, Point), series: usize) {
    canvas.rect(from, to, ink(series));
    let (high, wide) = (to.y - from.y, to.x - from.x);
    // The first series is plain, and what is narrower than a pattern shows none.
    let (hatch, thick, inset) = match series % MOST {
        1 => (Ink::Hatch2, high, 3.0),
        2 => (Ink::Hatch3, high * 0.28, 0.0),
        3 => (Ink::Hatch4, (high * 0.3).min(6.0), 6.0),
        4 => (Ink::Hatch5, high, 5.0),
        _ => return,
    };
    if wide < 8.0 {
        return;
    }
    let y = f64::midpoint(from.y, to.y);
    canvas.line(&[Point { x: from.x + inset, y }, Point { x: to.x - inset.min(1.0), y }], hatch, thick);
}

/// A piece for a key or beside a value, around a point.
pub fn swatch(canvas: &mut Canvas, at: Point, series: usize) {
    fill(canvas, (Point { x: at.x - 10.0, y: at.y - 7.0 }, Point { x: at.x + 10.0, y: at.y + 7.0 }), series);
}

/// A key of series by their names, each with its pattern, from the top of a drawing.
pub fn key_of<'k>(series: &[String], format: Format) -> Key<'k> {
    let sign = |series: usize| Sign::Drawn(Box::new(move |canvas: &mut Canvas, at| swatch(canvas, at, series)));
    let entries = series.iter().enumerate().map(|(at, name)| (sign(at), name.clone()));
    Key::new(entries.collect(), (format, 0.0))
}
