//! Savings side by side: by kind, with what may be added and why the rest may not.
//!
//! In: metrics that are savings, through `evidence/savings.rs`. Out: [`SavingsGroup`]s; every amount is ready to print.
//! Not here: adding, words for the reasons.

use super::metric::SavingKind;

/// Savings of one kind.
#[derive(Clone, Debug)]
pub struct SavingsGroup {
    /// Their kind.
    pub kind: SavingKind,
    /// Ids of the metrics in the order asked for.
    pub metrics: Vec<String>,
    /// Sums of those that are alike in basis and period, too.
    pub totals: Vec<SavingsTotal>,
    /// Why there is no one total of the group, each reason once; empty where there is, or where there is one saving.
    pub reasons: Vec<Unlike>,
}

/// A sum of like savings.
#[derive(Clone, Debug)]
pub struct SavingsTotal {
    /// Ids of the metrics that are added.
    pub metrics: Vec<String>,
    /// The sum as a person sees it, with its bound.
    pub display: String,
}

/// Why savings are not added.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Unlike {
    /// The source of one does not state its kind.
    KindNotStated,
    /// They came about in different ways.
    Basis,
    /// Full-year equivalents made in different ways, or in a way that is not stated.
    Annualised,
    /// They are of different periods.
    Period,
    /// The period of one is not stated.
    PeriodNotStated,
    /// Costs are taken off one and not the other.
    GrossOrNet,
    /// Their bounds cannot be joined: more than one amount, less than another.
    Bound,
    /// An amount is hidden or not known.
    NotKnown,
}

impl Unlike {
    /// Its name in the strings.
    pub fn name(self) -> &'static str {
        match self {
            Self::KindNotStated => "kind-not-stated",
            Self::Basis => "basis",
            Self::Annualised => "annualised",
            Self::Period => "period",
            Self::PeriodNotStated => "period-not-stated",
            Self::GrossOrNet => "gross-or-net",
            Self::Bound => "bound",
            Self::NotKnown => "not-known",
        }
    }
}
