//! Faults that make figures untrue: each is found in one run, with its file, line and column.

use std::fmt::Write as _;

use super::sound;

const HEAD: &str = "title: Example\nmeasure: Example\nbetter: lower\narea: A\npopulation: Adults\n\
    source: { title: S, publisher: P }\n";

const CASES: &str = "unit: days\nbasis: average\ndisclosure: people\nmethod: interval\nfile: FILE.csv\nperson: person\nstart: start\n\
    end: end\noutcome: outcome\ncounts_when: diverted\nperiod: month\nwindow: 12 months\n";

/// A name, the note, the table, and what is found: code, `yaml` or `csv`, line, column.
type Fault = (&'static str, &'static str, &'static str, (&'static str, &'static str, u64, u64));

const COUNT: &str = "unit: requests\nbasis: actual\nfile: FILE.csv\nperiod: month\n";
const WEEKS: &str = "period,value\n2024-01-01,7\n2024-01-08,9\n2024-01-15,8\n2024-01-22,7\n2024-01-29,9\n2024-02-05,8\n\
    2024-02-12,7\n2024-02-19,9\n2024-02-26,8\n2024-03-04,7\n2024-03-11,9\n2024-03-18,8\n2024-03-25,7\n2024-04-01,8\n";

#[rustfmt::skip]
const FAULTS: [Fault; 22] = [
    ("period-given-twice", COUNT, "period,value\n2026-01,3\n2026-02,4\n2026-01,5\n", ("period-twice", "csv", 4, 1)),
    ("grains-mixed", COUNT, "period,value\n2026-01,3\n2026-02,4\n2026-03-02,5\n", ("period-", "csv", 4, 1)),
    ("days-first-and-iso", "unit: requests\nbasis: actual\nfile: FILE.csv\nperiod: day\n", "period,value\n2026-01-31,3\n01/02/2026,4\n02/02/2026,5\n", ("date-order", "csv", 3, 1)),
    ("more-than-all", "unit: percent\nbasis: actual\nfile: FILE.csv\nperiod: month\ncolumns: { numerator: top, denominator: bottom }\n", "period,top,bottom\n2026-01,3,10\n2026-02,12,10\n", ("numerator-larger", "csv", 3, 9)),
    ("fewer-than-none", COUNT, "period,value\n2026-01,3\n2026-02,-4\n", ("count-negative", "csv", 3, 9)),
    ("rebase-on-no-day-of-the-data", "unit: people per week\nbasis: average\nfile: FILE.csv\nperiod: week\nspc: { rebase: [{ date: 2024-06-03, reason: r }] }\n", WEEKS, ("spc-rebase", "yaml", 11, 25)),
    ("baseline-too-long", "unit: people per week\nbasis: average\nfile: FILE.csv\nperiod: week\nspc: { baseline: 40 }\n", WEEKS, ("spc-baseline", "yaml", 11, 18)),
    ("ends-before-it-starts", CASES, "person,start,end,outcome\nP1,2026-01-05,2026-01-04,diverted\n", ("interval-backwards", "csv", 2, 15)),
    ("twice-on-one-day", CASES, "person,start,end,outcome\nP1,2026-01-05,2026-01-20,diverted\nP1,2026-01-05,2026-01-20,settled\n", ("interval-twice", "csv", 3, 1)),
    ("total-by-its-name", "unit: requests\nbasis: actual\nfile: FILE.csv\ndimensions: [team]\ncovers: 2026\n", "team,value\nEast,30\nWest,50\nAll teams,80\n", ("total-in-rows", "csv", 4, 1)),
    ("total-by-its-size", "unit: requests\nbasis: actual\nfile: FILE.csv\ndimensions: [team]\ncovers: 2026\n", "team,value\nEast,130\nWest,50\nSouth,40\nBorough,220\n", ("total-in-rows", "csv", 5, 1)),
    ("percent-in-two-ways", "unit: percent\nbasis: actual\nfile: FILE.csv\nperiod: month\n", "period,value\n2026-01,25\n2026-02,0.26\n2026-03,27\n", ("percent-scale", "csv", 3, 9)),
    ("total-that-is-wrong", "unit: requests\nbasis: actual\nfile: FILE.csv\ndimensions: [team]\ncovers: 2026\ntotal: 90\n", "team,value\nEast,30\nWest,50\n", ("total-mismatch", "yaml", 12, 1)),
    ("column-not-there", "unit: requests\nbasis: actual\nfile: FILE.csv\nperiod: month\ncolumns: { value: people }\n", "period,value\n2026-01,3\n", ("column-missing", "yaml", 11, 19)),
    ("full-year-without-a-basis", "unit: pounds\nbasis: full-year equivalent\nkind: cost avoidance\nvalues: { year: { value: 450000, period: 2019 to 2020 } }\n", "", ("field-missing", "yaml", 1, 1)),
    ("grain-that-is-not-that-of-the-rows", "unit: requests\nbasis: actual\nfile: FILE.csv\nperiod: quarter\n", "period,value\n2026-01,3\n2026-02,4\n", ("period-invalid", "csv", 3, 1)),
    ("half-a-request", COUNT, "period,value\n2026-01,3\n2026-02,4.5\n", ("count-not-whole", "csv", 3, 9)),
    ("nobody-to-share-among", "unit: percent\nbasis: actual\nfile: FILE.csv\nperiod: month\ncolumns: { numerator: top, denominator: bottom }\n", "period,top,bottom\n2026-01,3,10\n2026-02,2,0\n", ("denominator-zero", "csv", 3, 9)),
    ("month-that-is-none", COUNT, "period,value\n2026-01,3\n2026-13,4\n", ("period-invalid", "csv", 3, 1)),
    ("day-that-is-none", CASES, "person,start,end,outcome\nP1,2026-02-30,2026-03-04,diverted\n", ("", "csv", 2, 4)),
    ("number-in-words", COUNT, "period,value\n2026-01,three\n", ("number-invalid", "csv", 2, 9)),
    ("case-column-not-there", CASES, "person,start,ended,outcome\nP1,2026-02-03,2026-03-04,diverted\n", ("column-missing", "yaml", 14, 6)),
];

#[test]
fn every_fault_of_the_data_is_told_with_file_line_and_column_in_one_run() {
    let site = sound();
    for (name, note, table, _) in FAULTS {
        let note = format!("{HEAD}{note}").replace("FILE", name);
        site.write(&format!("data/metrics/{name}.yaml"), note.as_bytes());
        if !table.is_empty() {
            site.write(&format!("data/metrics/{name}.csv"), table.as_bytes());
        }
    }
    let found = site.run(&["check", "--format", "json"]).exits(2).json();
    let found = found["findings"].as_array().unwrap();
    let mut missing = String::new();
    for (name, _, _, (code, ending, line, column)) in FAULTS {
        let stem = format!("data/metrics/{name}.");
        let own: Vec<_> =
            found.iter().filter(|finding| finding["file"].as_str().unwrap_or_default().starts_with(&stem)).collect();
        let is_it = |finding: &&&serde_json::Value| {
            finding["code"].as_str().unwrap().starts_with(code)
                && finding["file"] == format!("{stem}{ending}")
                && finding["line"] == line
                && finding["column"] == column
        };
        if own.iter().find(is_it).is_none() {
            let told: Vec<String> =
                own.iter().map(|f| format!("{} {}:{}:{}", f["code"], f["file"], f["line"], f["column"])).collect();
            writeln!(missing, "{name}: {code} {ending}:{line}:{column} is not among {told:?}").unwrap();
        }
    }
    assert!(missing.is_empty(), "{missing}");
}

#[test]
fn a_table_of_a_million_rows_is_read_no_further_than_anybody_could_read_it() {
    let site = sound();
    let rows = (0..1_000_000).fold("team,value\n".to_owned(), |mut text, at| {
        writeln!(text, "T{at},{}", at % 997).unwrap();
        text
    });
    let note = format!("{HEAD}unit: requests\nbasis: actual\nfile: long.csv\ndimensions: [team]\ncovers: 2026\n");
    site.write("data/metrics/long.yaml", note.as_bytes());
    site.write("data/metrics/long.csv", rows.as_bytes());
    let found = site.run(&["check", "--format", "json"]).exits(2).json();
    let long = found["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "table-long").unwrap();
    assert_eq!(
        (&long["file"], &long["line"], &long["column"]),
        (&"data/metrics/long.csv".into(), &100_002.into(), &1.into())
    );
}
