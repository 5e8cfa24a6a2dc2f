//! The marks of a process: a dot for common cause, a shape of its own for each kind of signal.
//!
//! In: what a point means. Out: its mark. Shapes differ, so that colour is never the only carrier.
//! Not here: where points lie.

use crate::model::metric::Direction;

use super::canvas::{Canvas, Ink, Point};
use super::scale::count;

/// How large marks are: smaller where points are many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Radius of a dot.
    pub dot: f64,
    /// Half the height of a shape.
    pub shape: f64,
    /// Thickness of the line.
    pub line: f64,
}

impl Size {
    /// Marks in a key or an icon.
    pub const KEY: Self = Self { dot: 4.5, shape: 7.0, line: 2.0 };

    /// Marks of so many points over so many pixels.
    pub fn for_points(points: usize, room: f64) -> Self {
        let step = room / count(points.max(1));
        Self {
            dot: (step * 0.4).clamp(1.8, 4.5),
            shape: (step * 0.75).clamp(3.6, 7.5),
            line: if step < 4.0 { 1.2 } else { 2.0 },
        }
    }
}

/// Draws the mark of a point: triangle for improvement, diamond for concern, hexagon where neither way is good.
pub fn draw_mark(canvas: &mut Canvas, (direction, is_up): (Option<Direction>, bool), at: Point, size: Size) {
    let half = size.shape;
    let up = if is_up { -1.0 } else { 1.0 };
    let mut shape = |corners: &[(f64, f64)], ink: Ink| {
        let corners: Vec<Point> =
            corners.iter().map(|(right, down)| Point { x: at.x + right * half, y: at.y + down * half }).collect();
        canvas.shape(&corners, ink);
    };
    match direction {
        Some(Direction::Improvement) => {
            shape(&[(0.0, up * 1.1), (1.0, up * -0.8), (-1.0, up * -0.8)], Ink::Improvement);
        }
        Some(Direction::Concern) => shape(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)], Ink::Concern),
        Some(Direction::High | Direction::Low) => {
            let corners = [(-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0)];
            shape(&corners, Ink::Neutral);
        }
        Some(Direction::Same) | None => canvas.dot(at, size.dot, Ink::Muted),
    }
}
