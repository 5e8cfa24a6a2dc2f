//! A value on its way to be shown: raw, with its place. Never leaves `evidence/`.
//!
//! In: made by `gather.rs`. Out: checked, reconciled and masked by the other files, then turned into observations.

use crate::model::derivation::{Carried, FunnelSize};
use crate::model::metric::Status;
use crate::model::period::Period;
use crate::model::quantity::{Bound, Decimal};
use crate::model::source::Span;

/// One row of a table, or one entry of `values:`.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The key of an entry, as typed; empty for a row of a table.
    pub(super) name: String,
    /// The groups, in the order of the dimensions.
    pub(super) groups: Vec<String>,
    /// When.
    pub(super) period: Option<Period>,
    /// The number, none when unknown.
    pub(super) value: Option<Decimal>,
    /// Top and bottom of the ratio, where the value is one.
    pub(super) ratio: Option<(Decimal, Decimal)>,
    /// Decimal places typed.
    pub(super) places: u32,
    /// How the source bounds it.
    pub(super) bound: Bound,
    /// The source's words for it.
    pub(super) words: Option<String>,
    /// What else a derived value has.
    pub(super) carried: Carried,
    /// First and last calendar year of the year that a running total belongs to.
    pub(super) year: Option<(i16, i16)>,
    /// How settled it is.
    pub(super) status: Status,
    /// A remark.
    pub(super) note: Option<String>,
    /// Where the value is typed.
    pub(super) span: Span,
    /// Where what tells it from its neighbours is typed: its group or period.
    pub(super) name_span: Span,
    /// Line from 1.
    pub(super) line: u32,
    /// Hidden to protect people.
    pub(super) hidden: bool,
}

/// All rows of a metric.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// In the order of the file.
    pub(super) list: Vec<Row>,
    /// Whether every value could be read; when not, sums mean nothing.
    pub(super) is_whole: bool,
    /// Names of the dimensions.
    pub(super) dimensions: Vec<String>,
    /// Whether the values stand inside the note.
    pub(super) inside: bool,
    /// The lines of a funnel.
    pub(super) funnel: Vec<FunnelSize>,
}
