//! Several processes side by side: the summary table, and the grid of variation by assurance, as templates see them.
//!
//! In: metrics with process control, through `page/processes.rs`. Out: plain types in which every word and number is
//! ready to print; `render/` puts the small drawings in. Not here: HTML, drawing, any calculation.

use serde::Serialize;

use super::metric::Better;
use super::spc::{Assurance, Variation};

/// What a small drawing stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sign {
    /// What the latest point says.
    Variation(Variation),
    /// What the target says, for a measure that is better this way.
    Assurance(Assurance, Better),
}

/// A small drawing, always beside its words.
#[derive(Clone, Debug, Serialize)]
pub struct IconView {
    /// What it stands for.
    #[serde(skip)]
    pub sign: Sign,
    /// The drawing; empty until `render/` draws it.
    pub svg: String,
}

impl IconView {
    /// The icon of a sign, not yet drawn.
    pub fn of(sign: Sign) -> Self {
        Self { sign, svg: String::new() }
    }
}

/// The name of a measure and where it leads.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureView {
    /// Its title.
    pub title: String,
    /// Its chart on the same page, or what stands behind it.
    pub href: Option<String>,
    /// The label of invented figures, where not every measure is invented.
    pub example: Option<String>,
}

/// One row for each measure, those that need attention first.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryView {
    /// Id of the element, unique on the page.
    pub id: String,
    /// What it holds.
    pub caption: String,
    /// The label of invented figures, where every measure is invented.
    pub example: Option<String>,
    /// How the rows are sorted and what the signs mean.
    pub before: Vec<String>,
    /// Headings, the first being that of the row headers.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<SummaryRow>,
}

/// A measure of the summary table.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryRow {
    /// The measure.
    pub measure: MeasureView,
    /// One for each column after the first.
    pub cells: Vec<SummaryCell>,
}

/// A cell of the summary table.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryCell {
    /// The heading of its column, said again where the table is too narrow for columns.
    pub label: String,
    /// What stands in it.
    pub text: String,
    /// A second, smaller line.
    pub detail: Option<String>,
    /// A drawing before the text.
    pub icon: Option<IconView>,
}

/// Measures by what their latest point and their target say.
#[derive(Clone, Debug, Serialize)]
pub struct GridView {
    /// Id of the element, unique on the page.
    pub id: String,
    /// What it holds.
    pub caption: String,
    /// The label of invented figures, where every measure is invented.
    pub example: Option<String>,
    /// What the signs mean.
    pub before: Vec<String>,
    /// Headings, the first being that of the row headers.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<GridRow>,
    /// What an empty cell says.
    pub none: String,
}

/// Measures with one kind of variation.
#[derive(Clone, Debug, Serialize)]
pub struct GridRow {
    /// The variation.
    pub heading: String,
    /// One for each column after the first.
    pub cells: Vec<GridCell>,
}

/// Measures with one kind of variation and one of assurance.
#[derive(Clone, Debug, Serialize)]
pub struct GridCell {
    /// The heading of its column, said again where the table is too narrow for columns.
    pub label: String,
    /// The measures, those that need attention first.
    pub measures: Vec<GridMeasure>,
}

/// A measure of the grid.
#[derive(Clone, Debug, Serialize)]
pub struct GridMeasure {
    /// The measure.
    pub measure: MeasureView,
    /// Both verdicts in words.
    pub words: String,
    /// Variation, then assurance where there is one.
    pub icons: Vec<IconView>,
}
