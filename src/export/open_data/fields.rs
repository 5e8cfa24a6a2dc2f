//! The columns of a CSV: name, type, what they hold.
//!
//! In: a metric. Out: one [`Field`] for each column of its CSV, in order, for every description of it.
//! Not here: the formats of descriptions; the values.

use crate::export::downloads::columns;
use crate::model::metric::{Metric, Status};

/// What the values of a column are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Text,
    Number,
    /// A day: `2026-11-22`.
    Day,
    /// A month: `2026-11`.
    Month,
    /// A year: `2026`.
    Year,
}

impl Kind {
    /// Its name in a Table Schema.
    pub(super) fn frictionless(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Day => "date",
            Self::Month => "yearmonth",
            Self::Year => "year",
        }
    }

    /// Its name in CSVW.
    pub(super) fn csvw(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "decimal",
            Self::Day => "date",
            Self::Month => "gYearMonth",
            Self::Year => "gYear",
        }
    }
}

/// A column.
pub(super) struct Field {
    /// Its heading.
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) description: String,
    /// The only texts it may hold; any where there are none.
    pub(super) choices: Vec<String>,
}

/// The columns of the CSV of values, or of that of totals.
pub(super) fn fields(metric: &Metric, totals: bool) -> Vec<Field> {
    let names =
        if totals { ["dimension", "group", "value", "status"].map(str::to_owned).to_vec() } else { columns(metric) };
    names.into_iter().map(|name| field(metric, name)).collect()
}

fn field(metric: &Metric, name: String) -> Field {
    let measure = metric.measure.as_deref().unwrap_or(&metric.title);
    let (kind, description) = match name.as_str() {
        _ if metric.dimensions.contains(&name) => (Kind::Text, "The group that the value is about".to_owned()),
        "period" => (period(metric), "The time that the value is about".to_owned()),
        "value" => (Kind::Number, format!("{measure}, in {}", metric.unit.name())),
        "n" => (Kind::Number, "How many the value is about".to_owned()),
        "lower" => (Kind::Number, "Lower end of the confidence interval of the value".to_owned()),
        "upper" => (Kind::Number, "Upper end of the confidence interval of the value".to_owned()),
        "status" => (Kind::Text, STATUS.to_owned()),
        "note" => (Kind::Text, "A remark on the value".to_owned()),
        "dimension" => (Kind::Text, "What the group is one of; `total` for the total of all values".to_owned()),
        "group" => (Kind::Text, "The group that the value is about".to_owned()),
        // What else a derived value carries is a number.
        _ => (Kind::Number, format!("`{name}` of the value")),
    };
    let choices = if name == "status" && !metric.dimensions.contains(&name) { statuses() } else { Vec::new() };
    let mut letters = name.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Field { kind, title: title.replace('_', " "), description, choices, name }
}

const STATUS: &str = "How settled the value is. Where the value is empty, why: [c] it is hidden so that nobody can be \
    recognised, [x] there is none";

fn statuses() -> Vec<String> {
    let words = Status::ALL.iter().map(|(name, _)| (*name).to_owned());
    words.chain(["[c]", "[x]"].map(str::to_owned)).collect()
}

/// The type that every period of the file has.
fn period(metric: &Metric) -> Kind {
    let texts = || metric.values.iter().filter_map(|value| value.period.as_ref()).map(|period| period.text.as_str());
    let shape = |text: &str| -> String { text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let kinds = [("0000-00-00", Kind::Day), ("0000-00", Kind::Month), ("0000", Kind::Year)];
    let same = kinds.into_iter().find(|(wanted, _)| texts().all(|text| shape(text) == *wanted));
    same.filter(|_| texts().next().is_some()).map_or(Kind::Text, |(_, kind)| kind)
}
