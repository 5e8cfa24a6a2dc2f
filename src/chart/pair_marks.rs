//! The marks of an earlier and a later value: a ring and a diamond.
//!
//! In: places. Out: shapes that differ by more than their colour. Not here: where values lie.

use super::canvas::{Canvas, Ink, Point};

/// Radius of the ring, and half the height of the diamond.
pub const MARK: f64 = 9.0;

/// The two marks and what joins them.
pub fn draw_marks(canvas: &mut Canvas, (start, end): (f64, f64), y: f64) {
    canvas.line(&[Point { x: start, y }, Point { x: end, y }], Ink::Muted, 6.0);
    canvas.ring(Point { x: start, y }, MARK - 1.5, Ink::Before);
    draw_diamond(canvas, Point { x: end, y });
}

/// The mark of the later value.
pub fn draw_diamond(canvas: &mut Canvas, Point { x, y }: Point) {
    let half = MARK + 1.0;
    let corners = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)];
    canvas.shape(&corners.map(|(right, down)| Point { x: x + right, y: y + down }), Ink::After);
}
