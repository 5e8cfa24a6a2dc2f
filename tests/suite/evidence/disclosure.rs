//! What is hidden stays hidden: worked out here by other means than the program's, and as few numbers as can be.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use candour::model::metric::Metric;
use candour::model::settings::Settings;
use proptest::prelude::{ProptestConfig, prop, proptest};

use super::computed;

const NOTE: &str =
    "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nfile: a.csv\n";

fn metric(note: &str, table: &str, settings: &Settings) -> Metric {
    let files = [("data/metrics/a.yaml", note), ("data/metrics/a.csv", table)];
    computed(&files, settings).metrics.remove("a").unwrap()
}

fn two_ways(values: &[Vec<u32>], settings: &Settings) -> Metric {
    let mut table = "team,outcome,value\n".to_owned();
    for (at, row) in values.iter().enumerate() {
        for (column, value) in row.iter().enumerate() {
            writeln!(table, "t{at},o{column},{value}").unwrap();
        }
    }
    metric(&format!("{NOTE}dimensions: [team, outcome]\n"), &table, settings)
}

/// Whether each unknown has one value alone, by elimination over fractions.
fn determined(mut equations: Vec<Vec<i128>>, unknowns: usize) -> BTreeSet<usize> {
    let mut rank = 0;
    for column in 0..unknowns {
        let Some(at) = (rank..equations.len()).find(|at| equations[*at][column] != 0) else { continue };
        equations.swap(rank, at);
        let pivot = equations[rank].clone();
        for (_, equation) in equations.iter_mut().enumerate().filter(|(other, _)| *other != rank) {
            let times = equation[column];
            for (value, by) in equation.iter_mut().zip(&pivot) {
                *value = *value * pivot[column] - by * times;
            }
        }
        rank += 1;
    }
    let alone = |equation: &Vec<i128>| equation.iter().filter(|factor| **factor != 0).count() == 1;
    let single = equations.iter().filter(|equation| alone(equation));
    single.map(|equation| equation.iter().position(|factor| *factor != 0).unwrap()).collect()
}

/// What can be solved for of a table of two ways when these are hidden: cells by row and column, and totals.
fn solved(hidden: &BTreeSet<(usize, usize)>, hidden_totals: &BTreeSet<(usize, usize)>, size: (usize, usize)) -> usize {
    // The totals are the last row and the last column.
    let unknowns: Vec<(usize, usize)> = hidden.iter().chain(hidden_totals).copied().collect();
    let in_row = |row: usize| unknowns.iter().map(|(r, c)| sign(*r == row, *c == size.1)).collect::<Vec<_>>();
    let in_column = |column: usize| unknowns.iter().map(|(r, c)| sign(*c == column, *r == size.0)).collect::<Vec<_>>();
    let equations = (0..=size.0).map(in_row).chain((0..=size.1).map(in_column)).collect();
    determined(equations, unknowns.len()).len()
}

fn sign(is_in: bool, is_total: bool) -> i128 {
    if is_in { if is_total { -1 } else { 1 } } else { 0 }
}

/// Cells of a table by row and column.
type Cells = BTreeSet<(usize, usize)>;

fn hidden(metric: &Metric, size: (usize, usize)) -> (Cells, Cells) {
    let at = |name: &str| name.get(1..).unwrap().parse::<usize>().unwrap();
    let cells = metric.values.iter().filter(|value| value.suppressed);
    let cells = cells.map(|value| (at(&value.group[0]), at(&value.group[1]))).collect();
    let margins = metric.margins.iter().filter(|margin| margin.value.is_none());
    let place = |dimension: usize, group: usize| if dimension == 0 { (group, size.1) } else { (size.0, group) };
    let mut totals: BTreeSet<_> = margins.map(|margin| place(margin.dimension, at(&margin.group))).collect();
    if metric.total.as_ref().is_some_and(|total| total.value.is_none()) {
        totals.insert(size);
    }
    (cells, totals)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_number_of_a_table_of_two_ways_can_be_solved_for(
        values in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![0, 1, 1, 2, 4, 6, 9, 30]), 5), 1..6)
    ) {
        let size = (values.len(), 5);
        let metric = two_ways(&values, &Settings::default());
        let (cells, totals) = hidden(&metric, size);
        for (row, counts) in values.iter().enumerate() {
            for (column, count) in counts.iter().enumerate() {
                assert!(!(1..5).contains(count) || cells.contains(&(row, column)), "{values:?}");
            }
        }
        assert_eq!(solved(&cells, &totals, size), 0, "{values:?} hides {cells:?} {totals:?}");
    }

    #[test]
    fn no_smaller_choice_of_hidden_counts_would_do(
        values in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![3, 6, 7, 8, 9, 10, 11, 12, 20]), 4), 4)
    ) {
        let size = (4, 4);
        let (cells, totals) = hidden(&two_ways(&values, &Settings::default()), size);
        assert!(totals.is_empty());
        let all = (0..4).flat_map(|row| (0..4).map(move |column| (row, column)));
        let (small, others): (Vec<_>, Vec<_>) = all.partition(|(row, column)| values[*row][*column] < 5);
        let extra = cells.len() - small.len();
        let fewer = (0_u32..1 << others.len()).filter(|choice| usize::try_from(choice.count_ones()).unwrap() + 1 == extra);
        for choice in fewer {
            let chosen = others.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, cell)| *cell);
            let hidden: BTreeSet<_> = small.iter().copied().chain(chosen).collect();
            assert!(solved(&hidden, &totals, size) > 0, "{values:?}: {hidden:?} would do, not {cells:?}");
        }
    }

    #[test]
    fn no_hidden_number_of_a_table_of_three_ways_follows_from_its_lines(
        values in prop::collection::vec(prop::sample::select(vec![0, 2, 3, 7, 9, 30]), 27)
    ) {
        let mut table = "a,b,c,value\n".to_owned();
        let places: Vec<[usize; 3]> = (0..27).map(|at| [at / 9, at / 3 % 3, at % 3]).collect();
        for ([a, b, c], value) in places.iter().zip(&values) {
            writeln!(table, "a{a},b{b},c{c},{value}").unwrap();
        }
        let metric = metric(&format!("{NOTE}dimensions: [a, b, c]\n"), &table, &Settings::default());
        let unknowns: Vec<[usize; 3]> =
            places.iter().zip(&metric.values).filter(|(_, value)| value.suppressed).map(|(place, _)| *place).collect();
        let mut equations = Vec::new();
        for free in 0..3 {
            for fixed in (0..9).map(|at| (at / 3, at % 3)) {
                let others = |place: &[usize; 3]| {
                    let mut rest = (0..3).filter(|way| *way != free).map(|way| place[way]);
                    (rest.next().unwrap(), rest.next().unwrap())
                };
                equations.push(unknowns.iter().map(|place| i128::from(others(place) == fixed)).collect());
            }
        }
        assert!(determined(equations, unknowns.len()).is_empty(), "{values:?}");
    }
}

#[test]
fn one_small_count_in_a_table_of_two_ways_costs_three_more() {
    let metric = two_ways(&[vec![3, 20, 30], vec![40, 50, 60], vec![70, 80, 90]], &Settings::default());
    assert_eq!(metric.values.iter().filter(|value| value.suppressed).count(), 4);
    let margins: Vec<&str> = metric.margins.iter().map(|margin| margin.display.as_str()).collect();
    assert_eq!(margins, ["53", "150", "240", "113", "150", "180"]);
    assert_eq!(metric.total.unwrap().display, "443");
}

#[test]
fn small_counts_that_share_a_circle_cost_one_more() {
    // Three corners of a rectangle are small: the fourth is enough.
    let metric = two_ways(&[vec![3, 4, 30], vec![2, 50, 60], vec![70, 80, 90]], &Settings::default());
    let seen: Vec<&str> = metric.values.iter().map(|value| value.display.as_str()).collect();
    assert_eq!(seen, ["[c]", "[c]", "30", "[c]", "[c]", "60", "70", "80", "90"]);
}

#[test]
fn a_site_may_hide_zeros_too() {
    let settings = Settings { disclosure_hides_zeros: true, ..Settings::default() };
    let metric = metric(&format!("{NOTE}dimensions: [team]\n"), "team,value\na,0\nb,20\nc,9\n", &settings);
    let seen: Vec<&str> = metric.values.iter().map(|value| value.display.as_str()).collect();
    assert_eq!(seen, ["[c]", "20", "[c]"]);
}

#[test]
fn without_published_totals_nothing_but_small_counts_is_hidden() {
    let note = format!("{NOTE}dimensions: [team, outcome]\ntotals: false\n");
    let metric = metric(&note, "team,outcome,value\na,x,3\na,y,20\nb,x,40\nb,y,50\n", &Settings::default());
    assert_eq!(metric.values.iter().filter(|value| value.suppressed).count(), 1);
    assert!(metric.total.is_none() && metric.margins.is_empty());
}

#[test]
fn what_is_made_of_counts_that_another_note_hides_is_hidden_too() {
    let months = (1..=6).fold("period,people\n".to_owned(), |mut text, month| {
        writeln!(text, "2025-0{month},{}", if month == 4 { 2 } else { 20 + month }).unwrap();
        text
    });
    let head =
        "better: lower\nsource: { title: S, publisher: P }\nfile: a.csv\nperiod: month\ncolumns: { value: people }\n";
    let counts = format!("title: A\nunit: people\nbasis: actual\n{head}");
    let index = format!("title: B\nunit: index\nbasis: actual\nmethod: index\nbase: 2025-01\n{head}");
    let mean = format!("title: C\nunit: people\nbasis: average\nmethod: rolling mean\nwindow: 2 months\n{head}");
    let files = [
        ("data/metrics/a.yaml", counts.as_str()),
        ("data/metrics/b.yaml", index.as_str()),
        ("data/metrics/c.yaml", mean.as_str()),
        ("data/metrics/a.csv", months.as_str()),
    ];
    let computed = computed(&files, &Settings::default());
    let hidden = |id: &str| {
        let values = computed.metrics[id].values.iter().filter(|value| value.suppressed);
        values.map(|value| value.period.as_ref().unwrap().text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(hidden("a"), ["2025-04"]);
    assert_eq!(hidden("b"), ["2025-04"]);
    assert_eq!(hidden("c"), ["2025-04", "2025-05"]);
}
