//! An axis of numbers across the bottom of a drawing.
//!
//! In: a scale and where it lies. Out: light lines and words that never meet. Not here: axes of time (`line_axes.rs`).

use super::canvas::{Anchor, Canvas, Ink, Plane, Point};
use super::measure::width;
use super::scale::Scale;
use super::spread::spread;

/// An axis across the bottom with light lines up to `top`; ticks whose words would meet are left out.
pub fn draw_axis(canvas: &mut Canvas, scale: &Scale, plane: &Plane, (y, top): (f64, f64)) {
    let words: Vec<(f64, f64)> =
        scale.ticks.iter().map(|tick| (plane.at(tick.value, 0.0).x, width(&tick.text, false) + 12.0)).collect();
    let right = plane.at(scale.high, 0.0).x + 14.0;
    // Ticks are evenly spaced: name each, or each second, or the ends, or the first alone.
    let ends = scale.ticks.len().saturating_sub(1).max(1);
    let has_room = |keep: &usize| words.iter().step_by(*keep).map(|(_, size)| size).sum::<f64>() <= right;
    let every_second = if ends.is_multiple_of(2) { 2 } else { ends };
    let keep = [1, every_second, ends].into_iter().find(has_room).unwrap_or(ends + 1);
    canvas.group("axes", |canvas| {
        for tick in &scale.ticks {
            let x = plane.at(tick.value, 0.0).x;
            let ink = if tick.value == 0.0 { Ink::Axis } else { Ink::Grid };
            canvas.line(&[Point { x, y: top }, Point { x, y }], ink, 1.0);
        }
        let wanted: Vec<(f64, f64)> = words.iter().map(|(x, size)| (x - size / 2.0, *size)).step_by(keep).collect();
        let starts = spread(&wanted, 0.0, right);
        for ((tick, start), (_, size)) in scale.ticks.iter().step_by(keep).zip(starts).zip(&wanted) {
            let at = Point { x: start + size / 2.0, y: y + 20.0 };
            canvas.text(&tick.text, at, Anchor::Middle, Ink::TextMuted);
        }
    });
}
