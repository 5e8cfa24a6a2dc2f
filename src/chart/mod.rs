//! Chart kinds: from a computed metric to two drawings and a description in words.
//!
//! In: a [`Metric`] and the strings of the page's language. Out: SVG for wide and for narrow places, sentences.
//! A new kind is one file and its entry in [`KINDS`]. Not here: HTML around the drawing, tables, any calculation
//! beyond where a value lies on a scale.

pub mod across;
pub mod bar;
pub mod before_after;
pub mod before_after_groups;
pub mod breaks;
pub mod canvas;
pub mod format;
pub mod funnel;
pub mod funnel_labels;
pub mod funnel_words;
pub mod grouped;
pub mod index;
pub mod ink;
pub mod key;
pub mod line;
pub mod line_axes;
pub mod line_words;
pub mod matrix;
pub mod matrix_words;
pub mod measure;
pub mod multiples;
pub mod pair_marks;
pub mod panel;
pub mod pattern;
pub mod rolling;
pub mod scale;
pub mod series;
pub mod share;
pub mod slope;
pub mod spc;
pub mod spc_frame;
pub mod spc_icons;
pub mod spc_marks;
pub mod spc_words;
pub mod spread;
pub mod stacked;
pub mod timeline;

use crate::model::metric::Metric;
use crate::model::strings::Strings;

use format::Format;

/// One kind of chart, as `as="…"` names it.
pub struct ChartKind {
    /// The word in a directive.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Whether the metric can be shown so, or why not.
    pub fits: fn(&Metric) -> Result<(), Misfit>,
    /// The two drawings.
    pub draw: fn(&Metric, &Strings) -> Drawing,
    /// What the drawing shows, in sentences made from the values.
    pub describe: fn(&Metric, &Strings) -> Vec<String>,
}

/// Every kind of chart of a metric.
pub static KINDS: [ChartKind; 13] = [
    bar::KIND,
    before_after::KIND,
    funnel::KIND,
    grouped::KIND,
    index::KIND,
    line::KIND,
    multiples::KIND,
    rolling::KIND,
    share::KIND,
    slope::KIND,
    spc::KIND,
    stacked::KIND,
    stacked::KIND_100,
];

/// The kind behind a word.
pub fn kind(name: &str) -> Option<&'static ChartKind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// Why a metric cannot be shown as a kind of chart.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Misfit {
    /// One fact about the figures: lower case, no full stop.
    pub message: String,
    /// What to do instead.
    pub help: String,
}

impl Misfit {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The same chart for wide and for narrow places; the style sheet shows one of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Drawing {
    /// SVG, 720 pixels wide.
    pub wide: String,
    /// SVG, 320 pixels wide.
    pub narrow: String,
    /// What a reader must know of the drawing, such as a scale that does not start at zero.
    pub remark: Option<String>,
}

impl Drawing {
    fn both(draw: impl Fn(Format) -> String, remark: Option<String>) -> Self {
        Self { wide: draw(Format::Wide), narrow: draw(Format::Narrow), remark }
    }
}

/// Refuses a metric without any number that can be drawn.
fn refuse_empty(metric: &Metric) -> Result<(), Misfit> {
    if metric.values.iter().any(|value| value.value.is_some()) {
        return Ok(());
    }
    Err(Misfit::new(
        format!("`{}` has no value that can be drawn", metric.id),
        format!("use a table, which shows why each value is missing: `::: table {{metric=\"{}\"}}`", metric.id),
    ))
}

/// Refuses masked values where the drawing would give them away or leave a hole that misleads.
fn refuse_masked(metric: &Metric, kind: &str) -> Result<(), Misfit> {
    if !metric.values.iter().any(|value| value.suppressed) {
        return Ok(());
    }
    Err(Misfit::new(
        format!("`{}` has hidden values, and a {kind} chart over hidden values is refused", metric.id),
        "use bars, which show `[c]` in place of a hidden value: `as=\"bar\"`, or a table",
    ))
}
