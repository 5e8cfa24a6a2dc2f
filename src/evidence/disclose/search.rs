//! The search for fewer numbers to hide.
//!
//! In: a network before anything was added, and a choice that is safe. Out: a better choice, if one is found within a fixed
//! number of steps. Hidden numbers are looked at as connections between points: one is given away when nothing else connects
//! its two sides. So whoever hides more must connect the side that is connected least, and each connection helps two loose
//! ends at most. Not here: that a choice is safe for numbers that cannot fall; whoever asks checks it again.

use super::extra::is_candidate;
use super::network::{Network, State};
use crate::model::quantity::Decimal;

/// Steps after which the best choice so far stands.
const STEPS: u32 = 6_000;

/// A choice: how many, their sum, which.
type Choice = (usize, Decimal, Vec<usize>);

struct Search<'n> {
    network: &'n Network,
    hidden: Vec<bool>,
    /// Numbers that another branch has tried already.
    tried: Vec<bool>,
    chosen: Vec<usize>,
    best: Choice,
    found: bool,
    steps: u32,
}

/// A choice of numbers better than `known`, if there is one.
pub(super) fn better(network: &Network, known: &[usize]) -> Option<Vec<usize>> {
    if network.numbers.iter().any(|number| number.state == State::Free) {
        return None;
    }
    let value = |at: &usize| network.numbers.get(*at).map_or(Decimal::ZERO, |number| number.value);
    let mut search = Search {
        network,
        hidden: network.numbers.iter().map(|number| number.state == State::Hidden).collect(),
        tried: vec![false; network.numbers.len()],
        chosen: Vec::new(),
        best: (known.len(), known.iter().map(value).sum(), known.to_vec()),
        found: false,
        steps: 0,
    };
    search.go(Decimal::ZERO);
    search.found.then_some(search.best.2)
}

impl Search<'_> {
    fn go(&mut self, sum: Decimal) {
        self.steps += 1;
        if self.steps > STEPS {
            return;
        }
        let loose = loose(self.network, &self.hidden);
        let Some(side) = loose.side else { return self.keep(sum) };
        let needed = loose.ends.div_ceil(2).max(1);
        let (count, least, _) = &self.best;
        let mut ways = self.ways(&side);
        let Some(cheapest) = ways.first().and_then(|at| self.network.numbers.get(*at)).map(|number| number.value)
        else {
            return;
        };
        let count_then = self.chosen.len() + needed;
        if count_then > *count || (count_then == *count && sum + cheapest >= *least) {
            return;
        }
        for at in &ways {
            self.take(*at, sum);
        }
        ways.drain(..).for_each(|at| set(&mut self.tried, at, false));
    }

    fn take(&mut self, at: usize, sum: Decimal) {
        let value = self.network.numbers.get(at).map_or(Decimal::ZERO, |number| number.value);
        set(&mut self.hidden, at, true);
        self.chosen.push(at);
        self.go(sum + value);
        self.chosen.pop();
        set(&mut self.hidden, at, false);
        // Choices with this number have all been seen.
        set(&mut self.tried, at, true);
    }

    fn keep(&mut self, sum: Decimal) {
        let (count, least, _) = &self.best;
        if (self.chosen.len(), sum) >= (*count, *least) {
            return;
        }
        // What cannot fall may still give something away.
        let mut network = self.network.clone();
        for at in &self.chosen {
            if let Some(number) = network.numbers.get_mut(*at) {
                number.state = State::Hidden;
            }
        }
        if network.exposed().is_empty() {
            self.best = (self.chosen.len(), sum, self.chosen.clone());
            self.found = true;
        }
    }

    /// The numbers that lead out of a side, smallest first.
    fn ways(&self, side: &[bool]) -> Vec<usize> {
        let inside = |point: usize| side.get(point).copied().unwrap_or(false);
        let numbers = self.network.numbers.iter().enumerate();
        let mut ways: Vec<(Decimal, usize)> = numbers
            .filter(|(at, number)| {
                let is_open = !get(&self.hidden, *at) && !get(&self.tried, *at) && is_candidate(number);
                is_open && inside(number.from) != inside(number.to)
            })
            .map(|(at, number)| (number.value, at))
            .collect();
        ways.sort_unstable();
        ways.into_iter().map(|(_, at)| at).collect()
    }
}

fn get(list: &[bool], at: usize) -> bool {
    list.get(at).copied().unwrap_or(true)
}

fn set(list: &mut [bool], at: usize, value: bool) {
    if let Some(known) = list.get_mut(at) {
        *known = value;
    }
}

/// What still hangs loose.
struct Loose {
    /// How many loose ends there are; a connection helps two of them at most.
    ends: usize,
    /// The points on one side of a number that is given away; none when there is no such number.
    side: Option<Vec<bool>>,
}

/// Numbers that alone connect their two sides, by a walk in depth.
fn loose(network: &Network, hidden: &[bool]) -> Loose {
    let mut ways: Vec<Vec<(usize, usize)>> = vec![Vec::new(); network.points];
    for (at, number) in network.numbers.iter().enumerate().filter(|(at, _)| get(hidden, *at)) {
        for (from, to) in [(number.from, number.to), (number.to, number.from)] {
            if let Some(out) = ways.get_mut(from) {
                out.push((at, to));
            }
        }
    }
    let mut walk =
        Walk { ways: &ways, order: vec![0; network.points], low: vec![0; network.points], next: 1, lone: Vec::new() };
    for point in 0..network.points {
        if walk.order.get(point) == Some(&0) {
            walk.from(point);
        }
    }
    let lone = walk.lone;
    if lone.is_empty() {
        return Loose { ends: 0, side: None };
    }
    // Points that stay connected without the lone numbers make one piece.
    let is_lone = |at: &usize| lone.contains(at);
    let piece = pieces(&ways, &is_lone);
    let mut degree = vec![0_usize; network.points];
    for number in lone.iter().filter_map(|at| network.numbers.get(*at)) {
        for point in [number.from, number.to] {
            if let Some(degree) = piece.get(point).and_then(|piece| degree.get_mut(*piece)) {
                *degree += 1;
            }
        }
    }
    let ends = degree.iter().filter(|degree| **degree == 1).count();
    let end = degree.iter().position(|degree| *degree == 1);
    let side = end.map(|end| piece.iter().map(|piece| *piece == end).collect());
    Loose { ends, side }
}

/// For each point the first point of its piece.
fn pieces(ways: &[Vec<(usize, usize)>], is_lone: &dyn Fn(&usize) -> bool) -> Vec<usize> {
    let mut piece = vec![usize::MAX; ways.len()];
    for start in 0..ways.len() {
        let mut next = vec![start];
        while let Some(point) = next.pop() {
            let Some(own) = piece.get_mut(point).filter(|own| **own == usize::MAX) else { continue };
            *own = start;
            let out = ways.get(point).into_iter().flatten();
            next.extend(out.filter(|(at, _)| !is_lone(at)).map(|(_, other)| *other));
        }
    }
    piece
}

struct Walk<'w> {
    ways: &'w [Vec<(usize, usize)>],
    order: Vec<usize>,
    low: Vec<usize>,
    next: usize,
    lone: Vec<usize>,
}

impl Walk<'_> {
    /// Walks from a point without recursion: tables can be long.
    fn from(&mut self, start: usize) {
        // A point, the number that led to it, how many of its ways have been taken.
        let mut stack: Vec<(usize, Option<usize>, usize)> = vec![(start, None, 0)];
        self.arrive(start);
        while let Some((point, by, taken)) = stack.pop() {
            match self.ways.get(point).and_then(|ways| ways.get(taken)) {
                Some((at, other)) => {
                    stack.push((point, by, taken + 1));
                    if Some(*at) == by {
                        continue;
                    }
                    let known = self.order.get(*other).copied().unwrap_or(0);
                    if known == 0 {
                        self.arrive(*other);
                        stack.push((*other, Some(*at), 0));
                    } else {
                        self.lower(point, known);
                    }
                }
                None => self.leave(point, by, stack.last().map(|(before, ..)| *before)),
            }
        }
    }

    fn arrive(&mut self, point: usize) {
        for list in [&mut self.order, &mut self.low] {
            if let Some(known) = list.get_mut(point) {
                *known = self.next;
            }
        }
        self.next += 1;
    }

    fn lower(&mut self, point: usize, to: usize) {
        if let Some(low) = self.low.get_mut(point) {
            *low = (*low).min(to);
        }
    }

    fn leave(&mut self, point: usize, by: Option<usize>, before: Option<usize>) {
        let (Some(at), Some(before)) = (by, before) else { return };
        let low = self.low.get(point).copied().unwrap_or(0);
        self.lower(before, low);
        if low > self.order.get(before).copied().unwrap_or(0) {
            self.lone.push(at);
        }
    }
}
