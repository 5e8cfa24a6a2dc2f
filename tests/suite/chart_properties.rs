//! What must hold for every chart of any metric: labels stay apart and inside, numbers are the metric's own, the order
//! of a file changes nothing, nothing panics.

use candour::chart::{Drawing, KINDS, Misfit, kind, measure, timeline};
use candour::model::figure::Milestone;
use candour::model::metric::{Metric, Observation};
use candour::model::strings::Strings;
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::{metrics, processes};

/// A line of text in a drawing and the box it takes.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) class: String,
    pub(crate) text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

/// Every text of a drawing with its box, by our own measure.
pub(crate) fn labels(svg: &str) -> Vec<Label> {
    let texts = svg.lines().filter_map(|line| line.strip_prefix("<text")?.strip_suffix("</text>")?.split_once('>'));
    texts
        .map(|(tag, text)| {
            let class = attribute(tag, "class").unwrap().to_owned();
            let at = |name: &str| attribute(tag, name).unwrap().parse::<f64>().unwrap();
            let text = plain(text);
            let wide = measure::width(&text, class == "text-strong");
            let from_right = attribute(tag, "direction") == Some("rtl");
            let left = match (attribute(tag, "text-anchor"), from_right) {
                (Some("middle"), _) => at("x") - wide / 2.0,
                (Some("end"), false) | (None, true) => at("x") - wide,
                _ => at("x"),
            };
            Label { class, text, left, right: left + wide, top: at("y") - 13.0, bottom: at("y") + 4.0 }
        })
        .collect()
}

fn size(svg: &str) -> (f64, f64) {
    let numbers: Vec<f64> =
        attribute(svg, "viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    (numbers[2], numbers[3])
}

/// What is wrong with the labels of a drawing.
fn faults(svg: &str) -> Vec<String> {
    let (width, height) = size(svg);
    let labels = labels(svg);
    let mut faults = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        if label.left < -0.6 || label.right > width + 0.6 || label.top < -0.6 || label.bottom > height + 0.6 {
            faults.push(format!("outside {width} by {height}: {label:?}"));
        }
        for other in labels.iter().skip(at + 1) {
            let apart = label.right <= other.left + 0.2
                || other.right <= label.left + 0.2
                || label.bottom <= other.top + 0.2
                || other.bottom <= label.top + 0.2;
            if !apart && !label.text.is_empty() && !other.text.is_empty() {
                faults.push(format!("{label:?} meets {other:?}"));
            }
        }
    }
    faults
}

pub(crate) fn all_faults(drawing: &Drawing) -> Vec<String> {
    let mut all = faults(&drawing.wide);
    all.extend(faults(&drawing.narrow));
    all
}

fn number() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "0",
        "1",
        "-1",
        "7",
        "42",
        "999",
        "1000",
        "-35",
        "12345",
        "-99999",
        "7866774",
        "0.5",
        "0.0001",
        "99999999999",
        "-1500000000",
        "3.14159",
        "55",
    ])
    .prop_map(str::to_owned)
}

pub(crate) fn name() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Care",
        "support",
        "and",
        "reablement",
        "occupational",
        "therapy",
        "Hodge",
        "Hill",
        "5",
        "under",
        "خدمات",
        "الرعاية",
        "社会福祉",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "&",
        "<b>",
        "W",
        "home",
        "Straße",
        "émigré",
    ]);
    prop::collection::vec(words, 1..12).prop_map(|words| words.join(" ").chars().take(90).collect())
}

fn rows(most: usize) -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((name(), number()), 1..most)
}

fn of_groups(rows: &[(String, String)], unit: &str) -> Metric {
    // Names must differ for a group to be a group.
    let rows: Vec<(String, &str)> =
        rows.iter().enumerate().map(|(at, (name, number))| (format!("{at} {name}"), number.as_str())).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(name, number)| (name.as_str(), *number)).collect();
    metrics::groups("generated", unit, &rows)
}

fn of_months(numbers: &[Option<String>], unit: &str) -> Metric {
    let numbers: Vec<&str> = numbers.iter().map(|number| number.as_deref().unwrap_or_default()).collect();
    metrics::series("generated", unit, &numbers)
}

fn of_pairs(rows: &[(String, String, String)]) -> Metric {
    let mut metric = metrics::groups("generated", "people", &[]);
    for (at, (name, before, after)) in rows.iter().enumerate() {
        for (period, number) in [("in the year before", before), ("in the year after", after)] {
            let mut value = metrics::group(&metric, &format!("{at} {name}"), number);
            value.period = metrics::in_words(&metric, period, number).period;
            metric.values.push(value);
        }
    }
    metric
}

pub(crate) fn drawn(name: &str, metric: &Metric, strings: &Strings) -> Drawing {
    (kind(name).unwrap().draw)(metric, strings)
}

/// The numbers that a drawing shows in bold, put together again where they were broken over lines.
fn strong(svg: &str) -> String {
    labels(svg).into_iter().filter(|label| label.class == "text-strong").map(|label| label.text).collect()
}

proptest! {
    #![proptest_config(Config::with_cases(96))]

    #[test]
    fn bars_keep_their_labels_apart_and_inside(rows in rows(40), unit in prop::sample::select(vec!["people", "pounds"])) {
        let drawing = drawn("bar", &of_groups(&rows, unit), &metrics::english());
        prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
    }

    #[test]
    fn bars_show_every_number_as_the_metric_does(rows in rows(12)) {
        let metric = of_groups(&rows, "pounds");
        let drawing = drawn("bar", &metric, &metrics::english());
        for value in &metric.values {
            prop_assert!(strong(&drawing.wide).contains(&value.display), "{} is missing", value.display);
            prop_assert!(strong(&drawing.narrow).contains(&value.display), "{} is missing", value.display);
        }
        let all: usize = metric.values.iter().map(|value| value.display.len()).sum();
        prop_assert_eq!(strong(&drawing.wide).len(), all);
    }

    #[test]
    fn the_order_of_a_file_does_not_change_bars(rows in rows(20), turn in any::<prop::sample::Index>()) {
        let metric = of_groups(&rows, "people");
        let mut turned = metric.clone();
        let by = turn.index(turned.values.len());
        turned.values.rotate_left(by);
        let strings = metrics::english();
        prop_assert_eq!(drawn("bar", &metric, &strings), drawn("bar", &turned, &strings));
    }

    #[test]
    fn lines_keep_their_labels_apart_and_inside(
        numbers in prop::collection::vec(prop::option::weighted(0.9, number()), 3..80),
        unit in prop::sample::select(vec!["people", "pounds", "percent"]),
    ) {
        let drawing = drawn("line", &of_months(&numbers, unit), &metrics::english());
        prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
    }

    #[test]
    fn lines_name_only_numbers_of_the_metric(numbers in prop::collection::vec(number(), 3..40)) {
        let metric = of_months(&numbers.into_iter().map(Some).collect::<Vec<_>>(), "percent");
        let drawing = drawn("line", &metric, &metrics::english());
        for svg in [&drawing.wide, &drawing.narrow] {
            for label in labels(svg).iter().filter(|label| label.class == "text-strong") {
                prop_assert!(metric.values.iter().any(|value| value.display == label.text), "{}", label.text);
            }
            let last = &metric.values.last().unwrap().display;
            prop_assert!(labels(svg).iter().any(|label| &label.text == last));
        }
    }

    #[test]
    fn processes_keep_their_labels_apart_and_inside(
        numbers in prop::collection::vec(prop::option::weighted(0.9, number()), 3..150),
        breaks in 0..9_usize,
        target in prop::option::of(number()),
    ) {
        let metric = processes::of(&numbers, breaks, target.as_deref());
        prop_assert_eq!(all_faults(&drawn("spc", &metric, &metrics::english())), Vec::<String>::new());
    }

    #[test]
    fn one_before_and_after_keeps_its_labels_apart(before in number(), after in number(), first in name(), then in name()) {
        let mut metric = metrics::metric("generated", "Generated", "people per week");
        metric.values = vec![
            metrics::in_words(&metric, &format!("before {first}"), &before),
            metrics::in_words(&metric, &format!("after {then}"), &after),
        ];
        let metric = metrics::with_change(metric);
        let drawing = drawn("before-after", &metric, &metrics::english());
        prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
        for value in &metric.values {
            prop_assert!(strong(&drawing.wide).contains(&value.display));
        }
    }

    #[test]
    fn several_befores_and_afters_keep_their_labels_apart(
        rows in prop::collection::vec((name(), number(), number()), 1..30),
    ) {
        for kind in ["before-after", "slope"] {
            let drawing = drawn(kind, &of_pairs(&rows), &metrics::english());
            prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
        }
    }

    #[test]
    fn shares_keep_their_labels_apart_and_inside(
        rows in prop::collection::vec((name(), prop::sample::select(vec!["0", "1", "3", "250", "7866774", "99999999999"])), 2..6),
    ) {
        let mut rows: Vec<(String, String)> = rows.into_iter().map(|(name, number)| (name, number.to_owned())).collect();
        rows.push(("Rest".to_owned(), "5".to_owned()));
        rows.truncate(5);
        if rows.iter().all(|(_, number)| number == "0") {
            return Ok(());
        }
        let drawing = drawn("share", &metrics::with_total(of_groups(&rows, "pounds")), &metrics::english());
        prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
    }

    #[test]
    fn timelines_keep_their_labels_apart_and_inside(
        milestones in prop::collection::vec((name(), name(), 0..5000_i32, 0..400_i32), 1..40),
    ) {
        let start = "2015-06-01".parse::<candour::model::date::Date>().unwrap();
        let milestones: Vec<Milestone> = milestones
            .into_iter()
            .map(|(label, text, day, days)| {
                let first = start.plus_days(day);
                Milestone { label, text, first, last: first.plus_days(days) }
            })
            .collect();
        prop_assert_eq!(all_faults(&timeline::draw(&milestones)), Vec::<String>::new());
    }

    #[test]
    fn no_metric_makes_a_chart_panic_or_a_sentence_empty(
        rows in rows(9),
        numbers in prop::collection::vec(prop::option::of("[-]?[0-9]{1,25}(\\.[0-9]{0,3})?"), 0..9),
        hidden in any::<bool>(),
    ) {
        let strings = metrics::english();
        let mut grouped = of_groups(&rows, "percent");
        if hidden && let Some(first) = grouped.values.first_mut() {
            hide(first);
        }
        for metric in [grouped, metrics_without_change(&numbers)] {
            for kind in &KINDS {
                let _: Result<(), Misfit> = (kind.fits)(&metric);
                let drawing = (kind.draw)(&metric, &strings);
                prop_assert!(drawing.wide.ends_with("</svg>\n"));
                prop_assert!((kind.describe)(&metric, &strings).iter().all(|sentence| sentence.ends_with('.')));
            }
        }
    }
}

fn hide(value: &mut Observation) {
    value.value = None;
    value.display = "[c]".to_owned();
    value.suppressed = true;
}

fn metrics_without_change(numbers: &[Option<String>]) -> Metric {
    let mut metric = metrics::metric("generated", "Generated", "people");
    let numbers: Vec<&str> = numbers.iter().map(|number| number.as_deref().unwrap_or_default()).collect();
    metric.values = metrics::months(&metric, "2019-11", &numbers);
    metric
}

#[test]
fn every_example_keeps_its_labels_apart_and_inside() {
    for (name, title, metric) in super::charts::examples().into_iter().chain(super::charts::strained()) {
        let faults = all_faults(&drawn(name, &metric, &metrics::english()));
        assert!(faults.is_empty(), "{name} {title}: {faults:#?}");
    }
}

#[test]
fn drawings_hold_no_colour_and_no_inline_style() {
    for (name, _, metric) in super::charts::examples() {
        let drawing = drawn(name, &metric, &metrics::english());
        assert!(!drawing.wide.contains("style=") && !drawing.wide.contains('#') && !drawing.wide.contains("rgb"));
    }
}
