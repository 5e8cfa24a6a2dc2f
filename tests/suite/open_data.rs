//! Open data: the package, the metadata of each CSV and the data page agree with the files they speak of.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::support::{SETTINGS, Site, extension, page};

const NOTE: &str = "measure: People helped\nunit: people\nbasis: actual\nbetter: higher\narea: A\npopulation: Adults\n\
    source: { title: Monthly report, publisher: Exampleshire Council, url: https://example.org/report }\n";

fn site(settings: &str) -> Site {
    let note = |more: &str| format!("{NOTE}{more}");
    Site::empty()
        .file("candour.yaml", &format!("{SETTINGS}{settings}"))
        .file("content/_index.md", &page("home", "Adult social care", ""))
        .file("content/data.md", &page("data", "Data we publish", "These are our figures."))
        .file(
            "content/year.md",
            &page(
                "page",
                "Our year",
                "::: chart {metric=\"months\" as=\"line\"}\nPeople by month\n:::\n\n::: table {metric=\"teams\"}\nPeople by team\n:::",
            ),
        )
        .file("data/metrics/months.yaml", &note("title: Months\nfile: months.csv\nperiod: month\n"))
        .file("data/metrics/months.csv", "period,value\n2026-01,20\n2026-02,30\n2026-03,\n2026-04,25\n2026-05,22\n")
        .file(
            "data/metrics/teams.yaml",
            &note("title: Teams\ncovers: 2025 to 2026\nfile: teams.csv\ndimensions: [team, age_band]\n"),
        )
        .file(
            "data/metrics/teams.csv",
            "team,age_band,value\n=East,young,3\n=East,old,20\nWest,young,40\nWest,old,50\nNorth,young,70\nNorth,old,80\n",
        )
        .file("data/metrics/unused.yaml", &note("title: Not shown\nvalues: { one: { value: 7000, period: 2025 } }\n"))
}

fn json(published: &BTreeMap<String, Vec<u8>>, path: &str) -> Value {
    serde_json::from_slice(published.get(path).unwrap_or_else(|| panic!("{path} is missing"))).unwrap()
}

#[test]
fn every_csv_is_described_by_the_package_and_by_metadata_beside_it() {
    let site = site("licence: OGL-UK-3.0\n").build();
    let published = site.published();
    let package = json(&published, "datapackage.json");
    assert_eq!(package["licenses"][0]["name"], "OGL-UK-3.0");
    let resources = package["resources"].as_array().unwrap();
    let paths: Vec<&str> = resources.iter().map(|found| found["path"].as_str().unwrap()).collect();
    let csv: Vec<&str> = published.keys().map(String::as_str).filter(|path| extension(path) == "csv").collect();
    let mut sorted = paths.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, csv);
    assert_eq!(sorted, ["downloads/months.csv", "downloads/teams-totals.csv", "downloads/teams.csv"]);
    for resource in resources {
        let path = resource["path"].as_str().unwrap();
        let bytes = &published[path];
        let text = std::str::from_utf8(bytes).unwrap();
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(resource["hash"], format!("sha256:{digest}"));
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["sources"][0]["path"], "https://example.org/report");
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(text.lines().next().unwrap(), fields.join(","));
        let metadata = json(&published, &format!("{path}-metadata.json"));
        assert_eq!(format!("downloads/{}", metadata["url"].as_str().unwrap()), path);
        let titles: Vec<&str> = metadata["tableSchema"]["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| column["titles"].as_str().unwrap())
            .collect();
        assert_eq!(titles, fields);
    }
    let months = resources.iter().find(|found| found["name"] == "months").unwrap();
    assert_eq!(months["schema"]["fields"][0]["type"], "yearmonth");
}

#[test]
fn a_csv_has_an_empty_value_and_its_reason_where_nothing_may_be_shown() {
    let published = site("").build().published();
    let text = |path: &str| String::from_utf8(published[path].clone()).unwrap();
    assert!(text("downloads/months.csv").contains("\n2026-03,,[x],"));
    let teams = text("downloads/teams.csv");
    assert!(teams.contains(",'=East,young,,[c],") && !teams.contains(",3,"), "{teams}");
    assert!(!String::from_utf8_lossy(&published["datapackage.json"]).contains("licenses"));
}

#[test]
fn the_data_page_lists_each_published_metric_with_format_size_period_and_status() {
    let site = site("licence: CC-BY-4.0\n").build();
    let html = site.text("data/index.html");
    for words in [
        "<h3 id=\"data-months\">Months</h3>",
        "Teams as ODS, ",
        "Teams, totals as CSV, ",
        "January 2026 to May 2026",
        "2025 to 2026",
        "<dd>Final</dd>",
        "Creative Commons Attribution 4.0 International",
        "href=\"/datapackage.json\"",
        "begins with an apostrophe",
    ] {
        assert!(html.contains(words), "{words} is missing in {html}");
    }
    assert!(!html.contains("Not shown"));
    assert!(site.text("index.html").contains("href=\"/data/\""), "the footer leads to the data page");
}

#[test]
fn a_licence_that_is_not_known_ends_the_run_with_its_line() {
    let run = site("licence: OGL-UK-3\n").run(&["check"]).exits(1);
    let lines = SETTINGS.lines().count() + 1;
    assert!(
        run.stderr.contains(&format!("candour.yaml:{lines}")) && run.stderr.contains("OGL-UK-3.0"),
        "{}",
        run.stderr
    );
}
