//! What bars of two ways show, in sentences made from their values.
//!
//! In: a metric with two ways. Out: how many categories, then for each series where it is largest and smallest, and what is
//! hidden. Every number is the metric's own display text. Not here: any judgement or cause.

use crate::model::metric::{Metric, Observation};
use crate::model::quantity::Decimal;
use crate::model::strings::Strings;
use crate::model::wording::amount;

use super::matrix::{Down, Matrix, matrix};

/// A number of a value with its text.
type Told = (Decimal, String);

/// The sentences of bars side by side.
pub fn describe_grouped(metric: &Metric, strings: &Strings) -> Vec<String> {
    let Some(matrix) = matrix(metric, Down::Groups, strings) else { return Vec::new() };
    let mut said = vec![shown(&matrix, "chart.grouped.count", strings)];
    said.extend(series(&matrix, |value| told(value, metric, strings), strings));
    let hidden = metric.values.iter().filter(|value| value.suppressed).count();
    if hidden > 0 {
        said.push(strings.count("chart.hidden", hidden));
    }
    said
}

/// The sentences of bars cut into parts.
pub fn describe_stacked(metric: &Metric, strings: &Strings) -> Vec<String> {
    let Some(matrix) = matrix(metric, Down::Periods, strings) else { return Vec::new() };
    let mut said = vec![shown(&matrix, "chart.stacked.count", strings)];
    let whole = |row: &Vec<Option<&Observation>>| {
        let found = row.iter().flatten().find_map(|value| value.carried.within.clone())?;
        Some((found.whole, amount(&found.whole_display, &metric.unit, strings)))
    };
    let wholes: Vec<(&String, Told)> =
        matrix.categories.iter().zip(&matrix.cells).filter_map(|(name, row)| Some((name, whole(row)?))).collect();
    said.extend(ends(&wholes, "chart.stacked.wholes", ("", strings)));
    said.extend(series(&matrix, |value| told(value, metric, strings), strings));
    said
}

/// The sentences of bars of 100%.
pub fn describe_shares(metric: &Metric, strings: &Strings) -> Vec<String> {
    let Some(matrix) = matrix(metric, Down::Periods, strings) else { return Vec::new() };
    let share = |value: &Observation| {
        let within = value.carried.within.as_ref()?;
        Some((within.share, within.share_display.clone()))
    };
    let mut said = vec![shown(&matrix, "chart.stacked.count-share", strings)];
    said.extend(series(&matrix, share, strings));
    said
}

fn told(value: &Observation, metric: &Metric, strings: &Strings) -> Option<Told> {
    Some((value.value.as_ref()?.value, amount(&value.display, &metric.unit, strings)))
}

fn shown(matrix: &Matrix<'_>, key: &str, strings: &Strings) -> String {
    let (all, each) = (matrix.categories.len().to_string(), matrix.series.len().to_string());
    strings.fill(key, &[("all", &all), ("each", &each)])
}

/// For each series the category where it is largest and the one where it is smallest.
fn series(matrix: &Matrix<'_>, told: impl Fn(&Observation) -> Option<Told>, strings: &Strings) -> Vec<String> {
    let of = |at: usize| -> Vec<(&String, Told)> {
        let cells = matrix.categories.iter().zip(&matrix.cells);
        cells.filter_map(|(name, row)| Some((name, told(row.get(at).copied().flatten()?)?))).collect()
    };
    let names = matrix.series.iter().enumerate();
    names.filter_map(|(at, name)| ends(&of(at), "chart.grouped.series", (name, strings))).collect()
}

/// The largest and the smallest of several, or that all are the same.
fn ends(all: &[(&String, Told)], key: &str, (name, strings): (&str, &Strings)) -> Option<String> {
    let most = all.iter().rev().max_by_key(|(_, (size, _))| *size)?;
    let least = all.iter().min_by_key(|(_, (size, _))| *size)?;
    let (high, low) = (&most.1, &least.1);
    if high.0 == low.0 {
        return Some(strings.fill(&format!("{key}-equal"), &[("series", name), ("value", &high.1)]));
    }
    let places = [("series", name), ("most", &**most.0), ("high", &*high.1), ("least", &**least.0), ("low", &*low.1)];
    Some(strings.fill(key, &places))
}
