//! How a derived measure is worked out, as its note declares it, and what a derived value carries besides itself.
//!
//! In: what `parse/metric/method.rs` read. Out: [`Derivation`], kept by the metric so that every page can give the
//! definition in words; [`Carried`]. Not here: any calculation (`evidence/derived/`), any words.

use super::quantity::Decimal;

/// A method and what it needs besides the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// How values are made.
    pub method: Method,
    /// How much time each value covers.
    pub window: Option<Window>,
    /// The period that is 100, as typed.
    pub base: Option<String>,
    /// The month, 1 to 12, in which a running total begins again.
    pub restart: Option<i8>,
    /// What a change is measured from, where there is no base period.
    pub against: Against,
    /// The metrics that are added: their ids in a note, their titles in a computed metric.
    pub of: Vec<String>,
    /// How sure an interval is.
    pub confidence: Confidence,
    /// The columns of a file of cases.
    pub cases: Option<CaseColumns>,
}

/// The methods.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// Sum of numerators over sum of denominators.
    RollingRatio,
    /// Sum of values over their number.
    RollingMean,
    /// Value times 100 over the value of a base period.
    Index,
    /// A running total.
    Cumulative,
    /// Several metrics added.
    Sum,
    /// Changes in weekly cost, or an amount and its months, as if for a year or until its end.
    FullYearEquivalent,
    /// Events for so many people, with a confidence interval.
    Rate,
    /// A part of a whole, with a confidence interval.
    Proportion,
    /// Mean time from one completed case of a person to the next.
    Interval,
    /// Difference from an earlier value.
    Change,
    /// Part of all groups.
    Share,
    /// Ratios of groups with the limits of chance at their size.
    Funnel,
}

/// What a change is measured from.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Against {
    /// The period before.
    #[default]
    PeriodBefore,
    /// The same period a year before.
    YearBefore,
}

impl Against {
    /// Every one as typed.
    pub const ALL: [(&'static str, Self); 2] =
        [("period before", Self::PeriodBefore), ("year before", Self::YearBefore)];
}

impl Method {
    /// Every method with the words for it in a note.
    pub const ALL: [(&'static str, Self); 14] = [
        ("rolling ratio", Self::RollingRatio),
        ("rolling mean", Self::RollingMean),
        ("index", Self::Index),
        ("cumulative", Self::Cumulative),
        ("sum", Self::Sum),
        ("full-year equivalent", Self::FullYearEquivalent),
        ("rate", Self::Rate),
        ("rate per 1,000", Self::Rate),
        ("rate per 100,000", Self::Rate),
        ("proportion", Self::Proportion),
        ("interval", Self::Interval),
        ("change", Self::Change),
        ("share", Self::Share),
        ("funnel", Self::Funnel),
    ];

    /// The words for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, method)| *method == self).map_or("sum", |(name, _)| name)
    }

    /// Whether its values cover a window of time.
    pub fn has_window(self) -> bool {
        matches!(self, Self::RollingRatio | Self::RollingMean | Self::Interval)
    }

    /// Whether its values are means, whose top and bottom are no counts of people and no part of a whole.
    pub fn is_mean(self) -> bool {
        matches!(self, Self::RollingMean | Self::Interval)
    }
}

/// A length of time: `12 months`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Window {
    /// How many.
    pub count: u32,
    /// Of what.
    pub length: Length,
}

/// What a window is counted in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Length {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

impl Length {
    /// Every length with its word for one and for several.
    pub const ALL: [(&'static str, &'static str, Self); 5] = [
        ("day", "days", Self::Day),
        ("week", "weeks", Self::Week),
        ("month", "months", Self::Month),
        ("quarter", "quarters", Self::Quarter),
        ("year", "years", Self::Year),
    ];

    /// The word for several.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(.., length)| *length == self).map_or("months", |(_, name, _)| name)
    }
}

impl Window {
    /// Reads `12 months`.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, word) = text.trim().split_once(' ')?;
        let count = count.parse().ok().filter(|count| (1..=1000).contains(count))?;
        let word = word.trim();
        let length =
            Length::ALL.iter().find(|(one, many, _)| [*one, *many].contains(&word)).map(|(.., length)| *length)?;
        Some(Self { count, length })
    }
}

/// How sure a confidence interval is, in percent.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Confidence {
    /// 90%.
    Ninety,
    /// 95%, unless a note says otherwise.
    #[default]
    NinetyFive,
    /// 99%.
    NinetyNine,
    /// 99.8%, for funnels.
    NinetyNineEight,
}

impl Confidence {
    /// Every one as typed.
    pub const ALL: [(&'static str, Self); 4] =
        [("90", Self::Ninety), ("95", Self::NinetyFive), ("99", Self::NinetyNine), ("99.8", Self::NinetyNineEight)];

    /// As typed.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, confidence)| *confidence == self).map_or("95", |(name, _)| name)
    }
}

/// Columns of a file that has one row for each case of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseColumns {
    /// Tells people apart. Never shown.
    pub person: String,
    /// First day.
    pub start: String,
    /// Day of completion; empty while open.
    pub end: String,
    /// What it led to.
    pub outcome: String,
    /// The outcome after which time is counted.
    pub counts_when: String,
}

/// What a derived value carries besides itself. A hidden value carries nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// How many the value is about.
    pub n: Option<Decimal>,
    /// Lower end of its confidence interval.
    pub lower: Option<Decimal>,
    /// Upper end.
    pub upper: Option<Decimal>,
    /// Both ends as a person sees them.
    pub bounds_display: Option<(String, String)>,
    /// The pooled ratio and the limits of chance around it, in a funnel.
    pub limits: Option<Limits>,
    /// The same as a person sees them.
    pub limits_display: Option<LimitsDisplay>,
    /// The part that the value has in its own group or period, where all parts of that are shown.
    pub within: Option<Within>,
    /// The index, where the value is one.
    pub index: Option<Decimal>,
    /// The running total, where the value is one.
    pub cumulative: Option<Decimal>,
}

/// A part of one group or period of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The part in percent, unrounded.
    pub share: Decimal,
    /// The part as a person sees it.
    pub share_display: String,
    /// What all parts come to.
    pub whole: Decimal,
    /// The same as a person sees it.
    pub whole_display: String,
}

/// The limits of a funnel at the size of one group, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The ratio of all groups that are shown, together.
    pub pooled: Decimal,
    /// Lower 95% limit.
    pub lower_95: Decimal,
    /// Upper 95% limit.
    pub upper_95: Decimal,
    /// Lower 99.8% limit.
    pub lower_998: Decimal,
    /// Upper 99.8% limit.
    pub upper_998: Decimal,
}

/// The limits of a funnel as a person sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitsDisplay {
    /// All groups that are shown, together.
    pub pooled: String,
    /// Lower 95% limit.
    pub lower_95: String,
    /// Upper 95% limit.
    pub upper_95: String,
    /// Lower 99.8% limit.
    pub lower_998: String,
    /// Upper 99.8% limit.
    pub upper_998: String,
}

/// The limits of a funnel at a size, for drawing its lines between the groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelSize {
    /// The bottom of a ratio.
    pub size: Decimal,
    /// The limits there.
    pub limits: Limits,
}

/// Where a group stands in a funnel.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Standing {
    /// Within the 95% limits, or on one of them.
    Within,
    /// Below the 95% limit only.
    Below95,
    /// Above the 95% limit only.
    Above95,
    /// Below the 99.8% limit.
    Below998,
    /// Above the 99.8% limit.
    Above998,
}

impl Standing {
    /// Every one with the last part of the keys of its words.
    pub const ALL: [(&'static str, Self); 5] = [
        ("within", Self::Within),
        ("below-95", Self::Below95),
        ("above-95", Self::Above95),
        ("below-998", Self::Below998),
        ("above-998", Self::Above998),
    ];

    /// The last part of the keys of its words.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, standing)| *standing == self).map_or("within", |(name, _)| name)
    }
}

impl Limits {
    /// Where a value stands; one on a limit is within it.
    pub fn standing(&self, value: Decimal) -> Standing {
        if value > self.upper_998 {
            Standing::Above998
        } else if value < self.lower_998 {
            Standing::Below998
        } else if value > self.upper_95 {
            Standing::Above95
        } else if value < self.lower_95 {
            Standing::Below95
        } else {
            Standing::Within
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, Limits, Standing, Window};
    use crate::model::quantity::Decimal;

    #[test]
    fn a_value_on_a_limit_is_within_it() {
        let [lower_998, lower_95, pooled, upper_95, upper_998] = [1, 2, 3, 4, 5].map(Decimal::from);
        let limits = Limits { pooled, lower_95, upper_95, lower_998, upper_998 };
        let told = [0, 1, 2, 3, 4, 5, 6].map(|value| limits.standing(Decimal::from(value)));
        let below = [Standing::Below998, Standing::Below95, Standing::Within];
        let above = [Standing::Within, Standing::Within, Standing::Above95, Standing::Above998];
        assert_eq!(told.to_vec(), [below.as_slice(), above.as_slice()].concat());
    }

    #[test]
    fn a_window_is_a_number_and_a_length() {
        assert_eq!(Window::parse("12 months"), Some(Window { count: 12, length: Length::Month }));
        assert_eq!(Window::parse("1 year"), Some(Window { count: 1, length: Length::Year }));
        for text in ["", "12", "months", "0 months", "-1 months", "12 moons", "1.5 years", "12months"] {
            assert_eq!(Window::parse(text), None, "{text}");
        }
    }
}
