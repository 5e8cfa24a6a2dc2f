//! Charts: golden drawings, and properties that hold for any metric.

use std::fs;
use std::path::PathBuf;

use candour::chart::{Drawing, KINDS, kind};
use candour::model::metric::Metric;

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

#[test]
#[ignore = "writes every example as a page to look at, into the folder of temporary files"]
#[expect(clippy::disallowed_methods, reason = "a page for a person's eyes, outside any site")]
fn gallery() {
    let strings = metrics::english();
    let css = fs::read_to_string("themes/civic/assets/css/charts.css").unwrap();
    let mut html = format!(
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><style>{css}</style><style>{TOKENS}</style><main>"
    );
    for (name, title, metric) in examples().into_iter().chain(strained()) {
        let drawing = drawing(name, &metric);
        let words = (kind(name).unwrap().describe)(&metric, &strings).join(" ");
        let remark = drawing.remark.unwrap_or_default();
        html += &format!(
            "<figure class=figure><h3>{name} {title}</h3><p>{remark}</p><div class='chart-box'>{}{}</div><p>{words}</p></figure>",
            drawing.wide, drawing.narrow
        );
    }
    let path: PathBuf = std::env::temp_dir().join("candour-gallery.html");
    fs::write(path, html).unwrap();
}

const TOKENS: &str = "body{margin:0;font:19px/1.5 Arial,sans-serif;background:#fdfaf5;color:#211f1b}main{max-width:760px;margin:auto;padding:16px}figure{margin:0 0 48px}
:root{--surface:#fdfaf5;--mark-1:#042d30;--mark-2:#d2761a;--mark-3:#852553;--mark-4:#446f9c;--mark-focus:#0e5257;--mark-before:#8b8171;--mark-after:#0e5257;--mark-muted:#8b8171;--mark-gap:#e3d9c8;--chart-text:#211f1b;--chart-text-muted:#4f4a41;--chart-axis:#6b6255;--chart-grid:#e3d9c8}";

#[test]
fn every_kind_fits_its_examples() {
    for (name, _, metric) in examples() {
        assert_eq!((kind(name).unwrap().fits)(&metric), Ok(()), "{name} {}", metric.id);
    }
    assert_eq!(KINDS.len(), 4);
}
