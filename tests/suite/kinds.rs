//! Metrics for the kinds of chart that compare groups, computed from notes and tables as a site's are.

use std::fmt::Write as _;

use candour::model::metric::Metric;
use candour::model::settings::Settings;

use super::evidence::computed;

/// A kind of chart, a title, a metric.
pub(crate) type Example = (&'static str, &'static str, Metric);

/// The long name that strains a layout.
const LONG: &str = "Community occupational therapy, equipment and adaptations for people who live alone at home";

/// The metric of a note with these fields and this table.
pub(crate) fn noted(id: &str, fields: &str, csv: &str) -> Metric {
    let note = format!(
        "title: A made-up measure\nmeasure: A made-up measure of everything\nbasis: actual\nbetter: neither\n\
         area: Exampleshire\npopulation: Adults\nexample: true\n\
         source: {{ title: Example data, publisher: Exampleshire Council }}\nfile: {id}.csv\n{fields}"
    );
    let paths = (format!("data/metrics/{id}.yaml"), format!("data/metrics/{id}.csv"));
    let files = [(paths.0.as_str(), note.as_str()), (paths.1.as_str(), csv)];
    computed(&files, &Settings::default()).metrics.remove(id).unwrap()
}

/// A name as a cell of a CSV.
pub(crate) fn cell(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Groups with the number counted and what it is out of.
pub(crate) fn funnel(rows: &[(String, u64, u64)]) -> Metric {
    let mut csv = "team,reviewed,due\n".to_owned();
    for (name, part, whole) in rows {
        writeln!(csv, "{},{part},{whole}", cell(name)).unwrap();
    }
    let fields = "unit: percent\nmethod: funnel\ndimensions: [team]\nnumerator: reviewed\ndenominator: due\n\
                  allow: [{ code: funnel-few, reason: A test. }]\n";
    noted("reviews", fields, &csv)
}

fn ten_teams() -> Metric {
    let rows = [
        ("Ashdown", 212, 260),
        ("Brindle", 148, 190),
        ("Carrow", 301, 377),
        ("Dunsley", 96, 118),
        ("Elmfield", 131, 240),
        ("Foxholt", 260, 320),
        ("Grange", 171, 204),
        ("Haverly", 330, 372),
        ("Ingle", 84, 110),
        ("Joyden", 240, 305),
    ];
    funnel(&rows.map(|(name, part, whole)| (name.to_owned(), part, whole)))
}

/// Groups over time: for each group a number for each month from November 2019 on, empty where there is none.
pub(crate) fn over_time(id: &str, fields: &str, rows: &[(String, Vec<String>)]) -> Metric {
    let mut csv = "team,month,value\n".to_owned();
    for (name, numbers) in rows {
        for (at, number) in numbers.iter().enumerate() {
            let months = 10 + at;
            writeln!(csv, "{},{:04}-{:02},{number}", cell(name), 2019 + months / 12, months % 12 + 1).unwrap();
        }
    }
    let fields = format!("dimensions: [team]\nperiod: month\ncolumns: {{ period: month }}\n{fields}");
    noted(id, &fields, &csv)
}

/// A table of two kinds of groups.
pub(crate) fn crossed(unit: &str, series: &[&str], rows: &[(String, Vec<String>)]) -> Metric {
    let mut csv = "team,outcome,value\n".to_owned();
    for (name, numbers) in rows {
        for (outcome, number) in series.iter().zip(numbers) {
            writeln!(csv, "{},{},{number}", cell(name), cell(outcome)).unwrap();
        }
    }
    noted("crossed", &format!("unit: {unit}\ndimensions: [team, outcome]\ndisclosure: none\n"), &csv)
}

fn typed(name: &str, numbers: &[&str]) -> (String, Vec<String>) {
    (name.to_owned(), numbers.iter().map(|number| (*number).to_owned()).collect())
}

/// The parts of the outcomes.
const PARTS: [&str; 4] = ["Advice and help nearby", "Short-term help", "Equipment", "Long-term support"];

fn outcomes_by_team() -> Metric {
    let rows = [
        typed("East", &["620", "310", "240", "180"]),
        typed("North", &["710", "402", "199", "214"]),
        typed("South", &["455", "288", "260", "121"]),
        typed("West", &["424", "201", "167", "141"]),
    ];
    crossed("people", &PARTS, &rows)
}

fn outcomes_by_year() -> Metric {
    let csv = "outcome,year,people\nAdvice,2023 to 2024,2100\nAdvice,2024 to 2025,2250\nAdvice,2025 to 2026,2409\n\
        Short-term help,2023 to 2024,1150\nShort-term help,2024 to 2025,1190\nShort-term help,2025 to 2026,1201\n\
        Long-term support,2023 to 2024,812\nLong-term support,2024 to 2025,744\nLong-term support,2025 to 2026,656\n";
    let fields =
        "unit: people\nperiod: financial year\ndimensions: [outcome]\ncolumns: { period: year, value: people }\n";
    noted("outcomes-by-year", fields, csv)
}

fn waits_by_team() -> Metric {
    let rows = [
        typed("East", &["31", "29", "30", "27", "26", "24", "25", "22"]),
        typed("North", &["24", "25", "", "26", "27", "25", "28", "29"]),
        typed("South", &["40", "41", "38", "36", "35", "33", "30", "28"]),
        typed("West", &["22", "22", "21", "23", "22", "21", "20", "21"]),
    ];
    over_time("waits", "unit: days\nbreaks: [{ date: 2020-04-01, reason: waits count from the first call }]\n", &rows)
}

fn index_of_requests() -> Metric {
    let rows = [
        typed("Requests", &["410", "422", "437", "444", "476", "444", "", "412", "470"]),
        typed("Assessments", &["120", "118", "121", "130", "124", "119", "117", "111", "108"]),
    ];
    over_time("indexed", "unit: index\nmethod: index\nbase: 2019-11\n", &rows)
}

fn broken_line() -> Metric {
    let csv = "month,value\n2025-01,410\n2025-02,422\n2025-03,437\n2025-04,244\n2025-05,256\n2025-06,\n2025-07,261\n2025-08,258\n";
    let fields = "unit: people\nperiod: month\ncolumns: { period: month }\n\
        breaks: [{ date: 2025-04-01, reason: repeat requests are no longer counted }]\n";
    noted("broken", fields, csv)
}

/// Every kind with an example of it.
pub(crate) fn examples() -> Vec<Example> {
    vec![
        ("funnel", "ten-teams", ten_teams()),
        ("grouped", "outcomes", outcomes_by_team()),
        ("grouped", "years", outcomes_by_year()),
        ("index", "requests", index_of_requests()),
        ("line", "broken", broken_line()),
        ("multiples", "waits", waits_by_team()),
        ("stacked", "outcomes", outcomes_by_team()),
        ("stacked-100", "years", outcomes_by_year()),
    ]
}

/// Many rows of long, short and foreign names with numbers far apart.
fn odd_rows(many: usize, series: usize) -> Vec<(String, Vec<String>)> {
    let names =
        [LONG, "خدمات الرعاية الاجتماعية للبالغين", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "W"];
    let numbers = ["0", "1", "7866774", "99999999999", "42", "12345", "3"];
    let number = |at: usize| numbers[at % numbers.len()].to_owned();
    let row =
        |at: usize| (format!("{at} {}", names[at % 4]), (0..series).map(|of| number(at * 3 + of * 2 + 1)).collect());
    (0..many).map(row).collect()
}

/// Shapes that strain a layout.
pub(crate) fn strained() -> Vec<Example> {
    let forty = (0..40).map(|at| (format!("Team number {at}"), 30 + at * 7 % 41, 90 + at * at % 13));
    let names = [
        LONG,
        "خدمات الرعاية الاجتماعية للبالغين",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "W",
        "",
    ];
    let sizes = [(1, 2), (990_000_000, 999_999_999), (3, 7), (0, 1), (12, 12)];
    let odd =
        names.iter().zip(sizes).enumerate().map(|(at, (name, (part, whole)))| (format!("{at} {name}"), part, whole));
    let same = (0..12).map(|at| (format!("Same {at}"), 50, 100));
    vec![
        ("funnel", "forty", funnel(&forty.collect::<Vec<_>>())),
        ("funnel", "odd", funnel(&odd.collect::<Vec<_>>())),
        ("funnel", "same", funnel(&same.collect::<Vec<_>>())),
        ("grouped", "forty", crossed("people", &PARTS, &odd_rows(40, 4))),
        ("grouped", "pounds", crossed("pounds", &[LONG, "b", "c"], &odd_rows(5, 3))),
        ("stacked", "forty", crossed("people", &[LONG, "b", "c", "d", "e"], &odd_rows(40, 5))),
        ("stacked-100", "pounds", crossed("pounds", &PARTS, &odd_rows(6, 4))),
        ("multiples", "forty", over_time("odd", "unit: people\ndisclosure: none\n", &odd_rows(40, 9))),
        ("multiples", "pounds", over_time("odd", "unit: pounds\n", &odd_rows(7, 36))),
        (
            "index",
            "odd",
            over_time("odd", "unit: index\ndisclosure: none\nmethod: index\nbase: 2019-12\n", &odd_rows(4, 20)),
        ),
        ("funnel", "none", funnel(&(0..9).map(|at| (format!("None {at}"), 0, 10 + at)).collect::<Vec<_>>())),
    ]
}
