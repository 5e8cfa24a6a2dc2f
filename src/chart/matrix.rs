//! A table of two ways as charts show it: categories down, the same series in each of them.
//!
//! In: a metric with two dimensions, or with one and periods. Out: its values by category and series, in an order that the
//! file has no part in unless it has a meaning; why a metric is no such table. Not here: drawing.

use crate::model::metric::{Metric, Observation};
use crate::model::period_words::period as period_words;
use crate::model::quantity::Decimal;
use crate::model::strings::Strings;

use super::Misfit;

/// Which way categories run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Down {
    /// Groups are categories; periods, or the second dimension, are series.
    Groups,
    /// Periods are categories and groups are series; without periods the first dimension is.
    Periods,
}

/// The table.
pub struct Matrix<'m> {
    /// Names of the categories, in order.
    pub categories: Vec<String>,
    /// Names of the series, in order.
    pub series: Vec<String>,
    /// Values by category, then by series.
    pub cells: Vec<Vec<Option<&'m Observation>>>,
}

/// A way through the table: names with what they are sorted by.
struct Way {
    names: Vec<String>,
    in_time: bool,
}

/// The name of a value on one of two ways.
fn coordinate(value: &Observation, way: usize) -> Option<String> {
    match value.group.get(way) {
        Some(group) => Some(group.clone()),
        None => value.period.as_ref().map(|period| period.text.clone()),
    }
}

/// Whether a metric has exactly two ways.
fn has_two_ways(metric: &Metric) -> bool {
    let timed = metric.values.iter().filter(|value| value.period.is_some()).count();
    match metric.dimensions.len() {
        1 => timed > 0 && timed == metric.values.len(),
        2 => timed == 0,
        _ => false,
    }
}

fn way(metric: &Metric, at: usize) -> Way {
    let in_time = at > 0 && metric.dimensions.len() == 1;
    let mut names: Vec<String> = Vec::new();
    for name in metric.values.iter().filter_map(|value| coordinate(value, at)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if in_time {
        let days = |name: &String| {
            let like =
                metric.values.iter().find(|value| value.period.as_ref().is_some_and(|period| period.text == *name));
            like.and_then(|value| value.period.as_ref()?.days)
        };
        names.sort_by_key(days);
    } else if !metric.ordered {
        let sum = |name: &String| {
            let of = metric.values.iter().filter(|value| coordinate(value, at).as_ref() == Some(name));
            let parts = of.filter_map(|value| value.value.as_ref()).map(|quantity| quantity.value);
            parts.fold(Decimal::ZERO, |sum, part| sum.checked_add(part).unwrap_or(sum))
        };
        let mut keyed: Vec<(Decimal, String)> = names.into_iter().map(|name| (sum(&name), name)).collect();
        keyed.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        names = keyed.into_iter().map(|(_, name)| name).collect();
    }
    Way { names, in_time }
}

/// The table of a metric; none where it has not exactly two ways.
pub fn matrix<'m>(metric: &'m Metric, down: Down, strings: &Strings) -> Option<Matrix<'m>> {
    if !has_two_ways(metric) {
        return None;
    }
    let (first, second) = (way(metric, 0), way(metric, 1));
    let turned = down == Down::Periods && second.in_time;
    let at = |group: &str, other: &str| {
        let is_at = |value: &&Observation| {
            coordinate(value, 0).as_deref() == Some(group) && coordinate(value, 1).as_deref() == Some(other)
        };
        metric.values.iter().find(is_at)
    };
    let (rows, columns) = if turned { (&second, &first) } else { (&first, &second) };
    let cell = |row: &String, column: &String| if turned { at(column, row) } else { at(row, column) };
    let cells = rows.names.iter().map(|row| columns.names.iter().map(|column| cell(row, column)).collect()).collect();
    Some(Matrix { categories: shown(metric, rows, strings), series: shown(metric, columns, strings), cells })
}

/// Names as people read them.
fn shown(metric: &Metric, way: &Way, strings: &Strings) -> Vec<String> {
    if !way.in_time {
        return way.names.clone();
    }
    let words = |name: &String| {
        let periods = metric.values.iter().filter_map(|value| value.period.as_ref());
        let found = periods.into_iter().find(|period| period.text == *name);
        found.map_or_else(|| name.clone(), |period| period_words(period, strings).0)
    };
    way.names.iter().map(words).collect()
}

/// Why a metric is no table of two ways with so many series at most, whole and with something to compare.
pub fn misfit(metric: &Metric, (down, most): (Down, usize)) -> Option<Misfit> {
    let Some(matrix) = matrix(metric, down, &Strings::default()) else {
        return Some(Misfit::new(
            format!("`{}` has not two ways to compare: groups and periods, or two kinds of groups", metric.id),
            "name two columns, for example `dimensions: [team, outcome]`, or use `as=\"bar\"`",
        ));
    };
    let several = matrix.series.len();
    if several < 2 || matrix.categories.len() < 2 {
        return Some(Misfit::new(
            format!("`{}` has one row or one series only", metric.id),
            "use `as=\"bar\"`, or `as=\"share\"` for the parts of one whole",
        ));
    }
    if several > most {
        return Some(Misfit::new(
            format!("`{}` has {several} series, and more than {most} cannot be told apart", metric.id),
            "join small ones in the file, or use `as=\"multiples\"` or a table",
        ));
    }
    let hole = matrix.cells.iter().zip(&matrix.categories).find_map(|(row, category)| {
        let (_, series) = row.iter().zip(&matrix.series).find(|(value, _)| value.is_none())?;
        Some((category, series))
    });
    hole.map(|(category, series)| {
        Misfit::new(
            format!("`{}` has no row for `{category}`, `{series}`", metric.id),
            "add the row; leave its value empty if it is not known",
        )
    })
}
