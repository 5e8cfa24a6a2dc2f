//! What is hidden is nowhere: not on a page, not in a drawing, a file, a finding or what a command prints.
//!
//! The hidden counts here are long numbers that nothing else would make by chance; the people have names of their own.

use super::support::{Run, SETTINGS, Site, page};

/// Counts below this are hidden.
const SETTINGS_MORE: &str = "disclosure: { threshold: 100000 }\n";

/// Hidden because they are small, or because another one would follow from the total.
const HIDDEN: [u32; 8] = [83_417, 91_733, 64_289, 71_861, 58_967, 47_743, 105_263, 111_487];

const HEAD: &str = "unit: people\nbasis: actual\nbetter: lower\narea: Exampleshire\npopulation: Adults\ncovers: 2025 to 2026\n\
    measure: People\nsource: { title: Monthly report, publisher: Exampleshire Council }\n";

fn report() -> String {
    let blocks = [
        "::: chart {metric=\"teams\" as=\"bar\"}\nPeople by team\n:::",
        "::: table {metric=\"outcomes\"}\nPeople by team and outcome\n:::",
        "::: table {metric=\"months\"}\nPeople by month\n:::",
        "::: table {metric=\"year\"}\nPeople over three months\n:::",
        "::: figures {metrics=\"teams\"}\n:::",
        "Northam had {{ teams.northam }} people, Sutton {{ teams.sutton }}, {{ teams.share.sutton }} of {{ teams.total }}.",
        "It took {{ stays.latest }} days.",
    ];
    page("report", "Our year", &blocks.join("\n\n"))
}

fn site() -> Site {
    let note = |title: &str, more: &str| format!("title: {title}\n{HEAD}{more}");
    let months = [201_001, 202_003, 83_417, 204_007, 205_009, 206_011, 207_013]
        .iter()
        .enumerate()
        .fold("period,value\n".to_owned(), |text, (at, value)| format!("{text}2025-0{},{value}\n", at + 3));
    let cases = "title: Stays\nunit: days\nbasis: average\nbetter: higher\narea: Exampleshire\npopulation: Adults\nmeasure: Days\n\
        source: { title: Case files, publisher: Exampleshire Council }\nmethod: interval\nfile: cases.csv\nperson: person\n\
        start: start\nend: end\noutcome: outcome\ncounts_when: diverted\nperiod: month\nwindow: 1 month\ndisclosure: people\n";
    Site::empty()
        .file("candour.yaml", &format!("{SETTINGS}{SETTINGS_MORE}"))
        .file("content/_index.md", &page("home", "Adult social care", ""))
        .file("content/impact/_index.md", &page("landing", "Impact", ""))
        .file("content/impact/year.md", &report())
        .file("data/metrics/teams.yaml", &note("Teams", "file: teams.csv\ndimensions: [team]\n"))
        .file("data/metrics/teams.csv", "team,value\nNortham,340001\nSutton,91733\nHall Green,105263\nErdington,250007\n")
        .file("data/metrics/outcomes.yaml", &note("Outcomes", "file: outcomes.csv\ndimensions: [team, outcome]\n"))
        .file(
            "data/metrics/outcomes.csv",
            "team,outcome,value\nA,x,64289\nA,y,71861\nA,z,300007\nB,x,58967\nB,y,111487\nB,z,310019\nC,x,320027\nC,y,330037\nC,z,340049\n",
        )
        .file("data/metrics/months.yaml", &note("Months", "file: months.csv\nperiod: month\n"))
        .file("data/metrics/months.csv", &months)
        .file(
            "data/metrics/year.yaml",
            &note("Three months", "file: months.csv\nperiod: month\nmethod: rolling mean\nwindow: 3 months\n"),
        )
        .file("data/metrics/stays.yaml", cases)
        .file(
            "data/metrics/cases.csv",
            "person,start,end,outcome\nZebulon Quux,2025-01-02,2025-01-20,diverted\nZebulon Quux,2025-02-03,2025-02-21,settled\n",
        )
}

/// A number as it may be written.
fn spellings(number: u32) -> [String; 2] {
    let text = number.to_string();
    let (thousands, rest) = text.split_at(text.len() - 3);
    [format!("{thousands},{rest}"), text]
}

fn assert_silent(what: &str, text: &str) {
    for number in HIDDEN {
        for spelling in spellings(number) {
            assert!(!text.contains(&spelling), "{what} holds {spelling}");
        }
    }
    for name in ["Zebulon", "Quux"] {
        assert!(!text.contains(name), "{what} holds {name}");
    }
}

#[test]
fn no_hidden_count_and_no_person_is_in_anything_that_is_published_or_printed() {
    let site = site();
    for command in
        [&["build"][..], &["check"], &["check", "--format", "json"], &["metrics"], &["metrics", "--format", "json"]]
    {
        let run = site.run(command);
        assert_silent(&format!("{command:?}"), &format!("{}{}", run.stdout, run.stderr));
    }
    let published = site.published();
    assert!(published.keys().any(|path| path.starts_with("downloads/outcomes")), "{:?}", published.keys());
    for file in ["downloads/outcomes.ods", "downloads/outcomes-totals.csv", "downloads/teams.ods"] {
        assert!(published.contains_key(file), "{file} is missing in {:?}", published.keys());
    }
    assert!(!published.keys().any(|path| path.contains("cases")));
    let page = String::from_utf8(published["impact/year/index.html"].clone()).unwrap();
    assert!(page.contains("[c]") && page.contains("340,001"));
    for (path, bytes) in &published {
        assert_silent(path, &String::from_utf8_lossy(bytes));
    }
    for (path, bytes) in &super::support::files(&site.path(".candour")) {
        assert_silent(path, &String::from_utf8_lossy(bytes));
    }
}

#[test]
fn findings_on_a_file_of_counts_name_the_place_and_not_the_count() {
    let site = site();
    site.edit("data/metrics/teams.csv", "Sutton,91733", "Sutton,91733 people");
    site.edit("data/metrics/months.csv", "2025-05,83417", "2025-05,83417,");
    for command in [&["check"][..], &["check", "--format", "json"], &["check", "--format", "sarif"], &["build"]] {
        let run = site.run(command).exits(2);
        let text = format!("{}{}", run.stdout, run.stderr);
        assert!(text.contains("number-invalid") && text.contains("table-ragged"), "{text}");
        assert_silent(&format!("{command:?}"), &text);
    }
}

#[test]
fn a_later_release_is_held_against_what_was_published() {
    let site = site();
    site.run(&["metrics", "--record"]).exits(0);
    let record = std::fs::read_to_string(site.path("data/published.yaml")).unwrap();
    assert_silent("data/published.yaml", &record);
    assert!(record.contains("sutton: hidden") && record.contains("northam: 340001"), "{record}");
    assert!(!site.run(&["check"]).stdout.contains("disclosure-"));
    site.edit("data/metrics/teams.csv", "Northam,340001", "Northam,340004");
    site.edit("data/metrics/teams.csv", "Hall Green,105263", "Hall Green,305263");
    site.edit("data/published.yaml", "a-z: 300007", "a-z: hidden");
    site.edit("data/published.yaml", "a-x: hidden", "a-x: 64289");
    let run = site.run(&["check", "--format", "json"]);
    let told: Vec<String> = run.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["code"].as_str().unwrap().starts_with("disclosure-"))
        .map(|finding| {
            format!(
                "{} {} {}",
                finding["severity"].as_str().unwrap(),
                finding["line"],
                finding["message"].as_str().unwrap()
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    // They warn and fail nothing.
    Run::of(super::support::candour().current_dir(site.path("")).args(["build", "--as-of", super::support::TODAY]))
        .exits(0);
}

#[test]
fn a_spreadsheet_is_read_where_a_table_is_and_its_formulas_are_told() {
    let book = |kind: &str| super::support::repository().join(format!("tests/workbooks/starts.{kind}"));
    for kind in ["xlsx", "ods"] {
        let note = format!(
            "title: Starts\nunit: people\nbasis: average\nbetter: lower\nsource: {{ title: S, publisher: P }}\nfile: starts.{kind}\n\
             period: week\ncolumns: {{ period: week, value: people }}\n"
        );
        let bytes = std::fs::read(book(kind)).unwrap();
        let site =
            Site::small().file("data/metrics/starts.yaml", &note).bytes(&format!("data/metrics/starts.{kind}"), &bytes);
        let run = site.run(&["metrics", "--format", "json"]).exits(0);
        let metric = &run.json()["metrics"][0];
        let values: Vec<String> = metric["values"]
            .as_array()
            .unwrap()
            .iter()
            .map(|value| format!("{} {} {}", value["period"].as_str().unwrap(), value["value"], value["from"]["line"]))
            .collect();
        assert_eq!(values, ["2026-03-02 12 3", "2026-03-09 7.5 4", "2026-03-16 19.5 5"], "{kind}");
        let whole = std::process::Command::new("sha256sum").arg(book(kind)).output().unwrap().stdout;
        assert_eq!(metric["sha256"].as_str().unwrap(), String::from_utf8(whole).unwrap().split(' ').next().unwrap());
        assert!(run.stderr.contains("cell B5 holds a formula"), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("data/metrics/starts.{kind}:5:12")), "{}", run.stderr);
    }
}
