//! A table of two ways as charts show it: categories down, the same series in each of them.
//!
//! In: a metric with two dimensions, or with one and periods. Out: its values by category and series, in an order that the
//! file has no part in unless it has a meaning; why a metric is no such table. Not here: drawing.

use crate::model::metric::{Metric, Observation};
use crate::model::period_words::period as period_words;
use crate::model::strings::Strings;
use crate::model::ways::{coordinate, has_two_ways, is_in_time, names};

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

/// The table of a metric; none where it has not exactly two ways.
pub fn matrix<'m>(metric: &'m Metric, down: Down, strings: &Strings) -> Option<Matrix<'m>> {
    if !has_two_ways(metric) {
        return None;
    }
    let ways = if down == Down::Periods && is_in_time(metric, 1) { (1, 0) } else { (0, 1) };
    let (rows, columns) = (names(metric, ways.0), names(metric, ways.1));
    let cell = |row: &str, column: &str| {
        let is_at =
            |value: &&Observation| coordinate(value, ways.0) == Some(row) && coordinate(value, ways.1) == Some(column);
        metric.values.iter().find(is_at)
    };
    let cells = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
    let shown = |names: &[&str], way: usize| names.iter().map(|name| shown(metric, (name, way), strings)).collect();
    Some(Matrix { categories: shown(&rows, ways.0), series: shown(&columns, ways.1), cells })
}

/// A name as people read it.
fn shown(metric: &Metric, (name, way): (&str, usize), strings: &Strings) -> String {
    let mut periods =
        metric.values.iter().filter_map(|value| value.period.as_ref()).filter(|_| is_in_time(metric, way));
    let found = periods.find(|period| period.text == name);
    found.map_or_else(|| name.to_owned(), |period| period_words(period, strings).0)
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
