//! The plan of the house in `src/README.md`, held against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A source file: its path below `src/`, its text, and the part of the text that is no test.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The first folder or file name: the part of the house it belongs to.
    fn part(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// The text without its tests and without comments.
    fn code(&self) -> String {
        let text = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        text.lines().filter(is_code).collect::<Vec<_>>().join("\n")
    }

    /// How many modules stand around the code of this file.
    fn depth(&self) -> usize {
        self.path.split('/').count() - usize::from(self.path.ends_with("/mod.rs"))
    }
}

fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    let read = |entry: walkdir::DirEntry| Source {
        path: entry.path().strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/"),
        text: fs::read_to_string(entry.path()).unwrap(),
    };
    let no_tests = |source: &Source| !source.path.ends_with("/tests.rs") && !source.path.contains("/tests/");
    rust.map(read).filter(no_tests).collect()
}

/// The rows of the table under a heading of `src/README.md`: what stands in backticks in its first and last cell.
fn table(heading: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/README.md")).unwrap();
    let section = readme.split(&format!("\n## {heading}\n")).nth(1).expect(heading);
    let section = section.split("\n## ").next().unwrap();
    let named = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|line| line.trim_matches('|').split('|').collect::<Vec<_>>());
    let table: Vec<_> = cells.map(|cells| (named(cells[0]), named(cells[cells.len() - 1]))).collect();
    assert!(!table.is_empty(), "there is no table under \"{heading}\"");
    table
}

/// What follows each place where a path begins with these words.
fn behind<'c>(code: &'c str, prefix: &str) -> Vec<&'c str> {
    let is_inside = |before: char| before.is_alphanumeric() || before == '_' || before == ':';
    let halves = code.match_indices(prefix).map(|(at, _)| code.split_at(at));
    halves.filter(|(before, _)| !before.ends_with(is_inside)).map(|(_, from)| from.split_at(prefix.len()).1).collect()
}

/// What a text names behind a prefix: `crate::model::x` and `crate::{model::x, diag}` both name `model`.
fn named_behind(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in behind(code, prefix) {
        match rest.strip_prefix('{') {
            Some(inside) => names.extend(outer_names(inside)),
            None => names.extend(first_name(rest)),
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of a list in braces, whatever braces stand inside.
fn outer_names(inside: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for letter in inside.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            _ => {}
        }
        items.last_mut().unwrap().push(letter);
    }
    items
        .iter()
        .filter_map(|item| first_name(item.trim_start_matches(|letter: char| letter == ',' || letter.is_whitespace())))
        .collect()
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn parts_import_only_what_the_plan_allows() {
    let plan: BTreeMap<String, Vec<String>> =
        table("Who may import whom").into_iter().map(|(part, allowed)| (part[0].clone(), allowed)).collect();
    let mut faults = Vec::new();
    for source in sources() {
        if ["lib", "main"].contains(&source.part()) {
            continue;
        }
        let Some(allowed) = plan.get(source.part()) else {
            faults.push(format!("src/{}: src/README.md does not know this part", source.path));
            continue;
        };
        for name in named_behind(&source.code(), "crate::") {
            if name != source.part() && !allowed.contains(&name) {
                faults.push(format!("src/{} imports {name}", source.path));
            }
        }
        let out = "super::".repeat(source.depth());
        if !named_behind(&source.code(), &out).is_empty() {
            faults.push(format!("src/{}: `{out}` leaves the part; write `crate::`", source.path));
        }
    }
    assert_none(&faults);
}

#[test]
fn parts_know_no_sister() {
    let mut faults = Vec::new();
    for (folder, parts) in table("Parts that know no sister") {
        let folder = &folder[0];
        for part in &parts {
            let own: Vec<Source> = sources()
                .into_iter()
                .filter(|source| {
                    source.path == format!("{folder}/{part}.rs")
                        || source.path.starts_with(&format!("{folder}/{part}/"))
                })
                .collect();
            if own.is_empty() {
                faults.push(format!("src/{folder}/{part}.rs is in the plan and not in the house"));
            }
            for source in own {
                let mut names = named_behind(&source.code(), &"super::".repeat(source.depth() - 1));
                names.extend(named_behind(&source.code(), &format!("crate::{folder}::")));
                let sisters = names.iter().filter(|name| *name != part && parts.contains(name));
                faults.extend(sisters.map(|name| format!("src/{} knows {name}", source.path)));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn a_library_is_named_in_one_place() {
    let mut faults = Vec::new();
    let sources = sources();
    for (libraries, places) in table("Libraries with a face of their own") {
        for source in &sources {
            let is_home = places
                .iter()
                .any(|place| source.path == *place || (place.ends_with('/') && source.path.starts_with(place)));
            let code = source.code();
            for library in libraries.iter().filter(|_| !is_home) {
                if !behind(&code, &format!("{library}::")).is_empty() {
                    faults.push(format!("src/{} names {library}; its place is {}", source.path, places.join(", ")));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_library_that_stands_in_one_place_is_a_dependency() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let libraries = table("Libraries with a face of their own").into_iter().flat_map(|(libraries, _)| libraries);
    let missing = libraries.filter(|library| {
        !manifest.contains(&format!("\n{} = ", library.replace('_', "-")))
            && !manifest.contains(&format!("\n{library} = "))
    });
    assert_none(
        &missing.map(|library| format!("{library} is in src/README.md and not in Cargo.toml")).collect::<Vec<_>>(),
    );
}

#[test]
fn files_open_with_what_they_are_for() {
    let mut faults = Vec::new();
    for source in sources() {
        let header = source.text.lines().take_while(|line| line.starts_with("//!")).count();
        if header == 0 {
            faults.push(format!("src/{} has no header", source.path));
        }
        if header > 12 {
            faults.push(format!("src/{} has a header of {header} lines; 12 are enough", source.path));
        }
    }
    assert_none(&faults);
}

#[test]
fn files_are_at_most_four_hundred_lines() {
    let lines = |source: &Source| source.text.split("#[cfg(test)]\nmod tests {").next().unwrap().lines().count();
    let long = sources().into_iter().filter(|source| lines(source) > 400);
    assert_none(&long.map(|source| format!("src/{} has {} lines", source.path, lines(&source))).collect::<Vec<_>>());
}

#[test]
fn functions_are_at_most_sixty_lines() {
    let mut faults = Vec::new();
    for source in sources() {
        // The formatter closes a function with a brace in the column where its line began.
        let lines: Vec<&str> = source.text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let text = line.trim_start();
            if !["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn "].iter().any(|start| text.starts_with(start))
                || text.ends_with(';')
                || text.ends_with('}')
            {
                continue;
            }
            let end = format!("{}}}", line.split_at(line.len() - text.len()).0);
            let length = lines[number..].iter().position(|line| *line == end).map_or(0, |at| at + 1);
            // The signature and the closing brace are not counted.
            if length > 62 {
                faults.push(format!("src/{}:{}: {length} lines", source.path, number + 1));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn nothing_outside_tests_gives_up_with_unwrap() {
    let used = sources().into_iter().filter(|source| source.code().contains(".unwrap()"));
    assert_none(&used.map(|source| format!("src/{} calls unwrap", source.path)).collect::<Vec<_>>());
}

#[test]
fn names_of_tests_are_sentences() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for entry in
        ["src", "tests/suite"].iter().flat_map(|name| walkdir::WalkDir::new(folder.join(name)).sort_by_file_name())
    {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        for block in text.split("#[test]\n").skip(1) {
            let name = block.split("fn ").nth(1).and_then(first_name).unwrap_or_default();
            if name.starts_with("test_") || name.split('_').count() < 3 {
                faults.push(format!("{}: {name}", entry.path().display()));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn templates_hold_no_words_for_people() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/templates");
    let mut faults = Vec::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let bare = without(&without(&without(&without(&text, "{#", "#}"), "{%", "%}"), "{{", "}}"), "<", ">");
        let words =
            bare.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic) && !word.starts_with('&'));
        let name = entry.path().strip_prefix(&folder).unwrap().display().to_string();
        faults.extend(words.map(|word| format!("themes/civic/templates/{name}: {word}")));
    }
    assert_none(&faults);
}

/// A text without everything between two marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push(' ');
        kept.push_str(part.split_once(close).map_or("", |(_, after)| after));
    }
    kept
}
