//! A metric after `evidence/`: computed, reconciled, masked and formatted. Nothing downstream calculates.
//!
//! In: metric notes and their tables. Out: what prose, cards, charts, tables and downloads may see.
//! A hidden value is not in here: `value` is none and `display` is `[c]`.
//! Not here: reading files, drawing, words around the numbers.

use std::collections::BTreeMap;

use super::date::Date;
use super::derivation::{Carried, Derivation, FunnelSize};
use super::footing::Footing;
use super::period::{Grain, Period};
use super::quantity::{Decimal, Quantity, Unit};
use super::source::{FileId, Span};
use super::spc::Spc;

/// All metrics of a site, by id.
pub type Metrics = BTreeMap<String, Metric>;

/// One metric, ready to be shown.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Its id: the file's name without `.yaml`.
    pub id: String,
    /// Its note.
    pub file: FileId,
    /// The file that holds the values: the note itself or the CSV, from the site's root.
    pub values_path: String,
    /// SHA-256 of that file in hexadecimal.
    pub sha256: String,
    /// Title.
    pub title: String,
    /// What exactly is measured, in a sentence or phrase.
    pub measure: Option<String>,
    /// Unit of every value.
    pub unit: Unit,
    /// How the values came about.
    pub basis: Basis,
    /// How a full-year equivalent was made (`recurring`, `cash in year`, `run rate`, `not stated`).
    pub annualised: Option<String>,
    /// Which direction is good.
    pub better: Better,
    /// The place it is about.
    pub area: Option<String>,
    /// Who is counted.
    pub population: Option<String>,
    /// What time a table without periods covers.
    pub covers: Option<String>,
    /// How settled the figures are.
    pub status: Status,
    /// Where the figures are from.
    pub source: SourceNote,
    /// What a reader must know, in the order typed.
    pub notes: Vec<String>,
    /// Kind of saving, for money that is one.
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
    pub decimals: u32,
    /// Length of the periods of a series; none for a table or for values with free periods.
    pub grain: Option<Grain>,
    /// Names of the dimensions of a table.
    pub dimensions: Vec<String>,
    /// Whether the order of the groups has a meaning (age bands) and is kept.
    pub ordered: bool,
    /// How the measure is derived, if it is.
    pub derivation: Option<Derivation>,
    /// The values in order: by time, or as in the file.
    pub values: Vec<Observation>,
    /// The total, stated or summed.
    pub total: Option<Total>,
    /// The totals of the lines of a table of two dimensions.
    pub margins: Vec<Margin>,
    /// From the first to the last value of a series, or from `before` to `after`.
    pub change: Option<Change>,
    /// Statistical process control, where the note asks for it.
    pub spc: Option<Spc>,
    /// What comparisons stand on.
    pub footing: Footing,
    /// The limits of a funnel from its smallest to its largest size; empty where there is none.
    pub funnel: Vec<FunnelSize>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Slug of the key, group or period: the member name.
    pub key: String,
    /// What people read: the group, or the period in words.
    pub label: String,
    /// A short label for axes and narrow screens.
    pub short_label: String,
    /// When.
    pub period: Option<Period>,
    /// The groups, in the order of the dimensions.
    pub group: Vec<String>,
    /// The number, or none when it is unknown or hidden.
    pub value: Option<Quantity>,
    /// What a person sees, bound and unit sign included: `£3,983,563`, `about £700,000`, `5.5`, `[c]`.
    pub display: String,
    /// The part of the total in percent, unrounded.
    pub share: Option<Decimal>,
    /// The share as a person sees it: `20.2%`.
    pub share_display: Option<String>,
    /// Top of the ratio, where the value is one.
    pub numerator: Option<Decimal>,
    /// Bottom of the ratio.
    pub denominator: Option<Decimal>,
    /// What else a derived value has.
    pub carried: Carried,
    /// How settled this value is.
    pub status: Status,
    /// A remark on this value.
    pub note: Option<String>,
    /// Hidden to protect people.
    pub suppressed: bool,
    /// Where the value is typed.
    pub span: Span,
    /// Line from 1 in `values_path`.
    pub line: u32,
}

/// The total of a table.
#[derive(Clone, Debug)]
pub struct Total {
    /// The number, or none when hidden.
    pub value: Option<Decimal>,
    /// What a person sees.
    pub display: String,
    /// Whether the file states it.
    pub stated: bool,
    /// Whether it agrees with the parts.
    pub reconciles: bool,
}

/// The total of one group of a dimension over all groups of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// Position of the dimension in [`Metric::dimensions`].
    pub dimension: usize,
    /// The group.
    pub group: String,
    /// The number, or none when hidden.
    pub value: Option<Decimal>,
    /// What a person sees.
    pub display: String,
}

/// What became of a measure.
#[derive(Clone, Debug)]
pub struct Change {
    /// Position of the earlier value in [`Metric::values`].
    pub from: usize,
    /// Position of the later value.
    pub to: usize,
    /// Later minus earlier, exact.
    pub difference: Decimal,
    /// The size of the difference as a person sees it, without a sign: `1.7`, `£3,000`, `8.3 percentage points`.
    pub difference_display: String,
    /// In percent of the earlier value; none when that is zero or negative.
    pub percent: Option<Decimal>,
    /// The size of the percentage change without a sign: `23.6%`.
    pub percent_display: Option<String>,
    /// For percentages: the difference in percentage points.
    pub points: Option<Decimal>,
    /// Judged by `better`.
    pub direction: Direction,
}

/// Which way a change goes for people.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    /// The good way.
    Improvement,
    /// The bad way.
    Concern,
    /// Up, where neither is good.
    High,
    /// Down, where neither is good.
    Low,
    /// No change.
    Same,
}

/// How the values came about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Basis {
    /// Counted or paid.
    Actual,
    /// An average.
    Average,
    /// Since a start.
    Cumulative,
    /// Twelve months to each point.
    Rolling12Months,
    /// As if for a whole year.
    FullYearEquivalent,
}

impl Basis {
    /// Every basis with the words for it.
    pub const ALL: [(&'static str, Self); 5] = [
        ("actual", Self::Actual),
        ("average", Self::Average),
        ("cumulative", Self::Cumulative),
        ("rolling 12 months", Self::Rolling12Months),
        ("full-year equivalent", Self::FullYearEquivalent),
    ];

    /// The words for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, basis)| *basis == self).map_or("actual", |(name, _)| name)
    }
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Better {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
    /// Neither.
    Neither,
}

impl Better {
    /// Every direction with the word for it.
    pub const ALL: [(&'static str, Self); 3] =
        [("lower", Self::Lower), ("higher", Self::Higher), ("neither", Self::Neither)];

    /// The word for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, better)| *better == self).map_or("neither", |(name, _)| name)
    }
}

/// How settled a figure is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// Will not change.
    Final,
    /// May change.
    Provisional,
    /// Has changed.
    Revised,
    /// Worked out, not counted.
    Estimated,
}

impl Status {
    /// Every status with the word for it.
    pub const ALL: [(&'static str, Self); 4] = [
        ("final", Self::Final),
        ("provisional", Self::Provisional),
        ("revised", Self::Revised),
        ("estimated", Self::Estimated),
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("final", |(name, _)| name)
    }
}

/// Kinds of saving, never added together (HM Treasury, Government Efficiency Framework).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SavingKind {
    /// A budget went down.
    CashReleasing,
    /// Worth money, but no budget went down.
    NonCashReleasing,
    /// Money that was not spent and otherwise would have been.
    CostAvoidance,
    /// The source does not say.
    NotStated,
}

impl SavingKind {
    /// Every kind with the words for it.
    pub const ALL: [(&'static str, Self); 4] = [
        ("cash releasing", Self::CashReleasing),
        ("non-cash releasing", Self::NonCashReleasing),
        ("cost avoidance", Self::CostAvoidance),
        ("not stated", Self::NotStated),
    ];

    /// The words for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("not stated", |(name, _)| name)
    }
}

/// Where figures are from.
#[derive(Clone, Debug, Default)]
pub struct SourceNote {
    /// Title of the document or system.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Address, if it has one.
    pub url: Option<String>,
    /// Day of publication, if known.
    pub published: Option<Date>,
}
