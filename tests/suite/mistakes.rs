//! Mistakes that editors make, each in a small site of `tests/sites/mistakes/`, and what the program says to them.
//!
//! A site makes one mistake and gets one finding. `expected.txt` is what `candour check` prints, for people to read and
//! judge; `BLESS=1` writes it anew.

use std::fs;

use rayon::prelude::*;

use super::support::{Site, repository};

/// Words that nobody needs to know to write a page.
const STRANGE: [&str; 9] = ["element", "attribute", "aria", "render", "parse", "token", "node", "regex", "null"];

fn mistakes() -> Vec<String> {
    let folders = fs::read_dir(repository().join("tests/sites/mistakes")).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> = folders.map(|folder| folder.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What is not as expected of a mistake.
fn faults(name: &str) -> Vec<String> {
    let path = format!("mistakes/{name}");
    let site = Site::fixture(&path);
    let said = site.run(&["check"]);
    let made = format!("{}{}", said.stdout, said.stderr);
    let file = repository().join("tests/sites").join(&path).join("expected.txt");
    #[expect(clippy::disallowed_methods, reason = "the wish of the person who runs the tests")]
    if std::env::var("BLESS").is_ok_and(|value| value == "1") {
        fs::write(&file, &made).unwrap();
    }
    let mut faults = Vec::new();
    if fs::read_to_string(&file).unwrap_or_default() != made {
        faults.push(format!("{name}: check says\n{made}\nlook at it, then BLESS=1 cargo test mistakes"));
    }
    let json = site.run(&["check", "--format", "json"]);
    let report = json.json();
    let findings = report["findings"].as_array().unwrap();
    if findings.len() != 1 {
        faults.push(format!("{name}: one mistake, and the findings {:?}", json.codes()));
    }
    for finding in findings {
        let help: Vec<&str> = finding["help"].as_array().unwrap().iter().filter_map(|help| help.as_str()).collect();
        if help.is_empty() {
            faults.push(format!("{name}: nothing says what to do"));
        }
        if finding["line"].as_u64().is_none() {
            faults.push(format!("{name}: nothing says where"));
        }
        let words = format!("{} {}", finding["message"], help.join(" ")).to_lowercase();
        let is_strange =
            |word: &str| STRANGE.contains(&word) || STRANGE.iter().any(|known| word == format!("{known}s"));
        let strange = words.split(|letter: char| !letter.is_alphabetic()).find(|word| is_strange(word));
        faults.extend(strange.map(|word| format!("{name}: an editor need not know what `{word}` is")));
    }
    faults
}

#[test]
fn every_mistake_gets_the_one_finding_that_helps() {
    let names = mistakes();
    assert!(names.len() >= 20, "{} mistakes", names.len());
    let faults: Vec<String> = names.par_iter().flat_map_iter(|name| faults(name)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
