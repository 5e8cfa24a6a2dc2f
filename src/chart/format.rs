//! The two sizes in which every chart is drawn, and the room they leave.
//!
//! In: nothing. Out: widths in pixels at a drawing's natural size. Not here: any chart.

use super::canvas::Canvas;

/// Wide, for pages on a desk and on paper; narrow, for telephones.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// 720 pixels.
    Wide,
    /// 320 pixels.
    Narrow,
}

impl Format {
    /// Width of the drawing.
    pub fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 320.0,
        }
    }

    /// An empty drawing of this width.
    pub fn canvas(self, kind: &str, height: f64) -> Canvas {
        let size = match self {
            Self::Wide => "chart-wide",
            Self::Narrow => "chart-narrow",
        };
        Canvas::new(&format!("{size} chart-{kind}"), self.width(), height)
    }

    /// Whether it is the narrow one.
    pub fn is_narrow(self) -> bool {
        self == Self::Narrow
    }
}
