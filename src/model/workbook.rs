//! A spreadsheet for people, as words and numbers ready to be written (Analysis Function: "Making spreadsheets accessible").
//!
//! In: a metric, through `page/figure_book.rs`. Out: what stands on the cover, in the contents, in the notes and in the
//! table, each on a sheet of its own. Not here: the format of the file; any calculation.

use super::figure::TableView;

/// The spreadsheet of a metric.
#[derive(Clone, Debug, Default)]
pub struct WorkbookView {
    /// Its title, also in the properties of the document.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// Language tag.
    pub language: String,
    /// What the figures are about, in sentences.
    pub subject: String,
    /// Lines of the cover below the title.
    pub cover: Vec<LineView>,
    /// The sheet of contents.
    pub contents: ListView,
    /// The sheet of notes: signs and what they mean, source, status, notes.
    pub notes: ListView,
    /// Name of the cover.
    pub cover_name: String,
    /// Name of the sheet with the table.
    pub table_name: String,
    /// Lines between the title and the table.
    pub before_table: Vec<String>,
    /// The whole table.
    pub table: TableView,
}

/// A list of two columns on a sheet of its own.
#[derive(Clone, Debug, Default)]
pub struct ListView {
    /// Name of the sheet.
    pub name: String,
    /// Its title.
    pub title: String,
    /// A line below the title.
    pub line: String,
    /// Headings of the columns.
    pub columns: [String; 2],
    /// Its rows.
    pub rows: Vec<[LineView; 2]>,
}

/// A line or cell of text.
#[derive(Clone, Debug, Default)]
pub struct LineView {
    /// What it says.
    pub text: String,
    /// Where it leads: an address, or a sheet of the same file.
    pub href: Option<String>,
}

impl LineView {
    /// Text that leads nowhere.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }
}
