//! A funnel in the table beneath it: the limits at the size of each group, and where the group stands.
//!
//! In: a value with the limits of a funnel. Out: cells and a sentence. Every number is the metric's own display text.
//! Not here: drawings, sentences of the description.

use super::figure_table::capitalised;
use crate::model::metric::{Metric, Observation};
use crate::model::strings::Strings;
use crate::model::wording::amount;

/// A column that a funnel adds to its table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum FunnelColumn {
    Lower998,
    Lower95,
    Upper95,
    Upper998,
    Standing,
}

impl FunnelColumn {
    /// All of them, in order.
    pub(super) const ALL: [Self; 5] = [Self::Lower998, Self::Lower95, Self::Upper95, Self::Upper998, Self::Standing];

    /// Whether it holds numbers.
    pub(super) fn is_number(self) -> bool {
        self != Self::Standing
    }

    /// Its heading.
    pub(super) fn heading(self, strings: &Strings) -> String {
        let key = match self {
            Self::Lower998 => "chart.funnel.column.lower-998",
            Self::Lower95 => "chart.funnel.column.lower-95",
            Self::Upper95 => "chart.funnel.column.upper-95",
            Self::Upper998 => "chart.funnel.column.upper-998",
            Self::Standing => "chart.funnel.column.standing",
        };
        strings.text(key).to_owned()
    }

    /// What it says of a value; the value's own sign where it is hidden or unknown.
    pub(super) fn cell(self, value: &Observation, strings: &Strings) -> String {
        let limits = value.carried.limits.zip(value.carried.limits_display.as_ref());
        let Some(((limits, shown), quantity)) = limits.zip(value.value.as_ref()) else { return value.display.clone() };
        match self {
            Self::Lower998 => shown.lower_998.clone(),
            Self::Lower95 => shown.lower_95.clone(),
            Self::Upper95 => shown.upper_95.clone(),
            Self::Upper998 => shown.upper_998.clone(),
            Self::Standing => {
                let name = limits.standing(quantity.value).name();
                capitalised(strings.text(&format!("chart.funnel.standing.{name}")))
            }
        }
    }
}

/// All groups together, for the line before the table.
pub(super) fn pooled(metric: &Metric, strings: &Strings) -> Option<String> {
    let shown = metric.values.iter().find_map(|value| value.carried.limits_display.as_ref())?;
    let value = amount(&shown.pooled, &metric.unit, strings);
    Some(strings.fill("chart.funnel.before-table", &[("value", &value)]))
}
