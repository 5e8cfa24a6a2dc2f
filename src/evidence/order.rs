//! The order of the rows of a table: what they say decides it, not where they stand in the file.
//!
//! In: the rows of a metric. Out: the same rows, dated ones by time, then by their groups: bands by their numbers, others by
//! name. A note that says `ordered: true` keeps the order of the file, and so do periods in free words, whose order in
//! the file is all that is known of them. Not here: the order on a page, which puts the largest first.

use std::cmp::Ordering;

use super::bands::{Band, band};
use super::row::{Row, Rows};
use crate::model::note::MetricNote;

/// Puts the rows of a table in order, so that shuffling a file changes nothing.
pub(super) fn settled(note: &MetricNote, rows: &mut Rows) {
    let has_words = rows.list.iter().any(|row| row.period.as_ref().is_some_and(|period| period.days.is_none()));
    if rows.inside || has_words || rows.dimensions.is_empty() {
        return;
    }
    if note.ordered {
        // The groups keep their order within each period.
        rows.list.sort_by_key(days);
        return;
    }
    let banded: Vec<bool> = (0..rows.dimensions.len())
        .map(|at| rows.list.iter().all(|row| row.groups.get(at).is_some_and(|group| band(group).is_some())))
        .collect();
    rows.list.sort_by(|a, b| days(a).cmp(&days(b)).then_with(|| groups(&banded, a, b)));
}

fn days(row: &Row) -> Option<(crate::model::date::Date, crate::model::date::Date)> {
    row.period.as_ref().and_then(|period| period.days)
}

fn groups(banded: &[bool], a: &Row, b: &Row) -> Ordering {
    let number = |group: &String, is_banded: bool| -> Option<Band> { if is_banded { band(group) } else { None } };
    let pairs = a.groups.iter().zip(&b.groups).zip(banded);
    let mut orders = pairs.map(|((a, b), banded)| number(a, *banded).cmp(&number(b, *banded)).then_with(|| a.cmp(b)));
    orders.find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
}
