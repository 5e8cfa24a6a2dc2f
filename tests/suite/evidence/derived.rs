//! Derived measures: worked examples, what programs read, what holds for any values.

use std::fmt::Write as _;

use candour::evidence::listing;
use candour::model::metric::Metric;
use candour::model::quantity::rounded;
use candour::model::settings::Settings;
use proptest::prelude::{Just, Strategy, any, prop, proptest};

use super::{computed, computed_folder, demonstration, printed};

const HEAD: &str = "title: T\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nfile: a.csv\n";

fn metric(note: &str, table: &str) -> Metric {
    let files = [("data/metrics/a.yaml", note), ("data/metrics/a.csv", table)];
    computed(&files, &Settings::default()).metrics.remove("a").unwrap()
}

fn fixture() -> super::Computed {
    computed_folder(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metrics/derived"))
}

#[test]
fn programs_read_what_a_derived_value_is_made_of() {
    let mut metrics = fixture().metrics;
    metrics.retain(|id, _| {
        ["cumulative", "index", "interval", "interval-hidden", "rate", "rolling-ratio"].contains(&id.as_str())
    });
    for metric in metrics.values_mut() {
        metric.values.truncate(2);
        metric.change = None;
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&listing::listing(&metrics)).unwrap());
}

/// The pooled share of the ten teams is 412 of 975. Limits worked out by hand: plus or minus z times its standard error.
#[test]
fn limits_of_a_funnel_narrow_with_the_size_of_the_group() {
    let metric = &fixture().metrics["funnel"];
    let limits = |key: &str| {
        let value = metric.values.iter().find(|value| value.key == key).unwrap();
        let limits = value.carried.limits.unwrap();
        [limits.pooled, limits.lower_95, limits.upper_95, limits.lower_998, limits.upper_998]
            .map(|limit| rounded(limit, 2).to_string())
    };
    assert_eq!(limits("h"), ["42.26", "34.60", "49.91", "30.19", "54.32"]);
    assert_eq!(limits("i"), ["42.26", "22.89", "61.62", "11.73", "72.79"]);
}

#[test]
fn ends_of_intervals_and_numbers_of_cases_are_members() {
    let metrics = fixture().metrics;
    let asked = [
        "rate.latest.lower",
        "rate.lower",
        "rate.upper",
        "rate.2018.lower",
        "rate.2018.upper",
        "rate.2020.lower",
        "rate.2020.upper",
        "rate-998.2018.upper | plain",
        "proportion.east.lower",
        "proportion.east.upper",
        "proportion.west.upper",
        "interval.n",
        "interval.2020-02.n",
        "interval-hidden.latest.n",
        "interval.lower",
        "rolling-ratio.latest.numerator",
        "rolling-ratio.latest.n",
    ];
    let told: Vec<String> = asked.iter().map(|text| printed(&metrics, text)).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_source_that_prints_its_weekly_difference_to_the_penny_gives_its_recurring_amount() {
    let note = "title: T\nunit: pounds\nbasis: full-year equivalent\nannualised: recurring\nbetter: higher\n\
        source: { title: S, publisher: P }\nmethod: full-year equivalent\nfile: a.csv\n";
    let saving = metric(note, "date,before,after\n2019-10-07,9000.00,0\n2019-11-04,0,312.04\n");
    assert_eq!(saving.values[0].display, "£451,774");
}

#[test]
fn nothing_of_a_person_is_in_a_metric_of_cases() {
    let metrics = demonstration().metrics;
    let shown = format!("{:?}", metrics["example-diversion-length"]);
    assert!(!shown.contains("invented-0"));
    let folder = fixture();
    let all = format!("{:?}{:?}", folder.metrics["interval"], folder.findings);
    assert!(!all.contains("Bea") && !all.contains("Cem"));
}

/// Months with a numerator and a denominator, some of them missing.
fn months() -> impl Strategy<Value = Vec<Option<(u32, u32)>>> {
    let month = (0..50_u32, 50..90_u32);
    prop::collection::vec(prop::option::weighted(0.95, month), 3..30)
}

fn name(at: usize) -> String {
    format!("{}-{:02}", 2020 + at / 12, at % 12 + 1)
}

fn rows(months: &[Option<(u32, u32)>], times: u32) -> Vec<String> {
    let row = |(at, month): (usize, &Option<(u32, u32)>)| {
        month.map_or_else(|| format!("{},,", name(at)), |(a, b)| format!("{},{},{}", name(at), a * times, b * times))
    };
    months.iter().enumerate().map(row).collect()
}

fn table(rows: &[String]) -> String {
    rows.iter().fold("period,top,bottom\n".to_owned(), |mut text, row| {
        writeln!(text, "{row}").unwrap();
        text
    })
}

fn seen(metric: &Metric) -> Vec<(String, String, Option<String>)> {
    let of = |value: &candour::model::metric::Observation| {
        (value.key.clone(), value.display.clone(), value.value.as_ref().map(|q| q.value.to_string()))
    };
    metric.values.iter().map(of).collect()
}

proptest! {
    #[test]
    fn rows_in_any_order_and_of_any_scale_give_the_same_rolling_ratios(
        (months, order) in months().prop_flat_map(|months| {
            let order: Vec<usize> = (0..months.len()).collect();
            (Just(months), Just(order).prop_shuffle())
        }),
        times in 1..1000_u32,
    ) {
        let note = format!("{HEAD}unit: percent\nperiod: month\nmethod: rolling ratio\nnumerator: top\ndenominator: bottom\nwindow: 3 months\n");
        let sorted = rows(&months, 1);
        let shuffled: Vec<String> = order.iter().map(|at| sorted[*at].clone()).collect();
        let a = metric(&note, &table(&sorted));
        assert_eq!(seen(&a), seen(&metric(&note, &table(&shuffled))));
        assert_eq!(seen(&a), seen(&metric(&note, &table(&rows(&months, times)))));
        // A window is known exactly when all its months are.
        for (at, window) in months.windows(3).enumerate() {
            let value = a.values.iter().find(|value| value.key == name(at + 2));
            let is_known = value.is_some_and(|value| value.value.is_some());
            assert_eq!(is_known, window.iter().all(Option::is_some));
        }
    }

    #[test]
    fn an_index_has_100_at_its_base_and_does_not_change_with_the_scale(values in prop::collection::vec(1..5000_u32, 2..20), times in 1..1000_u32) {
        let note = format!("{HEAD}unit: index\nperiod: month\nmethod: index\nbase: 2020-02\n");
        let typed = |times: u32| values.iter().enumerate().fold("period,value\n".to_owned(), |mut text, (at, value)| {
            writeln!(text, "{},{}", name(at), value * times).unwrap();
            text
        });
        let (a, b) = (metric(&note, &typed(1)), metric(&note, &typed(times)));
        assert_eq!(seen(&a), seen(&b));
        assert_eq!(a.values[1].display, "100.0");
    }

    #[test]
    fn the_order_of_case_rows_changes_nothing(
        (cases, shuffled) in prop::collection::vec((0..6_u8, 0..300_i32, 0..40_i32, any::<bool>()), 0..40)
            .prop_flat_map(|cases| (Just(cases.clone()), Just(cases).prop_shuffle()))
    ) {
        let note = "title: T\nunit: days\nbasis: average\nbetter: higher\nsource: { title: S, publisher: P }\nfile: a.csv\n\
            method: interval\nperson: person\nstart: start\nend: end\noutcome: outcome\ncounts_when: diverted\nperiod: month\nwindow: 2 months\n";
        let day = |at: i32| candour::model::date::Date::new(2020, 1, 1).unwrap().plus_days(at);
        let typed = |cases: &[(u8, i32, i32, bool)]| cases.iter().fold("person,start,end,outcome\n".to_owned(), |mut text, (person, start, length, counts)| {
            let outcome = if *counts { "diverted" } else { "other" };
            writeln!(text, "p{person},{},{},{outcome}", day(*start), day(start + length)).unwrap();
            text
        });
        let (a, b) = (metric(note, &typed(&cases)), metric(note, &typed(&shuffled)));
        assert_eq!(seen(&a), seen(&b));
        assert!(a.values.iter().all(|value| value.value.as_ref().is_none_or(|q| q.value.is_zero() || q.value.is_sign_positive())));
    }

    #[test]
    fn any_note_is_derived_without_a_panic(
        method in "(rolling ratio|rolling mean|index|cumulative|sum|full-year equivalent|rate|proportion|interval)",
        window in "(0|1|2|12|1000|99999) (days|weeks|months|years|x)",
        unit in "(people|percent|days|index|pounds|people per 100,000)",
        cells in prop::collection::vec("(2020-0[1-9]|9999-12|0001-01|x|03/04/2020),(-?[0-9]{0,28}|x),[0-9]{0,9}", 0..12),
    ) {
        let note = format!("{HEAD}unit: {unit}\nperiod: month\nmethod: {method}\nwindow: {window}\nbase: 2020-01\nof: [a]\n\
            annualised: recurring\nnumerator: value\ndenominator: more\nperson: period\nstart: period\nend: period\noutcome: value\ncounts_when: x\n");
        let table = cells.iter().fold("period,value,more\n".to_owned(), |text, row| text + row + "\n");
        metric(&note, &table);
    }
}
