//! `candour metrics`: every figure for programs and for people.
//!
//! In: the metrics, the files. Out: JSON whose numbers are JSON numbers, unrounded, and a plain text table.
//! The key names are a promise to other programs. Hidden values have no number here either. Not here: the command.

use serde::Serialize;
use serde_json::Number;

use super::spc;
pub use super::spc::listing::{PointListing, SpcListing};
use crate::model::derivation::Limits;
use crate::model::metric::{Change, Direction, Margin, Metric, Metrics, Observation, Total};
use crate::model::quantity::Decimal;

/// The whole listing.
#[derive(Debug, Serialize)]
pub struct Listing {
    /// Version of this shape.
    pub version: u32,
    /// Every metric by id.
    pub metrics: Vec<MetricListing>,
}

/// One metric.
#[derive(Debug, Serialize)]
pub struct MetricListing {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Unit as in the note.
    pub unit: String,
    /// Basis as in the note.
    pub basis: &'static str,
    /// Which direction is good.
    pub better: &'static str,
    /// Kind of saving.
    pub kind: Option<&'static str>,
    /// File of the values and its SHA-256; where anything is hidden, that of the published values.
    pub file: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
    /// The values in order.
    pub values: Vec<ValueListing>,
    /// The total.
    pub total: Option<TotalListing>,
    /// The totals of the lines of a table of two dimensions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub margins: Vec<MarginListing>,
    /// What became of it.
    pub change: Option<ChangeListing>,
    /// Statistical process control.
    pub spc: Option<SpcListing>,
}

/// One value.
#[derive(Debug, Serialize)]
pub struct ValueListing {
    /// Member name.
    pub key: String,
    /// As in the file.
    pub period: Option<String>,
    /// None, the group, or the groups in the order of the dimensions.
    pub group: Option<Group>,
    /// The number, unrounded.
    pub value: Option<Number>,
    /// What a person sees.
    pub display: String,
    /// How settled it is.
    pub status: &'static str,
    /// Hidden to protect people.
    pub suppressed: bool,
    /// Part of the total in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Number>,
    /// How many the value is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<Number>,
    /// Top of the ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Number>,
    /// Bottom of the ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Number>,
    /// Lower end of its confidence interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<Number>,
    /// Upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// Limits of a funnel at the size of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<LimitsListing>,
    /// The index, where the value is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<Number>,
    /// The running total, where the value is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<Number>,
    /// Where it is typed.
    pub from: From,
}

/// The limits of a funnel.
#[derive(Debug, Serialize)]
pub struct LimitsListing {
    /// All groups that are shown, together.
    pub pooled: Option<Number>,
    /// Lower 95% limit.
    pub lower_95: Option<Number>,
    /// Upper 95% limit.
    pub upper_95: Option<Number>,
    /// Lower 99.8% limit.
    pub lower_998: Option<Number>,
    /// Upper 99.8% limit.
    pub upper_998: Option<Number>,
}

/// One group or several.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Group {
    /// Of one dimension.
    One(String),
    /// Of several.
    Several(Vec<String>),
}

/// Where a value is typed.
#[derive(Debug, Serialize)]
pub struct From {
    /// Path from the site's root.
    pub file: String,
    /// From 1.
    pub line: u32,
}

/// A total.
#[derive(Debug, Serialize)]
pub struct TotalListing {
    /// The number, unrounded.
    pub value: Option<Number>,
    /// What a person sees.
    pub display: String,
    /// Whether the file states it.
    pub stated: bool,
    /// Whether it agrees with its parts.
    pub reconciles: bool,
}

/// The total of one group of a dimension.
#[derive(Debug, Serialize)]
pub struct MarginListing {
    /// The dimension.
    pub dimension: String,
    /// The group.
    pub group: String,
    /// The number.
    pub value: Option<Number>,
    /// What a person sees.
    pub display: String,
}

/// A change.
#[derive(Debug, Serialize)]
pub struct ChangeListing {
    /// Key of the earlier value.
    pub from: String,
    /// Key of the later value.
    pub to: String,
    /// Later minus earlier.
    pub difference: Option<Number>,
    /// In percent of the earlier value.
    pub percent: Option<Number>,
    /// The change as a person sees it, with its sign.
    pub display: String,
    /// For percentages: the difference in percentage points.
    pub points: Option<Number>,
    /// `improvement`, `concern`, `high`, `low`, or none.
    pub direction: Option<&'static str>,
}

/// The listing of all metrics.
pub fn listing(metrics: &Metrics) -> Listing {
    Listing { version: 1, metrics: metrics.values().map(metric).collect() }
}

fn metric(metric: &Metric) -> MetricListing {
    MetricListing {
        id: metric.id.clone(),
        title: metric.title.clone(),
        unit: metric.unit.name(),
        basis: metric.basis.name(),
        better: metric.better.name(),
        kind: metric.kind.map(crate::model::metric::SavingKind::name),
        file: metric.values_path.clone(),
        sha256: metric.sha256.clone(),
        values: metric.values.iter().map(|value| observation(value, metric)).collect(),
        total: metric.total.as_ref().map(total),
        margins: metric.margins.iter().map(|found| margin(found, metric)).collect(),
        change: metric.change.as_ref().and_then(|found| change(found, metric)),
        spc: spc::listing::listing(metric),
    }
}

fn observation(value: &Observation, metric: &Metric) -> ValueListing {
    let group = match value.group.as_slice() {
        [] => None,
        [one] => Some(Group::One(one.clone())),
        several => Some(Group::Several(several.to_vec())),
    };
    ValueListing {
        key: value.key.clone(),
        period: value.period.as_ref().map(|period| period.text.clone()),
        group,
        value: value.value.as_ref().and_then(|quantity| number(quantity.value)),
        display: value.display.clone(),
        status: value.status.name(),
        suppressed: value.suppressed,
        share: value.share.and_then(number),
        n: value.carried.n.or(value.denominator).and_then(number),
        numerator: value.numerator.and_then(number),
        denominator: value.denominator.and_then(number),
        lower: value.carried.lower.and_then(number),
        upper: value.carried.upper.and_then(number),
        limits: value.carried.limits.map(limits),
        index: value.carried.index.and_then(number),
        cumulative: value.carried.cumulative.and_then(number),
        from: From { file: metric.values_path.clone(), line: value.line },
    }
}

fn limits(limits: Limits) -> LimitsListing {
    LimitsListing {
        pooled: number(limits.pooled),
        lower_95: number(limits.lower_95),
        upper_95: number(limits.upper_95),
        lower_998: number(limits.lower_998),
        upper_998: number(limits.upper_998),
    }
}

fn total(total: &Total) -> TotalListing {
    TotalListing {
        value: total.value.and_then(number),
        display: total.display.clone(),
        stated: total.stated,
        reconciles: total.reconciles,
    }
}

fn margin(margin: &Margin, metric: &Metric) -> MarginListing {
    MarginListing {
        dimension: metric.dimensions.get(margin.dimension).cloned().unwrap_or_default(),
        group: margin.group.clone(),
        value: margin.value.and_then(number),
        display: margin.display.clone(),
    }
}

fn change(change: &Change, metric: &Metric) -> Option<ChangeListing> {
    let key = |at: usize| metric.values.get(at).map(|value| value.key.clone());
    let size = change.percent_display.as_ref().unwrap_or(&change.difference_display);
    let falls = change.difference.is_sign_negative() && !change.difference.is_zero();
    Some(ChangeListing {
        from: key(change.from)?,
        to: key(change.to)?,
        difference: number(change.difference),
        percent: change.percent.and_then(number),
        display: if falls { with_minus(size) } else { size.clone() },
        points: change.points.and_then(number),
        direction: match change.direction {
            Direction::Improvement => Some("improvement"),
            Direction::Concern => Some("concern"),
            Direction::High => Some("high"),
            Direction::Low => Some("low"),
            Direction::Same => None,
        },
    })
}

/// A size with a minus sign before its amount, behind the words of its bound.
fn with_minus(size: &str) -> String {
    let at = size.find(|sign: char| sign.is_ascii_digit() || sign == '£').unwrap_or(0);
    let (bound, amount) = size.split_at_checked(at).unwrap_or(("", size));
    format!("{bound}-{amount}")
}

/// The nearest JSON number: whole numbers as such, others as the closest double.
pub(super) fn number(value: Decimal) -> Option<Number> {
    let text = value.normalize().to_string();
    match text.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => text.parse::<f64>().ok().and_then(Number::from_f64),
    }
}

/// The listing as a table for people: one line a value.
pub fn table(metrics: &Metrics) -> String {
    let mut lines: Vec<[String; 4]> = Vec::new();
    for metric in metrics.values() {
        let more = |name: &str, display: &str| [metric.id.clone(), name.to_owned(), display.to_owned(), String::new()];
        for value in &metric.values {
            let place = format!("{}:{}", metric.values_path, value.line);
            lines.push([metric.id.clone(), value.key.clone(), value.display.clone(), place]);
        }
        lines.extend(metric.total.as_ref().map(|total| more("total", &total.display)));
        if let Some(change) = metric.change.as_ref().and_then(|found| change(found, metric)) {
            lines.push(more("change", &change.display.replace('-', "−")));
        }
    }
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let line = |[id, key, display, place]: &[String; 4]| {
        let [first, second, third] = widths;
        format!("{id:first$}  {key:second$}  {display:>third$}  {place}").trim_end().to_owned() + "\n"
    };
    lines.iter().map(line).collect()
}
