//! What must hold for the kinds of chart that compare groups: labels apart and inside, and one set of numbers in drawing,
//! description, table and download.

use std::collections::BTreeSet;

use candour::chart::kind;
use candour::export::downloads::downloads;
use candour::model::figure::TableView;
use candour::model::footing::Break;
use candour::model::metric::Metric;
use candour::model::pairs::{difference, pairs};
use candour::model::quantity::{Decimal, Unit};
use candour::page::figure::{FigureRequest, figure};
use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::chart_properties::{all_faults, drawn, labels, name};
use super::{charts, kinds, metrics};

/// The numbers in a text, without signs of units.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() || (matches!(c, '.' | ',') && !open.is_empty()) {
            open.push(c);
        } else if !open.is_empty() {
            found.push(std::mem::take(&mut open).trim_end_matches(['.', ',']).to_owned());
        }
    }
    found
}

fn cells(table: &TableView) -> impl Iterator<Item = &str> {
    let rows = table.rows.iter().chain(&table.total);
    rows.flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str()).chain([row.heading.as_str()]))
}

/// Numbers of a figure that stand in a drawing or description and not in its table, or in its table and not in its file.
fn disagreements(chart: &str, metric: &Metric) -> Vec<String> {
    let strings = metrics::english();
    let request = FigureRequest { id: "f", level: 2, headline: "", chart: Some(chart), about: None, files: &[] };
    let view = figure(metric, &request, &strings);
    let tables = || [Some(&view.table), view.more.as_ref().map(|more| &more.table)].into_iter().flatten();
    let headings = tables().flat_map(|table| table.columns.iter().map(|column| column.heading.as_str()));
    let mut known: BTreeSet<String> = tables().flat_map(cells).chain(headings).flat_map(numbers).collect();
    let notes = view.notes.iter().map(|note| &note.text);
    known.extend(view.before_table.iter().chain([&view.subtitle]).chain(notes).flat_map(|line| numbers(line)));
    let base = metric.derivation.as_ref().and_then(|derivation| derivation.base.as_deref());
    known.extend(base.into_iter().flat_map(numbers));
    if ["index", "stacked-100"].contains(&chart) {
        known.insert("100".to_owned());
    }
    let change = metric.change.iter().flat_map(|change| {
        [Some(change.difference_display.clone()), change.percent_display.clone()].into_iter().flatten()
    });
    known.extend(change.flat_map(|text| numbers(&text)));
    // How many there are of something is no value.
    known.extend((1..=metric.values.len()).map(|count| count.to_string()));
    let mut faults = Vec::new();
    let kind = kind(chart).unwrap();
    let described = (kind.describe)(metric, &strings);
    let drawing = (kind.draw)(metric, &strings);
    let shown = [&drawing.wide, &drawing.narrow].into_iter().flat_map(|svg| labels(svg));
    let shown = shown.filter(|label| label.class != "text-muted").map(|label| label.text);
    for text in described.into_iter().chain(shown) {
        let lost = numbers(&text).into_iter().filter(|number| !known.contains(number));
        faults.extend(lost.map(|number| format!("{chart}: {number} of {text:?} is not in the table")));
    }
    faults.extend(unlike_file(metric, chart, &known));
    faults
}

/// Numbers of the CSV that do not stand in the table, rounded as the metric is.
fn unlike_file(metric: &Metric, chart: &str, known: &BTreeSet<String>) -> Vec<String> {
    let file = downloads(metric).into_iter().find(|file| file.label == "CSV").unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let whole = Metric { decimals: 0, ..metric.clone() };
    let percent = Metric { decimals: 1, unit: Unit::Percent, ..metric.clone() };
    let mut faults = Vec::new();
    for line in text.lines().skip(1) {
        // From the right, where no cell is quoted.
        for (name, cell) in header.iter().rev().zip(line.rsplit(',')).skip(2) {
            let Ok(number) = cell.parse::<Decimal>() else { continue };
            let shown = match *name {
                "share_of_bar" | "total_of_bar" if !chart.starts_with("stacked") => continue,
                "share_of_bar" => metrics::display(&percent, number),
                "numerator" | "denominator" => metrics::display(&whole, number),
                _ => metrics::display(metric, number),
            };
            if !numbers(&shown).iter().all(|number| known.contains(number)) {
                faults.push(format!("{name} {shown} of the file is not in the table"));
            }
            if *name == "value" {
                break;
            }
        }
    }
    faults
}

#[test]
fn drawing_description_table_and_file_hold_the_same_numbers() {
    let mut faults = Vec::new();
    for (chart, title, metric) in charts::examples().into_iter().chain(kinds::strained()) {
        faults.extend(disagreements(chart, &metric).into_iter().map(|fault| format!("{title}: {fault}")));
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_table_beside_pairs_follows_their_drawing_and_says_how_far_they_are_apart() {
    let (_, _, metric) = charts::examples().into_iter().find(|(chart, ..)| *chart == "slope").unwrap();
    let request = FigureRequest { id: "f", level: 2, headline: "", chart: Some("slope"), about: None, files: &[] };
    let table = figure(&metric, &request, &metrics::english()).table;
    let change = table.columns.iter().position(|column| column.heading == "Change").unwrap() - 1;
    let drawn: Vec<String> = pairs(&metric)
        .unwrap()
        .iter()
        .flat_map(|pair| {
            [(&pair.name, "first value".to_owned()), (&pair.name, difference(pair, &metric, &metrics::english()))]
        })
        .map(|(name, change)| format!("{name}: {change}"))
        .collect();
    let told: Vec<String> =
        table.rows.iter().map(|row| format!("{}: {}", row.heading, row.cells[change].text)).collect();
    assert_eq!(told, drawn);
    assert!(told.iter().any(|row| row.contains("up ") || row.contains("down ")), "{told:?}");
}

#[test]
fn a_table_of_two_ways_keeps_each_group_together_in_the_order_of_its_bars() {
    let rows = [("Small", ["9", "1"]), ("Large", ["4", "30"])];
    let rows = rows.map(|(name, numbers)| (name.to_owned(), numbers.map(str::to_owned).to_vec()));
    let metric = kinds::crossed("people", &["Home", "Day"], &rows);
    let request = FigureRequest { id: "f", level: 2, headline: "", chart: Some("grouped"), about: None, files: &[] };
    let table = figure(&metric, &request, &metrics::english()).table;
    let told: Vec<[&str; 2]> =
        table.rows.iter().map(|row| [row.heading.as_str(), row.cells[0].text.as_str()]).collect();
    assert_eq!(told, [["Large", "Day"], ["Large", "Home"], ["Small", "Day"], ["Small", "Home"]]);
}

#[test]
fn a_hidden_group_of_a_funnel_is_in_no_drawing_and_in_no_pool() {
    let rows: Vec<(String, u64, u64)> = (0..9).map(|at| (format!("Team {at}"), 40 + at, 60 + at)).collect();
    let mut hidden = kinds::funnel(&rows);
    let value = &mut hidden.values[3];
    (value.value, value.suppressed, value.display) = (None, true, "[c]".to_owned());
    (value.numerator, value.denominator) = (None, None);
    value.carried = candour::model::derivation::Carried::default();
    let drawing = drawn("funnel", &hidden, &metrics::english());
    assert!(!drawing.wide.contains("Team 3") && drawing.wide.contains("Team 4"));
    let words = (kind("funnel").unwrap().describe)(&hidden, &metrics::english()).join(" ");
    assert!(words.contains("8 groups are shown") && words.contains("One group is hidden"), "{words}");
}

fn sized() -> impl Strategy<Value = (u64, u64)> {
    let whole = prop::sample::select(vec![1_u64, 2, 9, 40, 41, 44, 250, 9_000, 1_000_000]);
    (whole, 0..=100_u64).prop_map(|(whole, part)| (whole * part / 100, whole))
}

proptest! {
    #![proptest_config(Config::with_cases(24))]

    #[test]
    fn funnels_keep_their_labels_apart_and_inside(
        rows in prop::collection::vec((name(), sized()), 1..40),
        turn in any::<prop::sample::Index>(),
    ) {
        let mut rows: Vec<(String, u64, u64)> = rows
            .into_iter()
            .enumerate()
            .map(|(at, (name, (part, whole)))| (format!("{at} {name}"), part, whole))
            .collect();
        let metric = kinds::funnel(&rows);
        let drawing = drawn("funnel", &metric, &metrics::english());
        prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
        prop_assert_eq!(disagreements("funnel", &metric), Vec::<String>::new());
        let by = turn.index(rows.len());
        rows.rotate_left(by);
        prop_assert_eq!(drawing, drawn("funnel", &kinds::funnel(&rows), &metrics::english()));
    }

    #[test]
    fn bars_of_two_ways_keep_their_labels_apart_and_inside(
        rows in prop::collection::vec((name(), prop::collection::vec(count(), 5)), 1..40),
        series in 2..=5_usize,
        unit in prop::sample::select(vec!["people", "pounds"]),
        turn in any::<prop::sample::Index>(),
    ) {
        let names = ["Home", "Care in an extra care home or in shared lives", "Day", "خدمات", "Other help"];
        let mut rows = numbered(rows);
        let metric = kinds::crossed(unit, &names[..series], &rows);
        let drawings = ["grouped", "stacked", "stacked-100"].map(|kind| (kind, drawn(kind, &metric, &metrics::english())));
        for (kind, drawing) in &drawings {
            prop_assert_eq!(all_faults(drawing), Vec::<String>::new());
            prop_assert_eq!(disagreements(kind, &metric), Vec::<String>::new());
        }
        let by = turn.index(rows.len());
        rows.rotate_left(by);
        let turned = kinds::crossed(unit, &names[..series], &rows);
        for (kind, drawing) in drawings {
            prop_assert_eq!(drawing, drawn(kind, &turned, &metrics::english()));
        }
    }

    #[test]
    fn lines_of_groups_keep_their_labels_apart_and_inside(
        rows in prop::collection::vec((name(), prop::collection::vec(maybe(), 12)), 1..14),
        breaks in 0..5_u32,
        turn in any::<prop::sample::Index>(),
    ) {
        let mut rows = numbered(rows);
        let list: Vec<String> =
            (0..breaks).map(|at| format!("{{ date: 2020-0{}-01, reason: Reason {at} of some length }}", at + 2)).collect();
        let fields = format!("breaks: [{}]\n", list.join(", "));
        let plain = |rows: &[(String, Vec<String>)]| kinds::over_time("g", &format!("unit: people\ndisclosure: none\n{fields}"), rows);
        let four: Vec<(String, Vec<String>)> = rows.iter().take(4).cloned().collect();
        let index = |rows: &[(String, Vec<String>)]| {
            kinds::over_time("g", &format!("unit: index\nmethod: index\nbase: 2019-11\n{fields}"), rows)
        };
        for (kind, metric) in [("multiples", plain(&rows)), ("index", index(&four))] {
            let drawing = drawn(kind, &metric, &metrics::english());
            prop_assert_eq!(all_faults(&drawing), Vec::<String>::new());
            prop_assert_eq!(disagreements(kind, &metric), Vec::<String>::new());
        }
        let drawing = drawn("multiples", &plain(&rows), &metrics::english());
        let by = turn.index(rows.len());
        rows.rotate_left(by);
        prop_assert_eq!(drawing, drawn("multiples", &plain(&rows), &metrics::english()));
    }

    #[test]
    fn lines_with_breaks_keep_their_labels_apart_and_inside(
        numbers in prop::collection::vec(maybe(), 3..30),
        months in prop::collection::vec(1..36_u32, 0..6),
    ) {
        let mut metric = metrics::series("broken", "people", &numbers.iter().map(String::as_str).collect::<Vec<_>>());
        let start: candour::model::date::Date = "2019-11-01".parse().unwrap();
        let mut days: Vec<_> = months.iter().map(|month| start.plus_months(i32::try_from(*month).unwrap())).collect();
        days.sort();
        days.dedup();
        let reason = "people who ask twice in a month are counted once from here on".to_owned();
        metric.footing.breaks = days.into_iter().map(|date| Break { date, reason: reason.clone() }).collect();
        prop_assert_eq!(all_faults(&drawn("line", &metric, &metrics::english())), Vec::<String>::new());
    }
}

/// A count as typed.
fn count() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["0", "1", "12", "640", "9999", "7866774", "99999999999"]).prop_map(str::to_owned)
}

/// A count, or nothing.
fn maybe() -> impl Strategy<Value = String> {
    prop::option::weighted(0.85, count()).prop_map(Option::unwrap_or_default)
}

/// Rows whose names differ.
fn numbered<T>(rows: Vec<(String, T)>) -> Vec<(String, T)> {
    rows.into_iter().enumerate().map(|(at, (name, numbers))| (format!("{at} {name}"), numbers)).collect()
}

#[test]
fn a_line_with_a_break_has_a_gap_and_names_the_reason() {
    let (_, _, metric) = kinds::examples().into_iter().find(|(_, title, _)| *title == "broken").unwrap();
    let drawing = drawn("line", &metric, &metrics::english());
    let lines = drawing.wide.lines().filter(|line| line.starts_with("<polyline class=\"mark-focus")).count();
    // Before the break, and after it until the month without a figure, and after that.
    assert_eq!(lines, 3, "{}", drawing.wide);
    assert!(drawing.wide.contains("class=\"break stroke\"") && drawing.wide.contains("no longer counted"));
    let words = (kind("line").unwrap().describe)(&metric, &metrics::english()).join(" ");
    assert!(words.contains("The series breaks from 1 April 2025") && !words.contains("highest"), "{words}");
}

#[test]
fn what_cannot_be_stacked_or_grouped_is_refused_with_a_way_out() {
    let rows = |last: &str| {
        let row = |name: &str, numbers: [&str; 2]| (name.to_owned(), numbers.map(str::to_owned).to_vec());
        vec![row("East", ["5", "7"]), row("West", ["9", last])]
    };
    let refused = |name: &str, metric: &Metric| (kind(name).unwrap().fits)(metric).unwrap_err().message;
    let table = |last: &str| kinds::crossed("people", &["a", "b"], &rows(last));
    assert!(refused("stacked", &table("")).contains("no parts of a whole"));
    assert!(refused("stacked", &table("-3")).contains("no parts of a whole"));
    assert_eq!((kind("grouped").unwrap().fits)(&table("")), Ok(()));
    let mut hole = table("4");
    hole.values.pop();
    assert!(refused("grouped", &hole).contains("has no row for"));
    assert!(refused("grouped", &metrics::assessments()).contains("two ways"));
    let six: Vec<&str> = vec!["a", "b", "c", "d", "e", "f"];
    let rows = ["East", "West"].map(|name| (name.to_owned(), vec!["5".to_owned(); 6]));
    let wide = kinds::crossed("people", &six, &rows);
    assert!(refused("grouped", &wide).contains("more than 4") && refused("stacked", &wide).contains("more than 5"));
    assert!(refused("multiples", &metrics::requests()).contains("no groups"));
    assert!(refused("index", &metrics::requests()).contains("no index"));
}

#[test]
fn rounded_shares_that_do_not_add_up_say_so() {
    let row = (String::from("East"), vec!["1".to_owned(), "1".to_owned(), "1".to_owned()]);
    let thirds = kinds::crossed("people", &["a", "b", "c"], &[row.clone(), ("West".to_owned(), row.1)]);
    let remark = drawn("stacked-100", &thirds, &metrics::english()).remark;
    assert_eq!(remark.as_deref(), Some("The shares do not add up to 100% because of rounding."));
}
