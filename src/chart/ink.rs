//! The roles of shapes and texts in a drawing: what the style sheet gives a colour.
//!
//! In: nothing. Out: [`Ink`], its class, its number. Not here: any colour.

/// The role of a shape or text; its class in the SVG. The style sheet gives each role its colour.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ink {
    /// First part or series.
    Mark1,
    /// Second part.
    Mark2,
    /// Third part.
    Mark3,
    /// Fourth part.
    Mark4,
    /// What the eye should go to.
    Focus,
    /// What stands behind it.
    Muted,
    /// Axes and baselines.
    Axis,
    /// Gridlines and leaders.
    Grid,
    /// Words.
    Text,
    /// Words of the second rank.
    TextMuted,
    /// Numbers as the metric shows them.
    TextStrong,
    /// The earlier of two values.
    Before,
    /// The later of two values.
    After,
    /// Time without a figure.
    Gap,
    /// A signal the good way.
    Improvement,
    /// A signal the bad way.
    Concern,
    /// A signal where neither way is good.
    Neutral,
    /// The mean of a process.
    Mean,
    /// A process limit.
    Limit,
    /// What is to be reached.
    Target,
    /// Points that fix the limits.
    Baseline,
    /// Where new limits begin.
    Break,
    /// The outer limit of two.
    LimitOuter,
    /// The pattern over the second part or series.
    Hatch2,
    /// The pattern over the third.
    Hatch3,
    /// The pattern over the fourth.
    Hatch4,
    /// The pattern over the fifth.
    Hatch5,
}

impl Ink {
    /// Every role with its class. The position is its number.
    const ALL: [(Self, &'static str); 27] = [
        (Self::Mark1, "mark-1"),
        (Self::Mark2, "mark-2"),
        (Self::Mark3, "mark-3"),
        (Self::Mark4, "mark-4"),
        (Self::Focus, "mark-focus"),
        (Self::Muted, "mark-muted"),
        (Self::Axis, "axis"),
        (Self::Grid, "grid"),
        (Self::Text, "text"),
        (Self::TextMuted, "text-muted"),
        (Self::TextStrong, "text-strong"),
        (Self::Before, "before"),
        (Self::After, "after"),
        (Self::Gap, "gap"),
        (Self::Improvement, "mark-improvement"),
        (Self::Concern, "mark-concern"),
        (Self::Neutral, "mark-neutral"),
        (Self::Mean, "mean"),
        (Self::Limit, "limit"),
        (Self::Target, "target"),
        (Self::Baseline, "baseline"),
        (Self::Break, "break"),
        (Self::LimitOuter, "limit-outer"),
        (Self::Hatch2, "hatch-2"),
        (Self::Hatch3, "hatch-3"),
        (Self::Hatch4, "hatch-4"),
        (Self::Hatch5, "hatch-5"),
    ];

    /// The number of this role, which the drawing engine carries as a colour that no person ever sees.
    pub fn code(self) -> u8 {
        let at = Self::ALL.iter().position(|(ink, _)| *ink == self).unwrap_or_default();
        u8::try_from(at).unwrap_or_default()
    }

    /// The class behind a number.
    pub fn class(code: u8) -> &'static str {
        Self::ALL.get(usize::from(code)).map_or("mark-1", |(_, class)| class)
    }

    /// Whether text of this role is bold.
    pub fn is_strong(self) -> bool {
        self == Self::TextStrong
    }
}

#[cfg(test)]
mod tests {
    use super::Ink;

    #[test]
    fn every_role_keeps_its_class_through_its_number() {
        for (ink, class) in Ink::ALL {
            assert_eq!(Ink::class(ink.code()), class);
        }
    }
}
