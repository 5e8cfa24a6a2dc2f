//! Two small drawings for a process: what the latest point says, and what the target says.
//!
//! In: variation and assurance of a metric. Out: SVG without letters, to stand beside the words for it.
//! Not here: the words; a drawing never stands without them.

use crate::model::metric::{Better, Direction, Metric};
use crate::model::processes::Sign;
use crate::model::spc::{Assurance, Variation};

use super::canvas::{Canvas, Ink, Point};
use super::spc_marks::{Size, draw_mark};

const SIDE: f64 = 48.0;

/// The drawings of a metric: variation, then assurance where there is one.
pub fn icons(metric: &Metric) -> Vec<String> {
    let Some(spc) = &metric.spc else { return Vec::new() };
    let mut icons = vec![variation(spc.variation)];
    icons.extend(spc.assurance.map(|found| assurance(found, metric.better)));
    icons
}

/// The drawing of one verdict.
pub fn of_sign(sign: Sign) -> String {
    match sign {
        Sign::Variation(found) => variation(found),
        Sign::Assurance(found, better) => assurance(found, better),
    }
}

fn icon() -> Canvas {
    Canvas::new("chart-icon", SIDE, SIDE)
}

fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// Three points of no note and a fourth: up, down, or among them.
fn variation(variation: Variation) -> String {
    let (ink, direction, is_up) = match variation {
        Variation::CommonCause => (Ink::Muted, None, false),
        Variation::ImprovementHigh => (Ink::Improvement, Some(Direction::Improvement), true),
        Variation::ImprovementLow => (Ink::Improvement, Some(Direction::Improvement), false),
        Variation::ConcernHigh => (Ink::Concern, Some(Direction::Concern), true),
        Variation::ConcernLow => (Ink::Concern, Some(Direction::Concern), false),
        Variation::NeutralHigh => (Ink::Neutral, Some(Direction::High), true),
        Variation::NeutralLow => (Ink::Neutral, Some(Direction::Low), false),
    };
    let last = match direction {
        None => 22.0,
        Some(_) if is_up => 14.0,
        Some(_) => 34.0,
    };
    let points = [at(10.0, 26.0), at(17.0, 21.0), at(24.0, 27.0), at(35.0, last)];
    let mut canvas = icon();
    canvas.ring(at(SIDE / 2.0, SIDE / 2.0), 22.0, ink);
    canvas.line(&points, Ink::Muted, 2.0);
    for (order, point) in points.into_iter().enumerate() {
        let mark = if order == 3 { (direction, is_up) } else { (None, false) };
        draw_mark(&mut canvas, mark, point, Size { dot: 2.6, shape: 6.0, line: 2.0 });
    }
    canvas.finish()
}

/// The band of the limits and the line of the target: through it, or on the good or the bad side of it.
fn assurance(assurance: Assurance, better: Better) -> String {
    let (ink, is_above) = match assurance {
        Assurance::HitAndMiss => (Ink::Muted, None),
        Assurance::Pass => (Ink::Improvement, Some(better == Better::Lower)),
        Assurance::Fail => (Ink::Concern, Some(better != Better::Lower)),
    };
    let (band, target) = match is_above {
        None => ((16.0, 32.0), 24.0),
        Some(true) => ((23.0, 36.0), 14.0),
        Some(false) => ((12.0, 25.0), 34.0),
    };
    let mut canvas = icon();
    canvas.ring(at(SIDE / 2.0, SIDE / 2.0), 22.0, ink);
    canvas.rect(at(9.0, band.0), at(39.0, band.1), Ink::Baseline);
    for y in [band.0, band.1] {
        canvas.line(&[at(9.0, y), at(39.0, y)], Ink::Limit, 1.5);
    }
    canvas.line(&[at(8.0, target), at(40.0, target)], Ink::Target, 3.0);
    canvas.finish()
}
