//! Which further numbers are hidden so that nothing hidden can be worked out, and as few of them as can be.
//!
//! In: a network in which the small counts are hidden. Out: the same network with more numbers hidden. First a circle is
//! closed around each number that is given away, by the cheapest way; then what turns out to be needless is shown again;
//! then a search looks for a better choice, until a fixed amount of work is done. A total is hidden only when no part is
//! left, a 0 only when nothing else is. Of choices with as many parts the one with the smallest sum is taken, then the
//! first. The result is safe whatever the search finds. Not here: what is safe (`network.rs`).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::network::{Kind, Network, Number, State};
use super::search;
use crate::model::quantity::Decimal;

/// Above so many hidden numbers nothing is improved: the work would grow with their square.
const MOST: usize = 400;

/// What hiding numbers costs: totals, zeros, how many, their sum.
type Cost = (u32, u32, u32, Decimal);

/// Hides what must be hidden besides.
pub(super) fn protect(network: &mut Network) {
    let exposed = network.exposed();
    if exposed.is_empty() {
        return;
    }
    let before = network.clone();
    for at in exposed {
        if !network.is_open(at) {
            close(network, at);
        }
    }
    let hidden = network.numbers.iter().filter(|number| number.state == State::Hidden).count();
    if hidden > MOST {
        return;
    }
    spare(network, &before);
    let extra: Vec<usize> = added(network, &before);
    let is_plain = |at: &usize| network.numbers.get(*at).is_some_and(is_candidate);
    if extra.iter().all(is_plain)
        && let Some(better) = search::better(&before, &extra)
    {
        let mut found = before;
        for at in &better {
            hide(&mut found, *at);
        }
        if found.exposed().is_empty() {
            *network = found;
        }
    }
}

/// Whether a search may hide the number: a part above 0.
pub(super) fn is_candidate(number: &Number) -> bool {
    matches!(number.kind, Kind::Part(_)) && number.value > Decimal::ZERO
}

fn added(network: &Network, before: &Network) -> Vec<usize> {
    let pairs = network.numbers.iter().zip(&before.numbers).enumerate();
    pairs.filter(|(_, (now, then))| now.state != then.state).map(|(at, _)| at).collect()
}

fn hide(network: &mut Network, at: usize) {
    if let Some(number) = network.numbers.get_mut(at) {
        number.state = State::Hidden;
    }
}

/// Hides the cheapest way that makes a circle with the number.
fn close(network: &mut Network, at: usize) {
    let Some(number) = network.numbers.get(at).copied() else { return };
    let up = cheapest(network, (number.to, number.from), at);
    let down = if network.can_fall(&number) { cheapest(network, (number.from, number.to), at) } else { None };
    let best = match (up, down) {
        (Some(up), Some(down)) => Some(if down.0 < up.0 { down } else { up }),
        (up, down) => up.or(down),
    };
    for at in best.into_iter().flat_map(|(_, way)| way) {
        if network.numbers.get(at).is_some_and(|number| number.state == State::Shown) {
            hide(network, at);
        }
    }
}

/// The numbers along the cheapest way from a point to another that leaves a number out, and what they cost.
fn cheapest(network: &Network, (from, to): (usize, usize), without: usize) -> Option<(Cost, Vec<usize>)> {
    let mut ways: Vec<Vec<(usize, usize)>> = vec![Vec::new(); network.points];
    for (at, number) in network.numbers.iter().enumerate().filter(|(at, _)| *at != without) {
        ways.get_mut(number.from)?.push((at, number.to));
        if network.can_fall(number) {
            ways.get_mut(number.to)?.push((at, number.from));
        }
    }
    let mut came: Vec<Option<(usize, usize)>> = vec![None; network.points];
    let mut done = vec![false; network.points];
    let mut best: Vec<Option<Cost>> = vec![None; network.points];
    let nothing = (0, 0, 0, Decimal::ZERO);
    *best.get_mut(from)? = Some(nothing);
    let mut next = BinaryHeap::from([Reverse((nothing, from))]);
    while let Some(Reverse((cost, point))) = next.pop() {
        if std::mem::replace(done.get_mut(point)?, true) {
            continue;
        }
        if point == to {
            return Some((cost, way_back(&came, from, to)));
        }
        for (at, other) in ways.get(point)? {
            let cost = plus(cost, network.numbers.get(*at)?);
            let known = best.get_mut(*other)?;
            if known.is_none_or(|known| cost < known) {
                *known = Some(cost);
                *came.get_mut(*other)? = Some((*at, point));
                next.push(Reverse((cost, *other)));
            }
        }
    }
    None
}

fn plus((totals, zeros, count, sum): Cost, number: &Number) -> Cost {
    if number.state != State::Shown {
        return (totals, zeros, count, sum);
    }
    let is_total = number.kind == Kind::Total;
    let is_zero = number.value.is_zero();
    let sum = sum.checked_add(number.value).unwrap_or(Decimal::MAX);
    (totals + u32::from(is_total), zeros + u32::from(is_zero), count + 1, sum)
}

fn way_back(came: &[Option<(usize, usize)>], from: usize, to: usize) -> Vec<usize> {
    let mut way = Vec::new();
    let mut point = to;
    while point != from && way.len() < came.len() {
        let Some(Some((at, before))) = came.get(point) else { break };
        way.push(*at);
        point = *before;
    }
    way
}

/// Shows again what need not be hidden, totals first, then the largest.
fn spare(network: &mut Network, before: &Network) {
    let mut extra = added(network, before);
    let key = |at: &usize| network.numbers.get(*at).map(|number| (number.kind == Kind::Total, number.value, *at));
    extra.sort_by_key(|at| Reverse(key(at)));
    for at in extra {
        let set = |network: &mut Network, state| {
            if let Some(number) = network.numbers.get_mut(at) {
                number.state = state;
            }
        };
        set(network, State::Shown);
        if !network.exposed().is_empty() {
            set(network, State::Hidden);
        }
    }
}
