//! Figures, headline cards and timelines into HTML, through the theme's templates.
//!
//! In: views from `page/`, drawings from `chart/`. Out: HTML. Every number stays one run of text.
//! Not here: which figure fits which metric; that was decided before.

use serde::Serialize;
use tera::{Context, Error, Tera};

use crate::chart::{self, Drawing};
use crate::model::figure::{CardView, ChartView, FigureView, TimelineView};
use crate::model::strings::Strings;

/// What a template sees of a drawing.
#[derive(Serialize)]
struct DrawingView {
    wide: String,
    narrow: String,
    remark: Option<String>,
    sentences: Vec<String>,
    /// Small drawings, one beside each verdict on a process.
    icons: Vec<String>,
}

impl DrawingView {
    fn new(drawing: Drawing, sentences: Vec<String>) -> Self {
        Self { wide: drawing.wide, narrow: drawing.narrow, remark: drawing.remark, sentences, icons: Vec::new() }
    }

    fn of_chart(view: &ChartView, strings: &Strings) -> Option<Self> {
        let kind = chart::kind(&view.kind)?;
        let drawing = (kind.draw)(&view.metric, strings);
        let icons = if view.kind == chart::spc::KIND.name { chart::spc_icons::icons(&view.metric) } else { Vec::new() };
        Some(Self { icons, ..Self::new(drawing, (kind.describe)(&view.metric, strings)) })
    }
}

/// A figure with its drawing, if it has one.
pub fn figure(view: &FigureView, engine: &Tera, strings: &Strings) -> Result<String, Error> {
    let mut context = Context::new();
    context.insert("figure", view);
    context.insert("drawing", &view.chart.as_ref().and_then(|chart| DrawingView::of_chart(chart, strings)));
    engine.render("parts/figure.html", &context)
}

/// A row of headline cards.
pub fn cards(views: &[CardView], engine: &Tera) -> Result<String, Error> {
    let mut context = Context::new();
    context.insert("cards", views);
    engine.render("parts/cards.html", &context)
}

/// A timeline: the list first, then its picture.
pub fn timeline(view: &TimelineView, engine: &Tera) -> Result<String, Error> {
    let mut context = Context::new();
    let drawing = view.picture.then(|| DrawingView::new(chart::timeline::draw(&view.milestones), Vec::new()));
    context.insert("timeline", view);
    context.insert("drawing", &drawing);
    engine.render("parts/timeline.html", &context)
}
