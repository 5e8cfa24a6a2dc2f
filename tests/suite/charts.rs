//! Charts: golden drawings, and properties that hold for any metric.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use candour::chart::{Drawing, KINDS, kind, timeline};
use candour::export::downloads::downloads;
use candour::model::date::Date;
use candour::model::figure::Milestone;
use candour::model::metric::Metric;
use candour::page::card;
use candour::page::figure::{self as page, FigureRequest, FileSize};
use candour::render::figure as render;
use tera::Tera;

use super::kinds::{self, Example};
use super::metrics;
use super::processes;

fn drawing(name: &str, metric: &Metric) -> Drawing {
    (kind(name).unwrap().draw)(metric, &metrics::english())
}

/// Every example with the kind it is drawn as.
pub(crate) fn examples() -> Vec<Example> {
    let mut examples = vec![
        ("before-after", "long-term-starts", metrics::long_term_starts()),
        ("before-after", "repeat-requests", metrics::repeat_requests()),
        ("before-after", "helped", metrics::helped()),
        ("bar", "assessments", metrics::assessments()),
        ("bar", "savings", metrics::savings()),
        ("bar", "formats", metrics::formats()),
        ("line", "requests", metrics::requests()),
        ("line", "weekly-starts", metrics::weekly_starts()),
        ("rolling", "bed-based", metrics::bed_based()),
        ("spc", "baseline", processes::fallen()),
        ("spc", "rebase", processes::rebased()),
        ("share", "outcomes", metrics::outcomes()),
        ("slope", "helped", metrics::helped()),
        ("share", "savings", metrics::savings()),
    ];
    examples.extend(kinds::examples());
    examples
}

const LONG: &str = "Community occupational therapy, equipment and adaptations for people who live alone at home";

/// Groups in two periods, one of them with a long name.
fn long_pairs() -> Metric {
    let mut pairs = metrics::helped();
    for value in pairs.values.iter_mut().filter(|value| value.label == "East") {
        value.label = LONG.to_owned();
        value.group = vec![LONG.to_owned()];
    }
    pairs
}

/// Shapes that strain a layout.
pub(crate) fn strained() -> Vec<Example> {
    let many: Vec<(String, String)> =
        (0..40).map(|at| (format!("Team number {at}"), (at * at * 37).to_string())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, number)| (name.as_str(), number.as_str())).collect();
    let words = [
        (LONG, "12345"),
        ("Short", "3"),
        ("خدمات الرعاية الاجتماعية للبالغين", "800"),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "9999"),
    ];
    let long_pairs = long_pairs();
    let mut equal = metrics::long_term_starts();
    for value in &mut equal.values {
        value.value.clone_from(&equal_value());
        value.display = "more than £700,000,000.00".to_owned();
    }
    let mut strained = vec![
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
        ("before-after", "long pairs", long_pairs.clone()),
        ("slope", "long pairs", long_pairs),
        ("before-after", "equal", equal),
        ("line", "equal", metrics::series("equal", "people", &["5", "5", "5", "5"])),
        ("line", "extreme", metrics::series("extreme", "pounds", &["0", "79228162514264337593543950335", "1", "5"])),
        ("line", "negative", metrics::series("negative", "percent", &["-3", "4", "-12", "9", "", "2", "1"])),
        ("line", "alone", metrics::series("alone", "percent", &["90", "", "92", "", "91", "", "93"])),
        ("spc", "many breaks", processes::with_breaks(30)),
        ("spc", "broken", processes::broken()),
        ("spc", "extreme", processes::extreme()),
        ("spc", "flat", processes::flat()),
        ("spc", "long reason", processes::long_reason()),
        (
            "share",
            "tiny parts",
            metrics::with_total(metrics::groups(
                "tiny",
                "people",
                &[(LONG, "100000"), ("One", "1"), ("Two", "2"), ("Three", "1"), (LONG, "3")],
            )),
        ),
    ];
    strained.extend(kinds::strained());
    strained
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
        ("parts/figure-spc.html", include_str!("../../themes/civic/templates/parts/figure-spc.html")),
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
        .map(|file| FileSize {
            href: file.path,
            format: file.label.to_owned(),
            bytes: file.bytes.len(),
            totals: file.totals,
        })
        .collect();
    let id = format!("figure-{}", metric.id);
    let request = FigureRequest { id: &id, level: 3, headline, chart, about: None, files: &files };
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
#[expect(clippy::disallowed_methods, reason = "a page for a person's eyes, outside any site")]
fn every_example_is_written_to_a_page_to_look_at() {
    let strings = metrics::english();
    let theme = "themes/civic/theme.yaml";
    let theme: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(theme).unwrap()).unwrap();
    let mut css = String::from(":root{");
    for (name, value) in theme["tokens"]["light"].as_mapping().unwrap() {
        write!(css, "--{}:{};", name.as_str().unwrap(), value.as_str().unwrap()).unwrap();
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
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("candour-figures.html"), html).unwrap();
    let mut html = format!("{head}<style>{css}</style><main class=wrap><div class=prose>");
    for (name, title, metric) in examples().into_iter().chain(strained()) {
        let drawing = drawing(name, &metric);
        let words = (kind(name).unwrap().describe)(&metric, &strings).join(" ");
        let remark = drawing.remark.unwrap_or_default();
        let (wide, narrow) = (drawing.wide, drawing.narrow);
        write!(html, "<h3>{name} {title}</h3><p>{remark}</p><div class='chart-box'>{wide}{narrow}</div><p>{words}</p>")
            .unwrap();
    }
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("candour-gallery.html"), html).unwrap();
}

#[test]
fn every_kind_fits_its_examples() {
    for (name, _, metric) in examples() {
        assert_eq!((kind(name).unwrap().fits)(&metric), Ok(()), "{name} {}", metric.id);
    }
    for kind in &KINDS {
        assert!(examples().iter().any(|(name, ..)| *name == kind.name), "{} has no example", kind.name);
    }
}

/// The recorded output of an example; `BLESS=1` records it anew.
#[expect(clippy::disallowed_methods, reason = "records what a person then reads in the diff")]
fn compare(path: &str, now: &str) -> Result<(), String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts").join(path);
    if std::env::var("BLESS").is_ok() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, now).unwrap();
    }
    let recorded = fs::read_to_string(&file).unwrap_or_default();
    if recorded == now { Ok(()) } else { Err(format!("{path} differs; `BLESS=1 cargo test` records it anew")) }
}

#[test]
fn drawings_and_descriptions_are_as_recorded() {
    let strings = metrics::english();
    let mut differ = Vec::new();
    for (name, title, metric) in examples() {
        let drawing = drawing(name, &metric);
        let mut words = (kind(name).unwrap().describe)(&metric, &strings).join("\n");
        words.extend(drawing.remark.iter().flat_map(|remark| ["\n", remark]).map(str::to_owned));
        let outputs = [("svg", drawing.wide), ("narrow.svg", drawing.narrow), ("txt", words + "\n")];
        differ.extend(outputs.iter().filter_map(|(end, now)| compare(&format!("{name}/{title}.{end}"), now).err()));
    }
    let drawing = timeline::draw(&milestones());
    differ.extend(compare("timeline/councils.svg", &drawing.wide).err());
    differ.extend(compare("timeline/councils.narrow.svg", &drawing.narrow).err());
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn figures_cards_and_timelines_are_as_recorded() {
    let strings = metrics::english();
    let cards: Vec<_> =
        [metrics::long_term_starts(), metrics::repeat_requests(), metrics::requests(), metrics::savings()]
            .iter()
            .map(|metric| card(metric, Some("#source"), &strings))
            .collect();
    let outputs = [
        (
            "figures/chart.html",
            figure_html(&metrics::long_term_starts(), Some("before-after"), "Fewer people each week"),
        ),
        ("figures/long.html", figure_html(&metrics::requests(), Some("line"), "Requests fell")),
        ("figures/shares.html", figure_html(&metrics::outcomes(), Some("share"), "Most people got advice")),
        ("figures/table.html", figure_html(&metrics::formats(), None, "Formats")),
        ("figures/cards.html", render::cards(&cards, &parts()).unwrap()),
        ("figures/timeline.html", render::timeline(&page::timeline("timeline", milestones()), &parts()).unwrap()),
    ];
    let differ: Vec<String> = outputs.iter().filter_map(|(path, now)| compare(path, now).err()).collect();
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn sentences_of_every_example_have_at_most_twenty_five_words() {
    for (name, title, metric) in examples() {
        for sentence in (kind(name).unwrap().describe)(&metric, &metrics::english()) {
            assert!(sentence.split_whitespace().count() <= 25, "{name} {title}: {sentence}");
        }
    }
}

#[test]
fn a_line_through_two_values_is_refused_with_cards_as_the_way_out() {
    let misfit = (kind("line").unwrap().fits)(&metrics::long_term_starts()).unwrap_err();
    assert!(misfit.help.contains("::: figures {metrics=\"long-term-starts\"}"), "{}", misfit.help);
}

#[test]
fn charts_over_hidden_values_are_refused_except_bars() {
    let hidden = metrics::formats();
    // Groups side by side have a place for `[c]`, and a funnel leaves the group out.
    let shows_hidden = ["bar", "funnel", "grouped"];
    for kind in KINDS.iter().filter(|kind| !shows_hidden.contains(&kind.name)) {
        let misfit = (kind.fits)(&hidden).unwrap_err();
        assert!(misfit.message.contains("hidden values"), "{}: {}", kind.name, misfit.message);
    }
    assert_eq!((kind("bar").unwrap().fits)(&hidden), Ok(()));
}

#[test]
fn wrong_shapes_are_refused() {
    let refused = |name: &str, metric: &Metric| (kind(name).unwrap().fits)(metric).is_err();
    let one = metrics::groups("one", "people", &[("A", "1")]);
    let none = metrics::groups("none", "people", &[]);
    let missing = metrics::groups("missing", "people", &[("A", ""), ("B", "")]);
    for kind in &KINDS {
        assert!((kind.fits)(&one).is_err() && (kind.fits)(&none).is_err() && (kind.fits)(&missing).is_err());
    }
    assert!(refused("share", &metrics::with_total(metrics::assessments())), "ten parts");
    assert!(refused("share", &metrics::requests()), "periods are no parts");
    assert!(refused("line", &metrics::assessments()), "groups are no periods");
    assert!(refused("before-after", &metrics::requests()), "36 periods");
    let mut same = metrics::long_term_starts();
    same.values[1].period = same.values[0].period.clone();
    same.values[1].label = same.values[0].label.clone();
    assert!(refused("before-after", &same), "two values of one period");
}

#[test]
fn hidden_values_are_nowhere_in_a_figure_or_its_files() {
    let mut metric = metrics::formats();
    for value in metric.values.iter_mut().filter(|value| value.suppressed) {
        value.share = Some(candour::model::quantity::Decimal::new(7_654_321, 6));
        value.numerator = Some(candour::model::quantity::Decimal::new(7_654_321, 0));
        value.denominator = Some(candour::model::quantity::Decimal::new(7_654_321, 0));
    }
    let html = figure_html(&metric, Some("bar"), "Formats");
    let files: String =
        downloads(&metric).iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(!html.contains("654") && !files.contains("654"));
}

#[test]
fn files_hold_one_row_a_value_and_every_word_of_the_note() {
    let files = downloads(&metrics::formats());
    let text = |at: usize| String::from_utf8(files[at].bytes.clone()).unwrap();
    assert!(text(0).starts_with("period,format,value,status,note\n,Large print,46,final,\n"), "{}", text(0));
    assert!(text(0).ends_with(",Braille,,[c],\n"));
    let json: serde_json::Value = serde_json::from_str(&text(1)).unwrap();
    assert_eq!(json["values"][3]["value"], serde_json::Value::Null);
    assert_eq!(json["values"][3]["suppressed"], true);
    assert_eq!(json["source"]["publisher"], "Exampleshire Council");
    assert_eq!(files[0].path, "/downloads/formats.csv");
}

#[test]
fn ids_of_a_figure_begin_with_its_own_and_every_word_is_known() {
    let html = figure_html(&metrics::requests(), Some("line"), "Requests fell");
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.iter().all(|id| id.starts_with("figure-requests")), "{ids:?}");
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len());
    for group in ["figure.", "chart.", "card.", "wording."] {
        assert!(!html.contains(&format!(">{group}")) && !html.contains(&format!(" {group}")), "{group}");
    }
}
