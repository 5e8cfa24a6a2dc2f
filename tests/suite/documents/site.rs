//! Small sites for the examples of the documents.
//!
//! In: files by path, whole or in part. Out: what a check finds in a sound site that has them.
//! A part of a page gets front matter; a part of a note or of `candour.yaml` is laid over a sound one field by field.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use tempfile::TempDir;

const SETTINGS: &str = "format: 1\nname: Exampleshire adult social care\norganisation: Exampleshire Council\n\
    base_url: https://care.exampleshire.example\nlanguage: en-GB\n";
const NOTE: &str = "title: Requests for support\nunit: requests\nbasis: actual\nbetter: neither\n\
    source: { title: Monthly report, publisher: Exampleshire Council }\n";
const FRONT: &str =
    "---\ntitle: Breaks for carers\nsummary: How to get a break from caring, and what it costs.\n---\n\n";

/// A sound site, which every example is laid over.
const BASE: [(&str, &str); 6] = [
    ("candour.yaml", SETTINGS),
    ("content/_index.md", "---\ntype: home\ntitle: Adult social care\nsummary: Help to live the life you want.\n---\n"),
    (
        "data/contacts.yaml",
        "adult-social-care:\n  name: Adult social care contact team\n  phone: 01234 567 890\n  email: care@exampleshire.example\n  \
         relay: 18001 01234 567 890\n  bsl: Call us through a video interpreter.\n  hours: [\"Monday to Friday, 9am to 5pm\"]\n  \
         reply_within: 1 working day\n  charges: Calls cost the same as a call to any 01 number.\n",
    ),
    (
        "data/guidance/care-act.yaml",
        "pack: care-act\ntitle: Care Act 2014\npublisher: UK Parliament\nduties:\n  - { id: care-act-concerns, title: How to raise a concern }\n",
    ),
    (
        "data/metrics/long-term-starts.yaml",
        "title: New people needing long-term care\nmeasure: New people each week who go on to long-term care\n\
         unit: people per week\nbasis: average\nbetter: lower\narea: Exampleshire\npopulation: Adults who asked for support\n\
         source: { title: Monthly report, publisher: Exampleshire Council }\n\
         values: { before: { value: 7.2, period: before }, after: { value: 5.5, period: first year } }\n",
    ),
    ("data/metrics/savings.csv", "age,value\n18-24,10\n"),
];

/// Pictures that examples show; the smallest that can be opened.
const PICTURES: [&str; 3] = ["content/ramp.jpg", "content/carers/ramp.jpg", "content/impact/ramp.jpg"];
const PICTURE: &[u8] = include_bytes!("picture.jpg");

/// Lays a site out with these files on top.
pub(super) fn laid_out(files: &[(String, String)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut all: BTreeMap<String, String> = BASE.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    all.extend(files.iter().map(|(path, typed)| (path.clone(), completed(path, typed))));
    if files.iter().any(|(path, _)| path.starts_with("themes/our-council/")) {
        all.insert("candour.yaml".to_owned(), format!("{SETTINGS}theme: our-council\n"));
    }
    for (path, text) in &all {
        put(&folder.path().join(path), text.as_bytes());
    }
    for path in PICTURES {
        put(&folder.path().join(path), PICTURE);
    }
    folder
}

/// A finding as programs read it.
#[derive(Deserialize)]
pub(super) struct Found {
    pub(super) code: String,
    pub(super) severity: String,
    pub(super) message: String,
}

#[derive(Deserialize)]
struct Report {
    findings: Vec<Found>,
}

/// What a check finds there; the words on stderr when it cannot run.
pub(super) fn checked(root: &Path) -> Result<Vec<Found>, String> {
    let root = root.to_str().unwrap();
    let run = candour(&["check", "--root", root, "--as-of", "2026-11-22", "--format", "json"]);
    if run.status.code() == Some(1) {
        return Err(String::from_utf8(run.stderr).unwrap());
    }
    let report: Report = serde_json::from_slice(&run.stdout).unwrap();
    Ok(report.findings)
}

/// Runs the program.
pub(super) fn candour(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candour")).args(arguments).output().unwrap()
}

/// The whole file that a part of one stands for.
fn completed(path: &str, typed: &str) -> String {
    if path == "candour.yaml" {
        return laid_over(SETTINGS, typed);
    }
    let ends_in = |end: &str| Path::new(path).extension().is_some_and(|found| found == end);
    if path.starts_with("data/metrics/") && ends_in("yaml") && !typed.starts_with("title:") {
        return laid_over(NOTE, typed);
    }
    let is_whole = typed.is_empty() || typed.starts_with("---") || typed.starts_with("# ");
    if ends_in("md") && !is_whole { format!("{FRONT}{typed}") } else { typed.to_owned() }
}

/// The lines of `base` whose fields `typed` does not give, then `typed`.
fn laid_over(base: &str, typed: &str) -> String {
    let field = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let given: Vec<String> = typed.lines().filter(|line| !line.starts_with([' ', '-'])).map(field).collect();
    let kept = base.lines().filter(|line| !given.contains(&field(line)));
    kept.map(|line| format!("{line}\n")).collect::<String>() + typed
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its site")]
    fs::write(path, bytes).unwrap();
}
