//! A metric note as its author typed it: `data/metrics/*.yaml`.
//!
//! In: what `parse/metric.rs` read. Out: [`MetricNote`]; numbers are still texts with their places.
//! Not here: the values behind `file:`, any calculation; `evidence/` brings note and table together.

use super::derivation::Derivation;
use super::document::Allow;
use super::footing::Footing;
use super::metric::{Basis, Better, SavingKind, SourceNote, Status};
use super::period::Grain;
use super::quantity::Bound;
use super::source::{FileId, Span, Spanned};
use super::spc::SpcNote;

/// A metric note.
#[derive(Clone, Debug)]
pub struct MetricNote {
    /// The file it came from.
    pub file: FileId,
    /// The file's name without `.yaml`.
    pub id: String,
    /// Title.
    pub title: String,
    /// What exactly is measured.
    pub measure: Option<String>,
    /// The unit as typed; the counts of `candour.yaml` decide what it means.
    pub unit: Option<String>,
    /// How the values came about.
    pub basis: Basis,
    /// How a full-year equivalent was made.
    pub annualised: Option<String>,
    /// Which direction is good.
    pub better: Better,
    /// The place it is about.
    pub area: Option<String>,
    /// Who is counted.
    pub population: Option<String>,
    /// What time a table without periods covers.
    pub covers: Option<String>,
    /// How settled the figures are, unless a value says otherwise.
    pub status: Status,
    /// Where the figures are from.
    pub source: SourceNote,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// Kind of saving.
    pub kind: Option<SavingKind>,
    /// What the change is credited to.
    pub attribution: Option<String>,
    /// `gross`, `net` or `not stated`.
    pub gross_or_net: Option<String>,
    /// Who checked the claim and how.
    pub assurance: Option<String>,
    /// Whether all of it is invented.
    pub example: bool,
    /// Decimal places shown.
    pub decimals: Option<u32>,
    /// Whether the order of the groups has a meaning.
    pub ordered: bool,
    /// Length of the periods.
    pub grain: Option<Grain>,
    /// How the measure is derived, if it is.
    pub derivation: Option<Derivation>,
    /// The values, or where they are.
    pub values: NoteValues,
    /// The total that the source states.
    pub total: Option<Spanned<String>>,
    /// Whether totals are published.
    pub totals: Option<bool>,
    /// Whether small counts are hidden.
    pub disclosure: Disclosure,
    /// Checks that are switched off with a reason.
    pub allow: Vec<Allow>,
    /// Statistical process control.
    pub spc: Option<SpcNote>,
    /// Breaks in the series and the test behind a claim.
    pub footing: Footing,
}

/// Where the values of a note are.
#[derive(Clone, Debug)]
pub enum NoteValues {
    /// Inside the note.
    Inside(Vec<NoteValue>),
    /// In a table beside it.
    Table(TableNote),
    /// Neither; a finding says so.
    Nowhere,
}

/// How a table is to be read.
#[derive(Clone, Debug, Default)]
pub struct TableNote {
    /// The file as typed, from the folder of the note.
    pub file: String,
    /// Columns that name groups.
    pub dimensions: Vec<String>,
    /// Roles (`period`, `value`, `numerator`, `denominator`, `status`, `note`, a dimension) and the columns that play them.
    pub columns: Vec<(String, String)>,
}

/// A value inside a note.
#[derive(Clone, Debug)]
pub struct NoteValue {
    /// Its key.
    pub key: String,
    /// The number as typed; none when unknown.
    pub value: Option<Spanned<String>>,
    /// Top of the ratio as typed.
    pub numerator: Option<Spanned<String>>,
    /// Bottom of the ratio as typed.
    pub denominator: Option<Spanned<String>>,
    /// How many months an amount covers, for a run rate.
    pub months: Option<Spanned<String>>,
    /// How the source bounds it.
    pub bound: Bound,
    /// The source's own words for it.
    pub words: Option<String>,
    /// When, as typed.
    pub period: Option<String>,
    /// How settled it is.
    pub status: Option<Status>,
    /// A remark.
    pub note: Option<String>,
    /// Who is counted, where that differs from the rest of the metric.
    pub population: Option<String>,
    /// The whole entry.
    pub span: Span,
}

/// Whether small counts of a metric are hidden.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Disclosure {
    /// When the unit is people.
    ByUnit,
    /// They are, whatever the unit.
    People,
    /// They are not; the note gives the reason.
    Off,
}
