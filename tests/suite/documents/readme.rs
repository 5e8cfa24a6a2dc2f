//! The README tells the truth: its examples are a sound site, its commands exist, its headers are the program's.

use std::collections::BTreeSet;
use std::fs;

use candour::model::headers::headers;

use super::codes::root;
use super::site::{candour, checked, laid_out};

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// Files with the words of `start` before them.
fn files(text: &str, start: &str) -> Vec<(String, String)> {
    let start = format!("\n{start} `");
    text.split(start.as_str())
        .skip(1)
        .map(|part| {
            let (path, rest) = part.split_once("`:\n\n```").unwrap();
            let (_, rest) = rest.split_once('\n').unwrap();
            (path.to_owned(), rest.split_once("```").unwrap().0.to_owned())
        })
        .collect()
}

/// Everything between backquotes, and every line of the blocks of commands.
fn commands(text: &str) -> BTreeSet<String> {
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines);
    let quoted = text.split('`').skip(1).step_by(2);
    let steps = text.lines().filter_map(|line| line.trim().strip_prefix("- run: "));
    lines.chain(quoted).chain(steps).map(|command| command.replace("cargo run --release -- ", "candour ")).collect()
}

/// A page that the page of the example links to.
fn linked() -> (String, String) {
    let text =
        "---\ntitle: Help at home\nsummary: Care workers who come to your home.\nmeets: [care-act-concerns]\n---\n";
    ("content/carers/help-at-home.md".to_owned(), text.to_owned())
}

#[test]
fn the_examples_together_are_a_site_without_a_finding() {
    let mut files = files(&readme(), "In");
    assert!(files.len() >= 5);
    files.push(linked());
    let found = checked(laid_out(&files).path()).unwrap();
    let told: Vec<String> = found.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn the_example_with_a_fault_is_told_in_the_words_of_the_readme() {
    let text = readme();
    let mut faulty = files(&text, "With a fault, in");
    faulty.push(("candour.yaml".to_owned(), "contact: adult-social-care\n".to_owned()));
    let said = text.split_once("`candour check` says:\n\n```text\n").unwrap().1.split("```").next().unwrap();
    let site = laid_out(&faulty);
    let run = candour(&["check", "--root", site.path().to_str().unwrap(), "--as-of", "2026-11-22"]);
    let printed = String::from_utf8(run.stdout).unwrap();
    assert!(printed.starts_with(said), "{printed}");
    assert_eq!(run.status.code(), Some(2));
}

#[test]
fn every_command_that_is_named_exists() {
    let text = readme();
    let mut names = BTreeSet::new();
    for command in commands(&text) {
        let Some(rest) = command.strip_prefix("candour ") else { continue };
        let words: Vec<&str> = rest.split_whitespace().collect();
        names.extend(words.first().map(|name| (*name).to_owned()));
        for flag in words.iter().filter(|word| word.starts_with("--")) {
            let help = String::from_utf8(candour(&[words[0], "--help"]).stdout).unwrap();
            assert!(help.contains(flag), "`{command}`: `{}` has no `{flag}`", words[0]);
        }
    }
    assert!(names.len() >= 5, "{names:?}");
    for name in names {
        assert_eq!(candour(&[&name, "--help"]).status.code(), Some(0), "`candour {name}` is named and does not exist");
    }
}

#[test]
fn the_headers_are_those_of_the_preview_and_every_picture_is_there() {
    let text = readme();
    for (name, value) in headers(false) {
        assert!(text.contains(&format!("\n{name}: {value}\n")), "{name}");
    }
    let pictures: Vec<&str> = text.split("](.github/").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        assert!(root().join(".github").join(picture).is_file(), "{picture}");
    }
}
