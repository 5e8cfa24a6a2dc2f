//! Process limits and signals: worked out again in another way, and what holds for any series.

use std::fmt::Write as _;

use candour::evidence::listing;
use candour::model::metric::Metric;
use candour::model::settings::Settings;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};

use super::computed;

/// A metric of one value a week.
pub(crate) fn weekly(values: &[Option<String>], better: &str, spc: &str) -> Metric {
    of_rows(&rows(values), better, spc)
}

fn rows(values: &[Option<String>]) -> Vec<String> {
    let start: candour::model::date::Date = "2024-01-01".parse().unwrap();
    let week = |at: usize| start.plus_days(7 * i32::try_from(at).unwrap());
    values.iter().enumerate().map(|(at, value)| format!("{},{}", week(at), value.as_deref().unwrap_or(""))).collect()
}

fn of_rows(rows: &[String], better: &str, spc: &str) -> Metric {
    let note = format!(
        "title: A made-up process\nunit: people per week\nbasis: average\nbetter: {better}\n\
         source: {{ title: S, publisher: P }}\nperiod: week\nfile: a.csv\nspc: {spc}\n"
    );
    let mut table = String::from("period,value\n");
    for row in rows {
        writeln!(table, "{row}").unwrap();
    }
    let files = [("data/metrics/a.yaml", note.as_str()), ("data/metrics/a.csv", table.as_str())];
    computed(&files, &Settings::default()).metrics.remove("a").unwrap()
}

fn listed(metric: &Metric) -> Value {
    let metrics = [(metric.id.clone(), metric.clone())].into();
    serde_json::to_value(listing::listing(&metrics)).unwrap()["metrics"][0]["spc"].take()
}

fn typed(values: &[Option<i64>]) -> Vec<Option<String>> {
    values.iter().map(|value| value.map(|value| value.to_string())).collect()
}

/// The flags of a metric: rules and direction of each point.
fn flags(metric: &Metric) -> Vec<(Vec<String>, Option<String>)> {
    let spc = listed(metric);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    spc["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| {
            let rules = point["special_cause"].as_array().unwrap().iter().filter_map(text).collect();
            (rules, text(&point["direction"]))
        })
        .collect()
}

/// The specification again, window by window over fractions, for series where more is worse.
fn reference(values: &[Option<i64>], baseline: usize, screening: bool) -> Vec<(Vec<String>, Option<String>)> {
    let base = &values[..baseline];
    let known: Vec<i64> = base.iter().flatten().copied().collect();
    let (n, sum) = (i64::try_from(known.len()).unwrap(), known.iter().sum::<i64>());
    let mut ranges: Vec<i64> = base.windows(2).filter_map(|w| Some((w[1]? - w[0]?).abs())).collect();
    if screening {
        let (m, total) = (i64::try_from(ranges.len()).unwrap(), ranges.iter().sum::<i64>());
        ranges.retain(|range| 1000 * range * m < 3267 * total);
    }
    let (m, total) = (i64::try_from(ranges.len()).unwrap(), ranges.iter().sum::<i64>());
    // Everything times 300 n m, so that limits and near lines are whole numbers.
    let at = |value: i64| 300 * n * m * value;
    let (mean, limit, near) = (300 * m * sum, 798 * n * total, 532 * n * total);
    let side = |value: i64| (value * n - sum).signum();
    let outside = |value: i64| m > 0 && (at(value) - mean).abs() > limit;
    let is_near = |value: i64| m > 0 && !outside(value) && (at(value) - mean).abs() > near;
    let mut found = vec![(Vec::new(), None); values.len()];
    let windows = |size: usize| {
        values
            .windows(size)
            .enumerate()
            .filter_map(|(from, window)| Some((from, window.iter().copied().collect::<Option<Vec<i64>>>()?)))
    };
    let (mut trend, mut two, mut shift) = (vec![0; values.len()], vec![false; values.len()], vec![false; values.len()]);
    for (from, window) in windows(7) {
        let up = window.windows(2).all(|w| w[1] > w[0]);
        if up || window.windows(2).all(|w| w[1] < w[0]) {
            // A later window overwrites a shared peak, which so belongs to what follows it.
            (from..from + 7).for_each(|at| trend[at] = if up { 1 } else { -1 });
        }
        if window.iter().all(|v| side(*v) > 0) || window.iter().all(|v| side(*v) < 0) {
            (from..from + 7).for_each(|at| shift[at] = true);
        }
    }
    for (from, window) in windows(3) {
        let one_side = window.iter().all(|v| side(*v) > 0) || window.iter().all(|v| side(*v) < 0);
        if one_side && window.iter().filter(|v| is_near(**v)).count() >= 2 {
            (0..3).filter(|at| is_near(window[*at])).for_each(|at| two[from + at] = true);
        }
    }
    for (at, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let holds = [
            ("beyond limits", outside(*value), side(*value)),
            ("trend", trend[at] != 0, trend[at]),
            ("two of three", two[at], side(*value)),
            ("shift", shift[at], side(*value)),
        ];
        let holding: Vec<_> = holds.iter().filter(|(_, holds, _)| *holds).collect();
        let way = holding.first().map(|(.., way)| if *way > 0 { "concern" } else { "improvement" });
        found[at] = (holding.iter().map(|(name, ..)| (*name).to_owned()).collect(), way.map(str::to_owned));
    }
    found
}

/// A walk with steps of one sign, plateaus and gaps: what makes runs.
fn series() -> impl Strategy<Value = Vec<Option<i64>>> {
    let step = prop::collection::vec((-2..=6_i64, prop::bool::weighted(0.97)), 1..60);
    let noise = prop::collection::vec(prop::option::weighted(0.95, -9..40_i64), 1..60);
    let walk = step.prop_map(|steps| {
        let mut at = 0;
        let wave = |order: usize| if (order / 9).is_multiple_of(2) { 1 } else { -1 };
        let walked = steps.into_iter().enumerate().map(|(order, (step, is_known))| {
            at += step.signum() * wave(order);
            is_known.then_some(at)
        });
        walked.collect::<Vec<_>>()
    });
    proptest::prop_oneof![walk, noise]
}

proptest! {
    #[test]
    fn a_second_implementation_finds_the_same(values in series(), screening in any::<bool>(), fixed in 12..70_usize) {
        if values.iter().all(Option::is_none) {
            return Ok(());
        }
        let baseline = if fixed <= values.len() { fixed } else { values.len() };
        if values[..baseline].iter().all(Option::is_none) {
            return Ok(());
        }
        let asked = if fixed <= values.len() { format!(", baseline: {fixed}") } else { String::new() };
        let metric = weekly(&typed(&values), "lower", &format!("{{ screening: {screening}{asked} }}"));
        prop_assert_eq!(flags(&metric), reference(&values, baseline, screening));
    }

    #[test]
    fn shifting_and_scaling_keep_the_flags(values in series(), up in 0..5000_i64, places in 1..4_usize) {
        let before = flags(&weekly(&typed(&values), "lower", "{}"));
        let shifted: Vec<_> = values.iter().map(|value| value.map(|value| value + up)).collect();
        prop_assert_eq!(&flags(&weekly(&typed(&shifted), "lower", "{}")), &before);
        let scaled: Vec<_> = values
            .iter()
            .map(|value| value.map(|value| format!("{value}e").replace('e', &format!(".{}", "0".repeat(places)))))
            .collect();
        prop_assert_eq!(&flags(&weekly(&scaled, "lower", "{}")), &before);
        let tenth = |value: i64| format!("{}0.{:03}", if value < 0 { "-" } else { "" }, value.abs());
        let smaller: Vec<_> = values.iter().map(|value| value.map(tenth)).collect();
        prop_assert_eq!(&flags(&weekly(&smaller, "lower", "{}")), &before);
    }

    #[test]
    fn swapping_the_good_way_swaps_improvement_and_concern_alone(values in series()) {
        let swap = |direction: Option<String>| direction.map(|word| match word.as_str() {
            "improvement" => "concern".to_owned(),
            _ => "improvement".to_owned(),
        });
        let lower = flags(&weekly(&typed(&values), "lower", "{}"));
        let higher = flags(&weekly(&typed(&values), "higher", "{}"));
        prop_assert_eq!(lower.into_iter().map(|(rules, way)| (rules, swap(way))).collect::<Vec<_>>(), higher);
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        (rows, shuffled) in series().prop_map(|values| rows(&typed(&values)))
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        prop_assert_eq!(listed(&of_rows(&rows, "lower", "{}")), listed(&of_rows(&shuffled, "lower", "{}")));
    }

    #[test]
    fn no_number_makes_it_panic(values in prop::collection::vec(prop::option::of("-?[0-9]{1,28}|0\\.[0-9]{1,27}"), 1..20)) {
        let spc = listed(&weekly(&values, "higher", "{ target: 79228162514264337593543950335 }"));
        prop_assert!(spc["points"].as_array().is_none_or(|points| points.len() == values.len()));
    }
}

fn whole(values: &[i64]) -> Vec<Option<String>> {
    typed(&values.iter().copied().map(Some).collect::<Vec<_>>())
}

#[test]
fn programs_read_limits_signals_and_verdicts_in_the_shape_of_the_design() {
    let values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 18, 10];
    let spc = listed(&weekly(&whole(&values), "lower", "{ baseline: 12, target: 4, screening: false }"));
    let limits = (json!(11), json!(16.32), json!(5.68));
    assert_eq!((&spc["mean"], &spc["upper"], &spc["lower"]), (&limits.0, &limits.1, &limits.2));
    assert_eq!(
        spc["points"][12],
        json!({"period": "2024-03-25", "value": 18, "mean": 11, "upper": 16.32, "lower": 5.68,
               "special_cause": ["beyond limits"], "direction": "concern"})
    );
    assert_eq!(spc["points"][13]["special_cause"], json!([]));
    assert_eq!((&spc["variation"], &spc["assurance"]), (&json!("common cause"), &json!("fail")));
    assert_eq!((&spc["signals_last_12"], &spc["trial_limits"]), (&json!(1), &json!(false)));
}

#[test]
fn a_target_on_a_limit_is_hit_and_miss_and_beyond_it_is_not() {
    let values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10];
    let verdict = |better: &str, target: &str| {
        let spc = listed(&weekly(&whole(&values[..12]), better, &format!("{{ target: {target} }}")));
        (spc["assurance"].clone(), spc["trial_limits"].clone())
    };
    assert_eq!(verdict("lower", "16.32"), (json!("hit and miss"), json!(true)));
    assert_eq!(verdict("lower", "16.33").0, json!("pass"));
    assert_eq!(verdict("higher", "16.33").0, json!("fail"));
    assert_eq!(verdict("lower", "5.67").0, json!("fail"));
    assert_eq!(verdict("higher", "5.67").0, json!("pass"));
    assert_eq!(verdict("neither", "5.67").0, Value::Null);
}

#[test]
fn equal_values_have_a_mean_and_nothing_else() {
    let spc = listed(&weekly(&whole(&[5; 14]), "lower", "{ target: 6 }"));
    assert_eq!((&spc["mean"], &spc["upper"], &spc["assurance"]), (&json!(5), &Value::Null, &Value::Null));
    assert_eq!(spc["variation"], json!("common cause"));
    let one = listed(&weekly(&whole(&[5]), "lower", "{}"));
    assert_eq!((&one["mean"], &one["upper"], &one["trial_limits"]), (&json!(5), &Value::Null, &json!(true)));
}

#[test]
fn new_limits_begin_at_a_date_and_no_rule_looks_across() {
    let values =
        [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 30, 32, 30, 32, 30, 32, 30, 32, 30, 32, 30, 32, 30];
    let spc = "{ rebase: [{ date: 2024-04-03, reason: A second team joined }] }";
    let listed = listed(&weekly(&whole(&values), "lower", spc));
    assert!(flags(&weekly(&whole(&values), "lower", spc)).iter().all(|(rules, _)| rules.is_empty()));
    assert_eq!(listed["points"][12]["mean"].as_f64().map(f64::round), Some(11.0));
    assert_eq!(listed["mean"].as_f64().map(f64::round), Some(31.0));
    assert!(flags(&weekly(&whole(&values), "lower", "{}")).iter().any(|(rules, _)| !rules.is_empty()));
}

#[test]
fn a_week_without_a_row_breaks_runs_as_an_empty_one_does() {
    let values: Vec<Option<String>> = whole(&[5, 9, 5, 9, 5, 9, 5, 1, 2, 3, 4, 5, 6, 7, 8]);
    let mut gap = values.clone();
    gap[10] = None;
    let empty = rows(&gap);
    let absent: Vec<String> = empty.iter().filter(|row| !row.ends_with(',')).cloned().collect();
    let of = |rows: &[String]| {
        let mut found = flags(&of_rows(rows, "lower", "{}"));
        found.retain(|(rules, _)| rules.iter().any(|rule| rule == "trend"));
        found.len()
    };
    assert_eq!((of(&rows(&values)), of(&empty), of(&absent)), (8, 0, 0));
}

#[test]
fn six_points_make_a_run_when_the_note_says_so() {
    let values = whole(&[50, 90, 50, 90, 60, 62, 64, 66, 68, 70, 50, 90]);
    let found = |spc: &str| {
        flags(&weekly(&values, "neither", spc)).into_iter().filter(|(rules, _)| !rules.is_empty()).collect::<Vec<_>>()
    };
    let seven = found("{}");
    let six = found("{ run_length: 6 }");
    assert!(six.len() > seven.len() && six.iter().any(|(_, way)| way.as_deref() == Some("high")), "{seven:?} {six:?}");
}

#[test]
fn mean_limits_and_target_can_be_written_in_a_sentence() {
    let metric = weekly(&typed(&(0..14).map(|at| Some(10 + at % 2)).collect::<Vec<_>>()), "lower", "{ target: 12 }");
    let metrics = [("a".to_owned(), metric)].into();
    let said = |text: &str| super::printed(&metrics, text);
    assert_eq!(
        ["a.mean", "a.lower", "a.upper", "a.target", "a.mean | plain"].map(said),
        ["a.mean = 10.5", "a.lower = 7.8", "a.upper = 13.2", "a.target = 12", "a.mean | plain = 10.5"]
    );
    assert!(said("a.meen").contains("write `{{ a.mean }}`"), "{}", said("a.meen"));
}

#[test]
fn limits_that_cannot_be_worked_out_are_not_printed() {
    let metrics = [("a".to_owned(), weekly(&typed(&[Some(4)]), "lower", "{}"))].into();
    assert!(super::printed(&metrics, "a.upper").contains("too few or too much alike for limits"));
    assert!(super::printed(&metrics, "a.target").contains("the note names no target"));
}
