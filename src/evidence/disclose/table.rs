//! Tables of one and of two ways with their totals.
//!
//! In: rows whose small counts are hidden, the total. Out: the same rows with more of them hidden, and the totals that may
//! be shown. In a table of groups over time the totals stand somewhere else or nowhere; they count as if they were known.
//! Not here: how it is decided what to hide (`network.rs`, `extra.rs`).

use std::collections::BTreeMap;

use super::super::row::{Row, Rows};
use super::extra;
use super::network::{Kind, Network, Number, State};
use super::{Masked, Policy, RawMargin};
use crate::model::quantity::Decimal;

/// Protects a table with one total. Gives the total back if it may be shown.
pub(super) fn protect_line(rows: &mut Rows, total: Decimal, policy: Policy) -> Option<Decimal> {
    let state = if policy.is_small(total) { State::Hidden } else { State::Shown };
    let mut network = Network { numbers: parts(rows, |_| Some((0, 1))), points: 2, floor: policy.floor() };
    network.numbers.push(Number { from: 1, to: 0, value: total, state, kind: Kind::Total });
    extra::protect(&mut network);
    hide(rows, &network);
    let is_shown = network.numbers.last().is_some_and(|number| number.state == State::Shown);
    is_shown.then_some(total)
}

/// The numbers of the rows, each between the points that a row has.
fn parts(rows: &Rows, points: impl Fn(usize) -> Option<(usize, usize)>) -> Vec<Number> {
    let number = |(at, row): (usize, &Row)| {
        let (from, to) = points(at)?;
        let state = if row.hidden { State::Hidden } else { State::Shown };
        Some(Number { from, to, value: row.value?, state, kind: Kind::Part(at) })
    };
    rows.list.iter().enumerate().filter_map(number).collect()
}

fn hide(rows: &mut Rows, network: &Network) {
    for number in network.numbers.iter().filter(|number| number.state == State::Hidden) {
        if let Kind::Part(at) = number.kind
            && let Some(row) = rows.list.get_mut(at)
        {
            row.hidden = true;
        }
    }
}

/// The lines of one way: each group with its position and its total, none while a part is not known.
struct Lines {
    totals: BTreeMap<String, Line>,
}

#[derive(Clone, Copy)]
struct Line {
    at: usize,
    total: Option<Decimal>,
}

impl Lines {
    fn of(rows: &Rows, way: usize) -> Self {
        let mut totals: BTreeMap<String, Line> = BTreeMap::new();
        for row in &rows.list {
            let line = totals.entry(coordinate(row, way)).or_insert(Line { at: 0, total: Some(Decimal::ZERO) });
            line.total = line.total.zip(row.value).and_then(|(sum, value)| sum.checked_add(value));
        }
        totals.values_mut().enumerate().for_each(|(at, line)| line.at = at);
        Self { totals }
    }

    fn at(&self, row: &Row, way: usize) -> Option<usize> {
        self.totals.get(&coordinate(row, way)).map(|line| line.at)
    }
}

/// The group of a row on one of two ways; time is the second where there is one dimension.
fn coordinate(row: &Row, way: usize) -> String {
    match row.groups.get(way) {
        Some(group) => group.clone(),
        None => row.period.as_ref().map_or_else(String::new, |period| period.text.clone()),
    }
}

/// Protects a table of two ways.
pub(super) fn protect(rows: &mut Rows, total: Option<Decimal>, policy: Policy) -> Masked {
    let [first, second] = [0, 1].map(|way| Lines::of(rows, way));
    let (wide, high) = (first.totals.len(), second.totals.len());
    let (source, sink) = (wide + high, wide + high + 1);
    let mut network = Network { numbers: Vec::new(), points: sink + 1, floor: policy.floor() };
    let places: Vec<Option<(usize, usize)>> =
        rows.list.iter().map(|row| Some((first.at(row, 0)?, wide + second.at(row, 1)?))).collect();
    network.numbers = parts(rows, |at| places.get(at).copied().flatten());
    let margins = network.numbers.len();
    let rows_in = first.totals.values().map(|line| (source, line.at, line.total));
    let columns_out = second.totals.values().map(|line| (wide + line.at, sink, line.total));
    network.numbers.extend(rows_in.chain(columns_out).map(|(from, to, total)| closing((from, to), total, policy)));
    let is_timed = rows.dimensions.len() == 1;
    let sum = || first.totals.values().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.total?));
    let grand = total.or_else(|| if is_timed { sum() } else { None });
    network.numbers.push(closing((sink, source), grand, policy));
    extra::protect(&mut network);
    hide(rows, &network);
    let is_shown = network.numbers.last().is_some_and(|number| number.state == State::Shown);
    let states = network.numbers.get(margins..).unwrap_or_default();
    let names = first.totals.keys().map(|name| (0, name)).chain(second.totals.keys().map(|name| (1, name)));
    let margin = |((dimension, group), number): ((usize, &String), &Number)| {
        let is_shown = number.state == State::Shown;
        let value = is_shown.then_some(number.value);
        (number.state != State::Free).then(|| RawMargin { dimension, group: group.clone(), value })
    };
    Masked { total: total.filter(|_| is_shown), margins: names.zip(states).filter_map(margin).collect() }
}

/// The totals of all lines whose parts are known.
pub(super) fn margins(rows: &Rows) -> Vec<RawMargin> {
    let of = |dimension: usize| {
        let lines = Lines::of(rows, dimension).totals.into_iter();
        lines.filter_map(move |(group, line)| Some(RawMargin { dimension, group, value: Some(line.total?) }))
    };
    of(0).chain(of(1)).collect()
}

/// The total that closes a line.
fn closing((from, to): (usize, usize), total: Option<Decimal>, policy: Policy) -> Number {
    let state = match total {
        None => State::Free,
        Some(total) if policy.is_small(total) => State::Hidden,
        Some(_) => State::Shown,
    };
    Number { from, to, value: total.unwrap_or_default(), state, kind: Kind::Total }
}
