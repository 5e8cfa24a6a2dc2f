//! Claims held to figures: headlines and sentences of `tests/claims/`, each with the code that it must raise.

use std::fs;

use candour::diag::Diagnostic;
use candour::evidence::claims::{Grounds, claims};
use candour::evidence::typed::typed;
use candour::model::metric::Metrics;
use candour::model::settings::Settings;
use candour::model::source::{FileId, SourceFile};
use candour::parse::document::document;

use super::evidence::{computed, strings};
use super::support::{page, repository};

fn listed(name: &str) -> String {
    fs::read_to_string(repository().join("tests/claims").join(name)).unwrap()
}

/// The metrics that the claims are about.
pub(crate) fn metrics() -> Metrics {
    let text = listed("metrics.txt");
    let files: Vec<(String, String)> = text
        .split("=== ")
        .skip(1)
        .map(|part| {
            let (name, body) = part.split_once('\n').unwrap();
            let source = if std::path::Path::new(name).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("yaml")) {
                "source: { title: S, publisher: P }\n"
            } else {
                ""
            };
            (format!("data/metrics/{name}"), format!("{body}{source}"))
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let computed = computed(&files, &Settings::default());
    let told: Vec<_> = computed.findings.iter().map(|finding| (&finding.code, &finding.message)).collect();
    assert!(told.is_empty(), "{told:?}");
    computed.metrics
}

/// What is found on a page with this body, and the text that each finding points at.
fn found(metrics: &Metrics, body: &str) -> Vec<(Diagnostic, String)> {
    let text = page("report", "Claims", body);
    let source = SourceFile { path: "content/a.md".into(), text };
    let document = document(FileId(0), &source);
    assert!(document.findings.is_empty(), "{:?}", document.findings);
    let strings = strings();
    let found = claims(&document.value.unwrap(), Grounds { metrics, strings: &strings });
    let at = |finding: &Diagnostic| match &finding.place {
        candour::diag::Place::Span(span) => source.text.get(span.range()).unwrap().to_owned(),
        other => format!("{other:?}"),
    };
    found.into_iter().map(|finding| (finding.clone(), at(&finding))).collect()
}

/// What is untrue of the lines of a list. The last part of a line is what is claimed.
fn untrue(name: &str, body: impl Fn(&[&str]) -> String) -> Vec<String> {
    let metrics = metrics();
    let mut untrue = Vec::new();
    for line in listed(name).lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.splitn(if name.starts_with('h') { 3 } else { 2 }, " | ").collect();
        let found = found(&metrics, &body(&parts));
        let codes: Vec<&str> = found.iter().map(|(finding, _)| &*finding.code).collect();
        let wanted: Vec<&str> = Some(parts[0]).filter(|code| *code != "-").into_iter().collect();
        if codes != wanted {
            let told: Vec<_> = found
                .iter()
                .map(|(finding, at)| format!("{}: {} (at `{at}`)", finding.code, finding.message))
                .collect();
            untrue.push(format!("{line}\n    {told:?}"));
        }
    }
    untrue
}

#[test]
fn headlines_say_what_their_figures_did() {
    let untrue = untrue("headlines.txt", |parts| format!("::: table {{metric=\"{}\"}}\n{}\n:::", parts[1], parts[2]));
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

#[test]
fn words_beside_a_figure_agree_with_it() {
    let untrue = untrue("sentences.txt", |parts| parts[1].to_owned());
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

#[test]
fn a_finding_points_at_the_word_and_says_what_the_figures_are() {
    let metrics = metrics();
    let body = "::: chart {metric=\"starts\"}\nNew people needing *support* rose sharply\n:::";
    let [(finding, at)] = &found(&metrics, body)[..] else { panic!() };
    assert_eq!(at, "rose");
    assert_eq!(finding.message, "the headline says `rose`, and `starts` fell from 7.2 to 5.5");
}

#[test]
fn numbers_typed_in_a_report_are_told_with_the_figure_that_they_are() {
    let (metrics, strings) = (metrics(), strings());
    let mut untrue = Vec::new();
    for line in listed("typed.txt").lines().filter(|line| !line.starts_with('#')) {
        let (wanted, body) = line.split_once(" | ").unwrap();
        let source = SourceFile { path: "content/a.md".into(), text: page("report", "Claims", body) };
        let document = document(FileId(0), &source).value.unwrap();
        let told: Vec<String> = typed(&document, &metrics, &strings)
            .into_iter()
            .map(|finding| match (finding.fix, finding.label.as_str()) {
                (Some(fix), _) => fix.replacement.trim_matches(['{', '}', ' ']).to_owned(),
                (None, "") => "typed".to_owned(),
                (None, label) => format!("{} (no fix)", label.trim_start_matches("probably ").trim_matches('`')),
            })
            .collect();
        let told = if told.is_empty() { "-".to_owned() } else { told.join(", ") };
        if told != wanted {
            untrue.push(format!("{line}\n    {told}"));
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}
