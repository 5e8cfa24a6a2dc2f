//! Charts: golden drawings, and properties that hold for any metric.

use std::fs;

use candour::chart::{Drawing, KINDS, kind};
use candour::export::downloads::downloads;
use candour::model::date::Date;
use candour::model::figure::Milestone;
use candour::model::metric::Metric;
use candour::page::card;
use candour::page::figure::{self as page, FigureRequest, FileSize};
use candour::render::figure as render;
use tera::Tera;

use super::metrics;

fn drawing(name: &str, metric: &Metric) -> Drawing {
    (kind(name).unwrap().draw)(metric, &metrics::english())
}

/// Every example with the kind it is drawn as.
pub(crate) fn examples() -> Vec<(&'static str, &'static str, Metric)> {
    vec![
        ("before-after", "long-term-starts", metrics::long_term_starts()),
        ("before-after", "repeat-requests", metrics::repeat_requests()),
        ("before-after", "helped", metrics::helped()),
        ("bar", "assessments", metrics::assessments()),
        ("bar", "savings", metrics::savings()),
        ("bar", "formats", metrics::formats()),
        ("line", "requests", metrics::requests()),
        ("line", "weekly-starts", metrics::weekly_starts()),
        ("share", "outcomes", metrics::outcomes()),
        ("share", "savings", metrics::savings()),
    ]
}

const LONG: &str = "Community occupational therapy, equipment and adaptations for people who live alone at home";

/// Shapes that strain a layout.
pub(crate) fn strained() -> Vec<(&'static str, &'static str, Metric)> {
    let many: Vec<(String, String)> =
        (0..40).map(|at| (format!("Team number {at}"), (at * at * 37).to_string())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, number)| (name.as_str(), number.as_str())).collect();
    let words = [
        (LONG, "12345"),
        ("Short", "3"),
        ("خدمات الرعاية الاجتماعية للبالغين", "800"),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "9999"),
    ];
    let mut long_pairs = metrics::helped();
    for value in &mut long_pairs.values {
        if value.label == "East" {
            value.label = LONG.to_owned();
            value.group = vec![LONG.to_owned()];
        }
    }
    let mut equal = metrics::long_term_starts();
    for value in &mut equal.values {
        value.value.clone_from(&equal_value());
        value.display = "more than £700,000,000.00".to_owned();
    }
    vec![
        ("bar", "forty", metrics::groups("forty", "people", &many)),
        ("bar", "long names", metrics::groups("long", "people", &words)),
        (
            "bar",
            "negative",
            metrics::groups(
                "negative",
                "pounds",
                &[("Gain", "120000"), ("Loss", "-340000"), ("Nothing", "0"), ("Hidden", "c")],
            ),
        ),
        ("bar", "all negative", metrics::groups("loss", "pounds", &[("One", "-1"), ("Two", "-340000")])),
        (
            "bar",
            "extreme",
            metrics::groups("extreme", "pounds", &[("Large", "79228162514264337593543950335"), ("Small", "1")]),
        ),
        ("bar", "equal", metrics::groups("equal", "people", &[("A", "0"), ("B", "0")])),
        ("before-after", "long pairs", long_pairs),
        ("before-after", "equal", equal),
        ("line", "equal", metrics::series("equal", "people", &["5", "5", "5", "5"])),
        ("line", "extreme", metrics::series("extreme", "pounds", &["0", "79228162514264337593543950335", "1", "5"])),
        ("line", "negative", metrics::series("negative", "percent", &["-3", "4", "-12", "9", "", "2", "1"])),
        ("line", "alone", metrics::series("alone", "percent", &["90", "", "92", "", "91", "", "93"])),
        (
            "share",
            "tiny parts",
            metrics::with_total(metrics::groups(
                "tiny",
                "people",
                &[(LONG, "100000"), ("One", "1"), ("Two", "2"), ("Three", "1"), (LONG, "3")],
            )),
        ),
    ]
}

fn equal_value() -> Option<candour::model::quantity::Quantity> {
    metrics::groups("x", "people", &[("x", "700000000")]).values.remove(0).value
}

/// The theme's parts of figures, ready to run.
pub(crate) fn parts() -> Tera {
    let mut engine = Tera::new();
    let parts = [
        ("parts/cards.html", include_str!("../../themes/civic/templates/parts/cards.html")),
        ("parts/figure.html", include_str!("../../themes/civic/templates/parts/figure.html")),
        ("parts/metric-table.html", include_str!("../../themes/civic/templates/parts/metric-table.html")),
        ("parts/timeline.html", include_str!("../../themes/civic/templates/parts/timeline.html")),
    ];
    engine.add_raw_templates(parts).unwrap();
    engine
}

/// A whole figure as HTML.
pub(crate) fn figure_html(metric: &Metric, chart: Option<&str>, headline: &str) -> String {
    let strings = metrics::english();
    let files: Vec<FileSize> = downloads(metric)
        .into_iter()
        .map(|file| FileSize { href: file.path, format: file.label.to_owned(), bytes: file.bytes.len() })
        .collect();
    let id = format!("figure-{}", metric.id);
    let request = FigureRequest { id: &id, level: 3, headline, chart, files: &files };
    render::figure(&page::figure(metric, &request, &strings), &parts(), &strings).unwrap()
}

/// Milestones of both councils.
pub(crate) fn milestones() -> Vec<Milestone> {
    let month = |label: &str, first: &str, text: &str| {
        let first: Date = format!("{first}-01").parse().unwrap();
        let last = first.plus_months(1).plus_days(-1);
        Milestone { label: label.to_owned(), first, last, text: text.to_owned() }
    };
    vec![
        month("March 2018", "2018-03", "Birmingham begins to change how its teams work."),
        month("June 2019", "2019-06", "Harrow's first team begins, with about half of all new requests."),
        month(
            "August 2020",
            "2020-08",
            "People in Harrow who already have support are asked to join, during the pandemic.",
        ),
        month("December 2020", "2020-12", "All teams in Birmingham are to have changed."),
    ]
}

#[test]
#[ignore = "writes every example as a page to look at, into the folder of temporary files"]
#[expect(clippy::disallowed_methods, reason = "a page for a person's eyes, outside any site")]
fn gallery() {
    let strings = metrics::english();
    let theme = "themes/civic/theme.yaml";
    let theme: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(theme).unwrap()).unwrap();
    let mut css = String::from(":root{");
    for (name, value) in theme["tokens"]["light"].as_mapping().unwrap() {
        css += &format!("--{}:{};", name.as_str().unwrap(), value.as_str().unwrap());
    }
    css += "}";
    for sheet in theme["styles"].as_sequence().unwrap() {
        css += &fs::read_to_string(format!("themes/civic/assets/css/{}.css", sheet.as_str().unwrap())).unwrap();
    }
    let head = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>";
    let mut html = format!("{head}<style>{css}</style><main class=wrap><div class=prose>");
    let cards = [metrics::long_term_starts(), metrics::repeat_requests(), metrics::requests(), metrics::savings()];
    let cards: Vec<_> = cards.iter().map(|metric| card(metric, Some("#source"), &strings)).collect();
    html += &render::cards(&cards, &parts()).unwrap();
    html += &render::timeline(&page::timeline("timeline", milestones()), &parts()).unwrap();
    for (name, title, metric) in examples() {
        html += &figure_html(&metric, Some(name), title);
    }
    html += &figure_html(&metrics::formats(), None, "A table alone");
    fs::write(std::env::temp_dir().join("candour-figures.html"), html).unwrap();
    let mut html = format!("{head}<style>{css}</style><main class=wrap><div class=prose>");
    for (name, title, metric) in examples().into_iter().chain(strained()) {
        let drawing = drawing(name, &metric);
        let words = (kind(name).unwrap().describe)(&metric, &strings).join(" ");
        let remark = drawing.remark.unwrap_or_default();
        let (wide, narrow) = (drawing.wide, drawing.narrow);
        html +=
            &format!("<h3>{name} {title}</h3><p>{remark}</p><div class='chart-box'>{wide}{narrow}</div><p>{words}</p>");
    }
    fs::write(std::env::temp_dir().join("candour-gallery.html"), html).unwrap();
}

#[test]
fn every_kind_fits_its_examples() {
    for (name, _, metric) in examples() {
        assert_eq!((kind(name).unwrap().fits)(&metric), Ok(()), "{name} {}", metric.id);
    }
    assert_eq!(KINDS.len(), 4);
}
