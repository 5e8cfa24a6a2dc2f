//! What holds for any values: order of rows, masking, odd texts.

use std::fmt::Write as _;

use candour::model::metric::Metric;
use candour::model::settings::Settings;
use proptest::prelude::{Just, Strategy, any, prop, proptest};

use super::computed;

const NOTE: &str =
    "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nfile: a.csv\n";

fn metric(note: &str, table: &str) -> Metric {
    let files = [("data/metrics/a.yaml", note), ("data/metrics/a.csv", table)];
    computed(&files, &Settings::default()).metrics.remove("a").unwrap()
}

fn table(header: &str, rows: &[(String, Option<u32>)]) -> String {
    rows.iter().fold(format!("{header},value\n"), |mut text, (name, value)| {
        let value = value.map_or(String::new(), |value| value.to_string());
        writeln!(text, "{name},{value}").unwrap();
        text
    })
}

/// Rows as typed: a period or group, and its count.
type Typed = Vec<(String, Option<u32>)>;

/// The months of a series in order, and shuffled.
fn months() -> impl Strategy<Value = (Typed, Typed)> {
    let values = prop::collection::vec(prop::option::weighted(0.9, 0..40_u32), 1..24);
    values
        .prop_map(|values| {
            let name = |at: usize| format!("{}-{:02}", 2020 + at / 12, at % 12 + 1);
            values.into_iter().enumerate().map(|(at, value)| (name(at), value)).collect::<Vec<_>>()
        })
        .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

/// Groups with their counts, and the same rows shuffled. Names are those of teams, or of bands in one row of ages.
fn groups(banded: bool) -> impl Strategy<Value = (Typed, Typed)> {
    let values = prop::collection::vec(prop::option::weighted(0.95, 0..40_u32), 2..12);
    values
        .prop_map(move |values| {
            let name = |at: usize| {
                if banded { format!("{} to {}", at * 10, at * 10 + 9) } else { format!("Team {}", (at * 7) % 12) }
            };
            values.into_iter().enumerate().map(|(at, value)| (name(at), value)).collect::<Vec<_>>()
        })
        .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

/// The cells of a table of two ways.
type Cells = Vec<(usize, usize, u32)>;

/// The cells of a table of two ways, and the same cells shuffled.
fn cells() -> impl Strategy<Value = (Cells, Cells)> {
    (2..5_usize, 2..5_usize)
        .prop_flat_map(|(rows, columns)| (Just(columns), prop::collection::vec(0..15_u32, rows * columns)))
        .prop_map(|(columns, values)| {
            let cell = |(at, value): (usize, u32)| (at / columns, at % columns, value);
            values.into_iter().enumerate().map(cell).collect::<Cells>()
        })
        .prop_flat_map(|cells| (Just(cells.clone()), Just(cells).prop_shuffle()))
}

/// Everything that a program reads of a metric but the lines of its file and the digest of its bytes.
fn listed(metric: &Metric) -> serde_json::Value {
    let metrics = [("a".to_owned(), metric.clone())].into();
    let mut found = serde_json::to_value(candour::evidence::listing::listing(&metrics)).unwrap();
    let one = &mut found["metrics"][0];
    one["sha256"].take();
    for value in one["values"].as_array_mut().unwrap() {
        value["from"].take();
    }
    found
}

/// Every value that one of the hidden counts can have: from 1 on, as long as the others can make up the rest of the sum.
fn possible(hidden: u64, sum: u64) -> Vec<u64> {
    let others_can_make = |rest: u64| if hidden == 1 { rest == 0 } else { rest >= hidden - 1 };
    (1..=sum).filter(|value| others_can_make(sum - value)).collect()
}

proptest! {
    #[test]
    fn the_order_of_rows_of_a_dated_series_changes_nothing((sorted, shuffled) in months()) {
        let note = format!("{NOTE}period: month\n");
        let (a, b) = (metric(&note, &table("period", &sorted)), metric(&note, &table("period", &shuffled)));
        let seen = |metric: &Metric| {
            let values: Vec<_> = metric.values.iter().map(|value| (value.key.clone(), value.display.clone())).collect();
            (values, metric.change.as_ref().map(|change| (change.from, change.to, change.difference, change.percent)))
        };
        assert_eq!(seen(&a), seen(&b));
        let total: u32 = sorted.iter().filter_map(|(_, value)| *value).sum();
        let note = format!("{note}total: {total}\n");
        let (a, b) = (metric(&note, &table("period", &sorted)), metric(&note, &table("period", &shuffled)));
        assert_eq!(seen(&a), seen(&b));
    }

    #[test]
    fn the_order_of_rows_of_groups_changes_nothing((sorted, shuffled) in groups(false), (bands, mixed) in groups(true)) {
        for (one, other) in [(sorted, shuffled), (bands.clone(), mixed)] {
            let note = format!("{NOTE}dimensions: [group]\n");
            let (a, b) = (metric(&note, &table("group", &one)), metric(&note, &table("group", &other)));
            assert_eq!(listed(&a), listed(&b));
            let files = |metric: &Metric| {
                let files = candour::export::downloads::downloads(metric);
                let csv = files.into_iter().filter(|file| file.label == "CSV");
                csv.map(|file| String::from_utf8(file.bytes).unwrap()).collect::<Vec<_>>()
            };
            assert_eq!(files(&a), files(&b));
        }
        let note = format!("{NOTE}dimensions: [group]\n");
        let shown: Vec<String> = metric(&note, &table("group", &bands)).values.iter().map(|value| value.label.clone()).collect();
        assert_eq!(shown, bands.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_rows_of_two_dimensions_and_months_changes_nothing((sorted, shuffled) in cells()) {
        for (header, more) in [("team,age,value", "dimensions: [team, age]\n"), ("period,age,value", "period: month\ndimensions: [age]\n")] {
            let note = format!("{NOTE}{more}");
            let text = |rows: &[(usize, usize, u32)]| rows.iter().fold(format!("{header}\n"), |mut text, (row, column, value)| {
                let first = if more.starts_with("period") { format!("2026-0{}", row + 1) } else { format!("Team {}", 9 - row) };
                writeln!(text, "{first},{} to {},{value}", column * 10, column * 10 + 9).unwrap();
                text
            });
            assert_eq!(listed(&metric(&note, &text(&sorted))), listed(&metric(&note, &text(&shuffled))));
        }
    }

    #[test]
    fn a_hidden_count_cannot_be_worked_out_from_what_is_shown(values in prop::collection::vec(prop::option::weighted(0.95, 0..12_u32), 1..7)) {
        let rows: Vec<_> = values.iter().enumerate().map(|(at, value)| (format!("g{at}"), *value)).collect();
        let stated = values.iter().flatten().map(|value| u64::from(*value)).sum::<u64>();
        let note = format!("{NOTE}dimensions: [group]\ntotal: {stated}\n");
        let metric = metric(&note, &table("group", &rows));
        for (value, raw) in metric.values.iter().zip(&values) {
            let is_small = raw.is_some_and(|raw| (1..5).contains(&raw));
            assert!(!is_small || value.value.is_none() && value.share.is_none() && value.display == "[c]");
        }
        let hidden = metric.values.iter().filter(|value| value.suppressed).count();
        let total = metric.total.unwrap();
        if let Some(shown) = total.value.filter(|_| hidden > 0) {
            assert_eq!(shown.to_string(), stated.to_string());
            let known: u64 = metric.values.iter().filter_map(|value| value.value.as_ref()).map(|q| q.value.to_string().parse::<u64>().unwrap()).sum();
            let hidden = u64::try_from(hidden).unwrap();
            assert!(possible(hidden, stated - known).len() > 1, "{values:?}");
        }
    }

    #[test]
    fn no_text_makes_it_panic(note in any::<String>(), table in "[a-c0-9,.£%\n\" -]{0,60}", more in "(period|dimensions|columns|total|values|decimals): [a-z0-9{}\\[\\]:, .-]{0,20}\n") {
        for note in [note, format!("{NOTE}{more}"), format!("{NOTE}dimensions: [a]\n{more}")] {
            let files = [("data/metrics/a.yaml", note.as_str()), ("data/metrics/a.csv", table.as_str())];
            let computed = computed(&files, &Settings::default());
            assert!(computed.metrics.len() <= 1);
        }
    }
}
