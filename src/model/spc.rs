//! Statistical process control of a metric: what its note asks for, and what was found.
//!
//! In: `spc:` of a note, through `parse/`; points and limits, through `evidence/spc`. Out: [`SpcNote`], [`Spc`].
//! Positions are those of [`super::metric::Metric::values`]; every number has the text that a person sees beside it.
//! Not here: the rules, drawing.

use super::date::Date;
use super::metric::Direction;
use super::quantity::Decimal;
use super::source::Spanned;

/// What a note asks for under `spc:`.
#[derive(Clone, Debug)]
pub struct SpcNote {
    /// How many points at the beginning of each group fix its limits; all of them where there is none.
    pub baseline: Option<usize>,
    /// Where new limits begin.
    pub rebase: Vec<Rebase>,
    /// What the measure is to reach, as typed.
    pub target: Option<Spanned<String>>,
    /// Whether extreme moving ranges are left out of the limits.
    pub screening: bool,
    /// Points in a row that make a trend or a shift: 6 or 7.
    pub run_length: usize,
    /// Whether a point beyond a limit counts among two of three near it.
    pub two_of_three_counts_beyond: bool,
}

impl Default for SpcNote {
    fn default() -> Self {
        Self {
            baseline: None,
            rebase: Vec::new(),
            target: None,
            screening: true,
            run_length: 7,
            two_of_three_counts_beyond: false,
        }
    }
}

/// A point from which new limits are worked out, always with a reason.
#[derive(Clone, Debug)]
pub struct Rebase {
    /// Position in the list of the note, for places of findings.
    pub at: usize,
    /// A day inside a period of the series.
    pub date: Date,
    /// Why the process is a new one.
    pub reason: String,
}

/// An `XmR` chart in numbers.
#[derive(Clone, Debug)]
pub struct Spc {
    /// Stretches of points, each with limits of its own. Never empty.
    pub groups: Vec<SpcGroup>,
    /// One for each value of the metric, in the same order.
    pub points: Vec<SpcPoint>,
    /// What the latest point says.
    pub variation: Variation,
    /// What the target says against the latest limits.
    pub assurance: Option<Assurance>,
    /// The target.
    pub target: Option<SpcNumber>,
    /// Flagged points among the last twelve.
    pub signals_last_12: usize,
    /// Whether extreme moving ranges were left out of the limits.
    pub screening: bool,
    /// Points in a row that make a trend or a shift.
    pub run_length: usize,
}

impl Spc {
    /// The group of a point.
    pub fn group_of(&self, at: usize) -> Option<&SpcGroup> {
        self.groups.iter().find(|group| (group.first..group.end).contains(&at))
    }
}

/// An exact number and the text that a person sees.
#[derive(Clone, Debug, PartialEq)]
pub struct SpcNumber {
    /// Unrounded.
    pub value: Decimal,
    /// Rounded, with the sign of its unit.
    pub display: String,
}

/// Points that share their limits.
#[derive(Clone, Debug)]
pub struct SpcGroup {
    /// Its first point.
    pub first: usize,
    /// One behind its last point.
    pub end: usize,
    /// Points with a value.
    pub known: usize,
    /// How many points at its beginning fix its limits, where the note says so.
    pub baseline: Option<usize>,
    /// Why it begins; the first group needs no reason.
    pub reason: Option<String>,
    /// Average of the baseline's values; none where there is no value.
    pub mean: Option<SpcNumber>,
    /// Upper process limit; none where it cannot be worked out.
    pub upper: Option<SpcNumber>,
    /// Lower process limit, which may lie below what is possible.
    pub lower: Option<SpcNumber>,
    /// Whether every value of the baseline is the same, so that there is no variation to measure.
    pub is_flat: bool,
    /// Whether there are too few points for limits that will last.
    pub is_trial: bool,
}

/// What was found at a point. A missing value has no rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpcPoint {
    /// Every rule that holds, the deciding one first.
    pub rules: Vec<SpcRule>,
    /// What the deciding rule means.
    pub direction: Option<Direction>,
    /// Whether the deciding rule points up.
    pub is_up: bool,
}

/// A pattern that common cause would hardly ever make, in the order in which they decide.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum SpcRule {
    /// Outside the limits.
    BeyondLimits,
    /// Seven points in a row, each above or each below the one before.
    Trend,
    /// Two of three points near one limit, all on one side of the mean.
    TwoOfThree,
    /// Seven points in a row on one side of the mean.
    Shift,
}

impl SpcRule {
    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::BeyondLimits => "beyond limits",
            Self::Trend => "trend",
            Self::TwoOfThree => "two of three",
            Self::Shift => "shift",
        }
    }
}

/// What the latest point says about the process.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Variation {
    /// Ups and downs without a signal.
    CommonCause,
    /// A signal the good way, upwards.
    ImprovementHigh,
    /// A signal the good way, downwards.
    ImprovementLow,
    /// A signal the bad way, upwards.
    ConcernHigh,
    /// A signal the bad way, downwards.
    ConcernLow,
    /// A signal upwards, where neither way is good.
    NeutralHigh,
    /// A signal downwards, where neither way is good.
    NeutralLow,
}

impl Variation {
    /// The variation that a signal makes.
    pub fn of(direction: Option<Direction>, is_up: bool) -> Self {
        match (direction, is_up) {
            (Some(Direction::Improvement), true) => Self::ImprovementHigh,
            (Some(Direction::Improvement), false) => Self::ImprovementLow,
            (Some(Direction::Concern), true) => Self::ConcernHigh,
            (Some(Direction::Concern), false) => Self::ConcernLow,
            (Some(Direction::High), _) => Self::NeutralHigh,
            (Some(Direction::Low), _) => Self::NeutralLow,
            (Some(Direction::Same) | None, _) => Self::CommonCause,
        }
    }

    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::CommonCause => "common cause",
            Self::ImprovementHigh => "improvement, high",
            Self::ImprovementLow => "improvement, low",
            Self::ConcernHigh => "concern, high",
            Self::ConcernLow => "concern, low",
            Self::NeutralHigh => "neutral, high",
            Self::NeutralLow => "neutral, low",
        }
    }
}

/// Whether the process as it is can be counted on to reach its target.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Assurance {
    /// It will.
    Pass,
    /// It will not.
    Fail,
    /// Sometimes, by chance.
    HitAndMiss,
}

impl Assurance {
    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::HitAndMiss => "hit and miss",
        }
    }
}
