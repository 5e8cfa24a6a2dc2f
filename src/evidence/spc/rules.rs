//! The four rules over the points of one group.
//!
//! In: values, which of them adjoin, the group's limits. Out: for each point the rules that hold, the deciding one first,
//! and whether it points up. A missing value has no rule and breaks every run. Not here: what is good or bad.

use std::cmp::Ordering;

use super::limits::Limits;
use crate::model::spc::SpcRule;

/// A group's points.
pub(super) struct Group<'g> {
    pub(super) values: &'g [Option<i128>],
    /// Whether the value before each is that of the period before.
    pub(super) adjoins: &'g [bool],
    pub(super) limits: Limits,
    /// Points in a row that make a trend or a shift.
    pub(super) run_length: usize,
    /// Whether a point beyond a limit counts among two of three.
    pub(super) counts_beyond: bool,
}

/// The rules that hold at a point, in order, and whether the first of them points up.
pub(super) type Flags = (Vec<SpcRule>, bool);

impl Group<'_> {
    /// The flags of every point.
    pub(super) fn flags(&self) -> Vec<Flags> {
        let sides: Vec<Option<Ordering>> =
            self.values.iter().map(|value| value.map(|value| self.limits.side(value))).collect();
        let steps: Vec<Option<Ordering>> = (0..self.values.len()).map(|at| self.step(at)).collect();
        let (trend, two, shift) = (self.trend(&steps), self.two_of_three(&sides), self.shift(&sides));
        let flags = (0..self.values.len()).map(|at| {
            let value = self.values.get(at).copied().flatten();
            let mut rules = Vec::new();
            let mut holds = |rule: SpcRule, holds: bool| rules.extend(holds.then_some(rule));
            holds(SpcRule::BeyondLimits, value.is_some_and(|value| self.limits.is_beyond(value)));
            holds(SpcRule::Trend, is(&trend, at));
            holds(SpcRule::TwoOfThree, is(&two, at));
            holds(SpcRule::Shift, is(&shift, at));
            let way = if rules.first() == Some(&SpcRule::Trend) {
                way_of_trend(at, &trend, &steps)
            } else {
                sides.get(at).copied().flatten()
            };
            (rules, way == Some(Ordering::Greater))
        });
        flags.collect()
    }

    /// Whether the point before is there and of the period before.
    fn continues(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.values.get(before)).copied().flatten();
        before.is_some() && is(self.adjoins, at)
    }

    /// Which way the value went from the point before; none where either is missing.
    fn step(&self, at: usize) -> Option<Ordering> {
        let after = self.values.get(at).copied().flatten()?;
        let before = self.values.get(at.checked_sub(1)?).copied().flatten()?;
        is(self.adjoins, at).then(|| after.cmp(&before))
    }

    /// Runs of steps of one sign; a run of six steps is a trend of seven points.
    fn trend(&self, steps: &[Option<Ordering>]) -> Vec<bool> {
        let mut flagged = vec![false; steps.len()];
        let one_way = |way: &Option<Ordering>| way.is_some_and(Ordering::is_ne);
        for run in runs(steps, |before, after| before == after && one_way(after)) {
            let steps_of_run = run.filter(|at| steps.get(*at).is_some_and(one_way)).collect::<Vec<usize>>();
            if steps_of_run.len() + 1 < self.run_length {
                continue;
            }
            let first = steps_of_run.first().and_then(|at| at.checked_sub(1));
            mark(&mut flagged, first.into_iter().chain(steps_of_run));
        }
        flagged
    }

    /// Runs strictly on one side of the mean.
    fn shift(&self, sides: &[Option<Ordering>]) -> Vec<bool> {
        let mut flagged = vec![false; sides.len()];
        let mut run: Vec<usize> = Vec::new();
        for (at, side) in sides.iter().enumerate() {
            let goes_on = run.last().is_some_and(|last| sides.get(*last) == Some(side)) && self.continues(at);
            if !goes_on {
                run.clear();
            }
            if side.is_some_and(Ordering::is_ne) {
                run.push(at);
            }
            if run.len() >= self.run_length {
                mark(&mut flagged, run.iter().copied());
            }
        }
        flagged
    }

    /// Three in a row on one side, two of them near the limit: those two, or all three, are flagged.
    fn two_of_three(&self, sides: &[Option<Ordering>]) -> Vec<bool> {
        let mut flagged = vec![false; sides.len()];
        let counts = |at: &usize| {
            let value = self.values.get(*at).copied().flatten();
            value
                .is_some_and(|value| self.limits.is_far(value) && (self.counts_beyond || !self.limits.is_beyond(value)))
        };
        for (at, three) in sides.windows(3).enumerate() {
            let [first, second, third] = three else { continue };
            let one_side = first == second && second == third && first.is_some_and(Ordering::is_ne);
            if !one_side || !self.continues(at + 1) || !self.continues(at + 2) {
                continue;
            }
            let near: Vec<usize> = (at..at + 3).filter(counts).collect();
            if near.len() >= 2 {
                mark(&mut flagged, near.into_iter());
            }
        }
        flagged
    }
}

/// A peak or trough that two trends share belongs to the second; a tie behind a trend leaves it as it was.
fn way_of_trend(at: usize, trend: &[bool], steps: &[Option<Ordering>]) -> Option<Ordering> {
    let step = |at: usize| steps.get(at).copied().flatten().filter(|way| way.is_ne());
    let after = step(at + 1).filter(|_| is(trend, at + 1));
    after.or_else(|| step(at))
}

/// Positions in runs in which each neighbour follows the one before.
fn runs<T>(list: &[T], follows: impl Fn(&T, &T) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut end = 0;
    let mut runs = Vec::new();
    for run in list.chunk_by(follows) {
        runs.push(end..end + run.len());
        end += run.len();
    }
    runs
}

fn is(list: &[bool], at: usize) -> bool {
    list.get(at).copied().unwrap_or(false)
}

fn mark(flagged: &mut [bool], positions: impl Iterator<Item = usize>) {
    for at in positions {
        if let Some(flag) = flagged.get_mut(at) {
            *flag = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;
    use crate::evidence::spc::limits::Limits;
    use crate::model::spc::SpcRule;

    /// `T` trend, `S` shift, `B` beyond, `N` near; lower case when it points down; the deciding rule alone.
    fn told(values: &[Option<i128>], counts_beyond: bool) -> String {
        let adjoins = vec![true; values.len()];
        let limits = Limits::of(values, &adjoins, true).unwrap();
        let group = Group { values, adjoins: &adjoins, limits, run_length: 7, counts_beyond };
        let letter = |(rules, up): (Vec<SpcRule>, bool)| {
            let letter = match rules.first() {
                None => '.',
                Some(SpcRule::BeyondLimits) => 'B',
                Some(SpcRule::Trend) => 'T',
                Some(SpcRule::TwoOfThree) => 'N',
                Some(SpcRule::Shift) => 'S',
            };
            if up { letter } else { letter.to_ascii_lowercase() }
        };
        group.flags().into_iter().map(letter).collect()
    }

    fn all(values: &[i128]) -> Vec<Option<i128>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn seven_points_make_a_trend_and_six_do_not() {
        assert_eq!(told(&all(&[9, 5, 6, 7, 8, 9, 10, 5, 9, 5]), false), "..........");
        assert_eq!(told(&all(&[9, 5, 6, 7, 8, 9, 10, 11, 5, 9, 5]), false), ".TTTTTTT...");
    }

    #[test]
    fn a_shared_peak_belongs_to_the_fall_and_a_tie_does_not() {
        // Wide limits, so that the trends alone are seen.
        let wide = [0, 100, 0, 100, 0, 100];
        let up_and_down = [40, 42, 44, 46, 48, 50, 52, 50, 48, 46, 44, 42, 40];
        assert_eq!(told(&all(&[&wide[..], &up_and_down].concat()), false), "......TTTTTTttttttt");
        let with_tie = [40, 42, 44, 46, 48, 50, 52, 52, 54, 56, 58, 60, 62, 64];
        assert_eq!(told(&all(&[&wide[..], &with_tie].concat()), false), "......TTTTTTTTTTTTTT");
    }

    #[test]
    fn a_missing_value_breaks_a_trend_and_a_shift() {
        let mut values = all(&[1, 2, 3, 4, 5, 6, 7, 8]);
        values.insert(4, None);
        assert!(!told(&values, false).contains('T'));
        let mut values = all(&[5, 4, 5, 4, 5, 4, 5, 4, 9, 8, 9, 8, 9, 8, 9]);
        assert!(told(&values, false).to_uppercase().contains('S'));
        values.insert(11, None);
        assert!(!told(&values, false).ends_with("SSSS"));
    }

    #[test]
    fn a_point_on_the_mean_breaks_a_shift() {
        let told = told(&all(&[4, 6, 6, 4, 6, 4, 4, 5, 4, 4, 4, 6, 6, 6]), false);
        assert!(!told.contains('s'), "{told}");
    }

    #[test]
    fn a_point_beyond_the_limit_counts_among_two_of_three_only_when_asked() {
        // Mean 0, average range 3 after screening: near from 5.32, beyond from 7.98.
        let values = all(&[-1, 1, -1, 1, -1, 1, -1, 1, -1, 1, 3, 6, 9, 0, -9, -6, -3]);
        assert_ne!(told(&values, true), told(&values, false));
    }
}
