//! A table with its totals as a network in which what flows into a point flows out of it.
//!
//! In: parts and totals with what is hidden. Out: which hidden numbers a reader could work out. A part flows from its row to
//! its column, a total closes the circle: so each row, each column and all of them together balance. A hidden number is
//! safe exactly when it can be one more or one less while everything that is shown stays as it is: when it lies on a circle
//! of hidden numbers that can all move. This covers every linear combination, and what counts from 1 on give away besides.
//! Not here: which further numbers to hide (`extra.rs`).

use crate::model::quantity::Decimal;

/// What a reader sees of a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// The number.
    Shown,
    /// A sign in its place.
    Hidden,
    /// Nothing, and nothing to protect: a total that nobody publishes.
    Free,
}

/// Which number it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// A row of the table, by its position.
    Part(usize),
    /// The total of a line, or of all.
    Total,
}

/// A number of the table, which flows from one point to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) value: Decimal,
    pub(super) state: State,
    pub(super) kind: Kind,
}

/// A table with its totals.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pub(super) numbers: Vec<Number>,
    /// How many points there are.
    pub(super) points: usize,
    /// The least that a reader knows a hidden count to be.
    pub(super) floor: Decimal,
}

/// A way along a number: the number, the point it leads to.
type Way = (usize, usize);

impl Network {
    /// Whether a number that is not shown could be one less.
    pub(super) fn can_fall(&self, number: &Number) -> bool {
        number.state == State::Free || number.value > self.floor
    }

    /// The ways out of each point along numbers that are not shown.
    fn ways(&self) -> Vec<Vec<Way>> {
        let mut ways = vec![Vec::new(); self.points];
        for (at, number) in self.numbers.iter().enumerate().filter(|(_, number)| number.state != State::Shown) {
            if let Some(out) = ways.get_mut(number.from) {
                out.push((at, number.to));
            }
            if self.can_fall(number)
                && let Some(out) = ways.get_mut(number.to)
            {
                out.push((at, number.from));
            }
        }
        ways
    }

    /// The hidden numbers that what is shown gives away.
    pub(super) fn exposed(&self) -> Vec<usize> {
        let ways = self.ways();
        let hidden = self.numbers.iter().enumerate().filter(|(_, number)| number.state == State::Hidden);
        hidden.filter(|(at, _)| !self.is_safe(*at, &ways)).map(|(at, _)| at).collect()
    }

    /// Whether what is shown leaves the number open.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.is_safe(at, &self.ways())
    }

    fn is_safe(&self, at: usize, ways: &[Vec<Way>]) -> bool {
        let Some(number) = self.numbers.get(at) else { return true };
        reaches(ways, (number.to, number.from), at)
            || (self.can_fall(number) && reaches(ways, (number.from, number.to), at))
    }
}

/// Whether there is a way from one point to another that leaves a number out.
fn reaches(ways: &[Vec<Way>], (from, to): (usize, usize), without: usize) -> bool {
    let mut seen = vec![false; ways.len()];
    let mut next = vec![from];
    while let Some(point) = next.pop() {
        if point == to {
            return true;
        }
        if std::mem::replace(seen.get_mut(point).unwrap_or(&mut true), true) {
            continue;
        }
        let out = ways.get(point).into_iter().flatten();
        next.extend(out.filter(|(at, _)| *at != without).map(|(_, point)| *point));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Kind, Network, Number, State};
    use crate::model::quantity::Decimal;

    /// One line: parts, then their total.
    fn line(parts: &[(u32, bool)]) -> Network {
        let state = |hidden| if hidden { State::Hidden } else { State::Shown };
        let part = |(at, (value, hidden)): (usize, &(u32, bool))| Number {
            from: 0,
            to: 1,
            value: Decimal::from(*value),
            state: state(*hidden),
            kind: Kind::Part(at),
        };
        let total = parts.iter().map(|(value, _)| Decimal::from(*value)).sum();
        let mut numbers: Vec<Number> = parts.iter().enumerate().map(part).collect();
        numbers.push(Number { from: 1, to: 0, value: total, state: State::Shown, kind: Kind::Total });
        Network { numbers, points: 2, floor: Decimal::ONE }
    }

    #[test]
    fn one_hidden_part_is_given_away_by_its_total_and_two_are_not() {
        assert_eq!(line(&[(3, true), (20, false)]).exposed(), [0]);
        assert!(line(&[(3, true), (20, true), (9, false)]).exposed().is_empty());
    }

    #[test]
    fn parts_that_can_only_all_be_one_are_given_away() {
        assert_eq!(line(&[(1, true), (1, true), (9, false)]).exposed(), [0, 1]);
        assert!(line(&[(1, true), (2, true), (9, false)]).exposed().is_empty());
    }
}
