//! Tables of three ways and more: what hidden numbers follow from the sums of lines by linear combination.
//!
//! In: the rows of a table and its lines, each of which counts as if its sum were known. Out: the same rows with more of
//! them hidden, until no hidden number follows. Equations are solved modulo a large prime, exactly. Tables with very many
//! hidden numbers are hidden whole. Not here: tables of one or two ways, which need fewer (`network.rs`).

use super::super::row::Row;
use crate::model::quantity::Decimal;

/// A prime below 2 to the 61: the chance that it divides a determinant by accident is nil in practice.
const PRIME: u64 = (1 << 61) - 1;
/// With more hidden numbers than this, all are hidden.
const MOST: usize = 300;

/// Hides what must be hidden besides.
pub(super) fn protect(rows: &mut [Row], lines: &[Vec<usize>]) {
    loop {
        let hidden: Vec<usize> =
            (0..rows.len()).filter(|at| rows.get(*at).is_some_and(|row| row.hidden && row.value.is_some())).collect();
        if hidden.len() > MOST {
            rows.iter_mut().filter(|row| row.value.is_some()).for_each(|row| row.hidden = true);
            return;
        }
        let told: Vec<usize> = followed(&hidden, lines).into_iter().chain(ones(rows, lines)).collect();
        if told.is_empty() || !told.into_iter().any(|at| hide_beside(rows, lines, at)) {
            return;
        }
    }
}

/// The hidden numbers of lines whose sum leaves each of them no more than 1.
fn ones(rows: &[Row], lines: &[Vec<usize>]) -> Vec<usize> {
    let mut told = Vec::new();
    for line in lines {
        let hidden = || line.iter().copied().filter(|at| rows.get(*at).is_some_and(|row| row.hidden));
        let all_one = |at: usize| rows.get(at).and_then(|row| row.value).is_none_or(|value| value <= Decimal::ONE);
        if hidden().all(all_one) {
            told.extend(hidden().next());
        }
    }
    told
}

/// Hides the smallest number beside one in the line that hides fewest; a 0 only when nothing else is left.
fn hide_beside(rows: &mut [Row], lines: &[Vec<usize>], at: usize) -> bool {
    let is_hidden = |at: &usize| rows.get(*at).is_some_and(|row| row.hidden);
    let shown = |line: &Vec<usize>| {
        let open =
            line.iter().copied().filter(|at| rows.get(*at).is_some_and(|row| !row.hidden && row.value.is_some()));
        open.min_by_key(|at| {
            let value = rows.get(*at).and_then(|row| row.value).unwrap_or_default();
            (value.is_zero(), value, *at)
        })
    };
    let own = lines.iter().filter(|line| line.contains(&at));
    let mut choices: Vec<(usize, usize)> =
        own.filter_map(|line| Some((line.iter().filter(|at| is_hidden(at)).count(), shown(line)?))).collect();
    choices.sort_unstable();
    // Where its own lines are hidden whole, any other number helps more than none.
    let next = choices.first().map(|(_, at)| *at).or_else(|| lines.iter().find_map(shown));
    match next.and_then(|at| rows.get_mut(at)) {
        Some(row) => {
            row.hidden = true;
            true
        }
        None => false,
    }
}

/// The hidden numbers that the sums of the lines determine.
fn followed(hidden: &[usize], lines: &[Vec<usize>]) -> Vec<usize> {
    let mut equations: Vec<Vec<u64>> = Vec::new();
    for line in lines {
        let equation: Vec<u64> = hidden.iter().map(|at| u64::from(line.contains(at))).collect();
        if equation.iter().any(|factor| *factor != 0) {
            equations.push(equation);
        }
    }
    let solved = reduced(equations, hidden.len());
    // In reduced form a number is determined exactly when an equation holds it alone.
    let alone = solved.iter().filter(|equation| equation.iter().filter(|factor| **factor != 0).count() == 1);
    alone.filter_map(|equation| hidden.get(equation.iter().position(|factor| *factor != 0)?).copied()).collect()
}

/// Gauss and Jordan's elimination.
fn reduced(mut equations: Vec<Vec<u64>>, width: usize) -> Vec<Vec<u64>> {
    let mut rank = 0;
    for column in 0..width {
        let factor = |equation: &[u64]| equation.get(column).copied().unwrap_or(0);
        let Some(at) = (rank..equations.len()).find(|at| equations.get(*at).is_some_and(|e| factor(e) != 0)) else {
            continue;
        };
        equations.swap(rank, at);
        let Some(pivot) = equations.get(rank).map(|pivot| scaled(pivot, inverse(factor(pivot)))) else { continue };
        for (other, equation) in equations.iter_mut().enumerate() {
            let times = factor(equation);
            if other == rank {
                equation.clone_from(&pivot);
            } else if times != 0 {
                let less = |(a, b): (&u64, &u64)| (a + PRIME - product(*b, times)) % PRIME;
                *equation = equation.iter().zip(&pivot).map(less).collect();
            }
        }
        rank += 1;
    }
    equations.truncate(rank);
    equations
}

fn scaled(equation: &[u64], factor: u64) -> Vec<u64> {
    equation.iter().map(|value| product(*value, factor)).collect()
}

fn product(a: u64, b: u64) -> u64 {
    u64::try_from(u128::from(a) * u128::from(b) % u128::from(PRIME)).unwrap_or(0)
}

/// The number that times this one is 1: the number to the power of the prime less 2.
fn inverse(value: u64) -> u64 {
    let (mut result, mut base, mut power) = (1, value, PRIME - 2);
    while power > 0 {
        if power & 1 == 1 {
            result = product(result, base);
        }
        base = product(base, base);
        power >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::followed;

    #[test]
    fn what_lines_determine_together_is_found_where_no_line_does_alone() {
        // Two squares that share the line of 4 and 5: every line hides two, and 0 with 1 leaves a third line alone.
        let square = [vec![0, 1], vec![2, 3], vec![0, 2], vec![1, 3]];
        assert!(followed(&[0, 1, 2, 3], &square).is_empty());
        let bridged = [vec![0, 1], vec![2, 3, 4], vec![0, 2], vec![1, 3], vec![4, 5]];
        assert_eq!(followed(&[0, 1, 2, 3, 4, 5], &bridged), [4, 5]);
    }
}
