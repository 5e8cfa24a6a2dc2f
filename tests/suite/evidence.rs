//! From metric notes and tables to figures: every folder of `tests/metrics` is a small site's `data/metrics`.
//!
//! What it finds and what it shows stands in `tests/metrics/expected`; `INSTA_UPDATE=always cargo test` rewrites it.

mod derived;
mod disclosure;
mod properties;
mod savings;
pub(crate) mod spc;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use candour::diag::order::sorted;
use candour::diag::{Diagnostic, Place};
use candour::evidence::units::comparable;
use candour::evidence::wanted::wanted;
use candour::evidence::{Inputs, evidence, listing, member, values_file};
use candour::model::document::InlineFigure;
use candour::model::metric::Metrics;
use candour::model::note::MetricNote;
use candour::model::settings::Settings;
use candour::model::source::{FileId, SourceFile, SourceTree, Span, line_column};
use candour::model::strings::Strings;
use candour::parse;

/// A site's metrics as far as they go.
pub(crate) struct Computed {
    pub(crate) sources: SourceTree,
    pub(crate) metrics: Metrics,
    pub(crate) findings: Vec<Diagnostic>,
}

/// Computes the metrics of a site that has these files.
pub(crate) fn computed(files: &[(&str, &str)], settings: &Settings) -> Computed {
    let mut texts: Vec<SourceFile> =
        files.iter().map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).to_owned() }).collect();
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    let sources = SourceTree { files: texts, assets: Vec::new() };
    let mut findings = Vec::new();
    let mut tables = BTreeMap::new();
    let mut notes: Vec<MetricNote> = Vec::new();
    for (id, file) in sources.under("data/metrics/") {
        if file.path.ends_with(".csv") {
            tables.extend(parse::table::read(id, &file.text).into(&mut findings).map(|table| (id, table)));
        } else {
            notes.extend(parse::metric::read(id, file).into(&mut findings));
        }
    }
    let mut cases = BTreeMap::new();
    for note in &notes {
        let wanted = note.derivation.as_ref().and_then(|found| found.cases.as_ref()).zip(values_file(note, &sources));
        let Some((columns, file)) = wanted else { continue };
        let text = &sources.file(file).unwrap().text;
        let read = parse::cases::read(note.file, columns, file, text).into(&mut findings);
        cases.extend(read.map(|read| (note.file, read)));
    }
    let inputs = Inputs {
        tables: &tables,
        cases: &cases,
        originals: &BTreeMap::new(),
        settings,
        sources: &sources,
        strings: &strings(),
    };
    let metrics = evidence(&notes, &inputs).into(&mut findings);
    parse::yaml::locate(&mut findings, &sources);
    let findings = sorted(findings, &sources);
    Computed { sources, metrics, findings }
}

/// The words of the theme.
pub(crate) fn strings() -> Strings {
    let text = include_str!("../../themes/civic/strings/en.yaml").to_owned();
    let checked = parse::theme::strings(FileId(0), &SourceFile { path: "en.yaml".into(), text }, "en-GB");
    assert!(checked.findings.is_empty());
    checked.value
}

fn folder(path: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| format!("data/metrics/{}", path.file_name().unwrap().to_string_lossy());
    files.iter().filter(|path| path.is_file()).map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

fn computed_folder(path: &Path) -> Computed {
    let files = folder(path);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let settings = Settings { units: vec!["innovations".to_owned()], ..Settings::default() };
    computed(&files, &settings)
}

fn place(place: &Place, sources: &SourceTree) -> String {
    match place {
        Place::Span(span) => {
            let text = &sources.file(span.file).unwrap().text;
            let (line, column) = line_column(text, span.range().start);
            let typed = text.get(span.range()).unwrap().lines().next().unwrap_or_default();
            format!("{}:{line}:{column} `{typed}`", sources.path(span.file))
        }
        Place::Unquoted(span) => {
            let (line, column) = line_column(&sources.file(span.file).unwrap().text, span.range().start);
            format!("{}:{line}:{column}", sources.path(span.file))
        }
        Place::File(file) => sources.path(*file).to_owned(),
        other => format!("{other:?}"),
    }
}

fn told(computed: &Computed) -> String {
    let mut out = String::new();
    for finding in &computed.findings {
        let at = place(&finding.place, &computed.sources);
        writeln!(out, "{at}\n  {} {}: {}", finding.severity.name(), finding.code, finding.message).unwrap();
        if !finding.label.is_empty() {
            writeln!(out, "  here: {}", finding.label).unwrap();
        }
        for label in &finding.labels {
            writeln!(out, "  {}: {}", place(&label.place, &computed.sources), label.text).unwrap();
        }
        for help in &finding.help {
            writeln!(out, "  help: {help}").unwrap();
        }
    }
    out
}

#[test]
fn each_folder_gives_its_findings_and_figures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metrics");
    let mut cases: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        if name == "expected" {
            continue;
        }
        let computed = computed_folder(&case);
        let text = format!("{}\n{}", told(&computed), listing::table(&computed.metrics));
        insta::with_settings!({ snapshot_path => "../metrics/expected", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

fn demonstration() -> Computed {
    computed_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/metrics"))
}

#[test]
fn the_metrics_of_the_demonstration_have_no_findings() {
    let told = told(&demonstration());
    assert!(told.is_empty(), "{told}");
}

fn figure(text: &str) -> InlineFigure {
    let (name, format) =
        text.split_once('|').map_or((text, None), |(name, format)| (name, Some(format.trim().to_owned())));
    let (metric, member) = name.trim().split_once('.').unwrap_or((name.trim(), ""));
    InlineFigure { metric: metric.to_owned(), member: member.to_owned(), format, span: Span::new(FileId(0), 0, 0) }
}

fn printed(metrics: &Metrics, text: &str) -> String {
    match member::lookup(metrics, &strings(), &figure(text)) {
        Ok(words) => format!("{text} = {words}"),
        Err(finding) => format!("{text} ! {}: {} ({})", finding.code, finding.message, finding.help.join("; ")),
    }
}

#[test]
fn the_figures_of_the_source_documents_are_printed_as_they_are_meant() {
    let metrics = demonstration().metrics;
    let asked = [
        "long-term-starts.before",
        "long-term-starts.change.difference",
        "long-term-starts.change.percent",
        "long-term-starts.change.direction",
        "repeat-requests.before",
        "repeat-requests.before | words",
        "repeat-requests.change.difference",
        "repeat-requests.change.points",
        "repeat-requests.change.percent",
        "cost-avoidance.latest",
        "cost-avoidance.latest | short",
        "cost-avoidance.latest.period",
        "full-year-saving.latest",
        "harrow-first-stage.latest | words",
        "savings-by-age.total",
        "savings-by-age.total | short",
        "savings-by-age.total | plain",
        "savings-by-age.over-85",
        "savings-by-age.share.25-64",
        "assessments-by-team.total",
        "example-requests.latest.period",
        "example-requests.latest.period | short",
        "example-long-term-starts.2026-02-16",
        "example-carer-satisfaction.latest",
        "example-carer-satisfaction.latest.n",
        "example-formats.braille",
        "example-formats.share.braille",
        "example-helped-by-team.east.2024-to-2025",
    ];
    let told: Vec<String> = asked.iter().map(|text| printed(&metrics, text)).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_figure_that_is_not_there_names_the_nearest() {
    let metrics = demonstration().metrics;
    let asked = [
        "long-term-start.before",
        "nothing-like-it.before",
        "long-term-starts",
        "long-term-starts.befor",
        "long-term-starts.change.percentage",
        "long-term-starts.total",
        "long-term-starts.change.points",
        "long-term-starts.before | shrot",
        "long-term-starts.before | words",
        "long-term-starts.before.n",
        "savings-by-age.change.percent",
        "savings-by-age.first.period | plain",
    ];
    let told: Vec<String> = asked.iter().map(|text| printed(&metrics, text)).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn programs_read_numbers_unrounded_and_nothing_of_what_is_hidden() {
    let mut metrics = demonstration().metrics;
    metrics.retain(|id, _| ["long-term-starts", "repeat-requests", "example-formats"].contains(&id.as_str()));
    insta::assert_snapshot!(serde_json::to_string_pretty(&listing::listing(&metrics)).unwrap());
}

#[test]
fn unlike_units_bases_and_kinds_of_saving_never_meet() {
    let metrics = demonstration().metrics;
    let pairs = [
        ("cost-avoidance", "full-year-saving"),
        ("cost-avoidance", "savings-by-age"),
        ("cost-avoidance", "example-requests"),
        ("full-year-saving", "full-year-saving"),
        ("savings-by-age", "savings-by-age"),
        ("example-requests", "example-outcomes"),
    ];
    let told: Vec<String> = pairs
        .iter()
        .map(|(a, b)| comparable(&metrics[*a], &metrics[*b]).err().unwrap_or_else(|| format!("{a} and {b} may meet")))
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_report_asks_for_what_a_reader_would_ask() {
    let note = "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nvalues: { a: { value: 9 } }\n";
    let computed = computed(&[("data/metrics/a.yaml", note)], &Settings::default());
    let told: Vec<String> = wanted(&computed.metrics["a"]).into_iter().map(|finding| finding.message).collect();
    insta::assert_snapshot!(told.join("\n"));
    assert!(wanted(&demonstration().metrics["example-requests"]).is_empty());
}

fn by_team(table: &str, settings: &Settings) -> candour::model::metric::Metric {
    let note = "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nfile: a.csv\ndimensions: [team]\n";
    computed(&[("data/metrics/a.yaml", note), ("data/metrics/a.csv", table)], settings).metrics.remove("a").unwrap()
}

#[test]
fn the_digest_of_a_masked_table_does_not_let_a_guess_be_tested() {
    let one = by_team("team,value\nA,40\nB,3\nC,9\nD,9\n", &Settings::default());
    let other = by_team("team,value\nA,40\nB,4\nC,8\nD,9\n", &Settings::default());
    assert_eq!(one.sha256, other.sha256);
    let shown = by_team("team,value\nA,40\nB,30\n", &Settings::default());
    assert_ne!(shown.sha256, by_team("team,value\nA,40\nB,31\n", &Settings::default()).sha256);
}

#[test]
fn counts_are_rounded_where_the_site_says_so() {
    let settings = Settings { disclosure_round_to: 5, ..Settings::default() };
    let metric = by_team("team,value\nA,43\nB,8\nC,12\n", &settings);
    let shown: Vec<&str> = metric.values.iter().map(|value| value.display.as_str()).collect();
    assert_eq!((shown, metric.total.unwrap().display.as_str()), (vec!["45", "10", "10"], "65"));
}

#[test]
fn a_threshold_of_one_hides_nothing() {
    let settings = Settings { disclosure_threshold: 1, ..Settings::default() };
    let metric = by_team("team,value\nA,1\nB,2\n", &settings);
    assert!(metric.values.iter().all(|value| value.value.is_some()));
}

#[test]
fn two_notes_of_one_name_are_named_both() {
    let note = "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nvalues: { a: { value: 9 } }\n";
    let computed = computed(&[("data/metrics/a.yaml", note), ("data/metrics/old/a.yaml", note)], &Settings::default());
    insta::assert_snapshot!(told(&computed));
}
