//! The formats of findings tell the same, whoever reads them.
//!
//! In: `tests/reports/site/`, a site with findings of every kind of place. Out: code, severity, file and line of each
//! finding, read back from every format.

use serde_json::Value;

use super::support::{Run, Site, repository};

fn site() -> Site {
    Site::copy(&repository().join("tests/reports/site"))
}

fn run(format: &str) -> Run {
    site().run(&["check", "--format", format]).exits(2)
}

/// Code, severity, file, line: what every format has to tell of a finding.
type Told = (String, String, String, Option<u64>);

fn told(code: &str, severity: &str, file: &str, line: Option<u64>) -> Told {
    (code.to_owned(), severity.to_owned(), file.to_owned(), line)
}

fn text_of<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// From JSON, the one that the others are held against.
fn from_json() -> Vec<Told> {
    let json = run("json").json();
    let findings = json["findings"].as_array().unwrap();
    let one = |finding: &Value| {
        let of = |key: &str| text_of(finding, key);
        told(of("/code"), of("/severity"), of("/file"), finding["line"].as_u64())
    };
    findings.iter().map(one).collect()
}

/// The text between two marks.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    Some(text.split_once(open)?.1.split_once(close)?.0)
}

/// `path:line:column`, or a path alone.
fn place(words: &str) -> (String, Option<u64>) {
    let mut parts = words.trim().rsplitn(3, ':').collect::<Vec<_>>();
    parts.reverse();
    match parts.as_slice() {
        [file, line, _] => ((*file).to_owned(), line.parse().ok()),
        _ => (words.trim().replace("the site", ""), None),
    }
}

#[test]
fn the_site_has_findings_of_every_severity_and_kind_of_place() {
    let all = from_json();
    for severity in ["error", "warning"] {
        assert!(all.iter().any(|(_, of, ..)| of == severity), "{severity}: {all:?}");
    }
    assert!(all.iter().any(|(.., line)| line.is_none()) && all.iter().any(|(.., line)| line.is_some()));
    assert!(all.len() > 8, "{all:?}");
}

#[test]
fn sarif_tells_the_same() {
    let sarif = run("sarif").json();
    let rules = sarif.pointer("/runs/0/tool/driver/rules").and_then(Value::as_array).unwrap();
    let results = sarif.pointer("/runs/0/results").and_then(Value::as_array).unwrap();
    let one = |result: &Value| {
        let code = text_of(result, "/ruleId");
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(text_of(&rules[at], "/id"), code);
        let severity = text_of(result, "/level").replace("note", "notice");
        let file = text_of(result, "/locations/0/physicalLocation/artifactLocation/uri")
            .replace("%20", " ")
            .replace("%2C", ",");
        let line = result.pointer("/locations/0/physicalLocation/region/startLine").and_then(Value::as_u64);
        told(code, &severity, &file, line)
    };
    assert_eq!(results.iter().map(one).collect::<Vec<_>>(), from_json());
}

#[test]
fn github_tells_the_same() {
    let text = run("github").stdout;
    let one = |line: &str| {
        let (severity, rest) = line.trim_start_matches("::").split_once(' ').unwrap();
        let properties = rest.split_once("::").unwrap().0;
        let of = |name: &str| {
            properties.split(',').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default()
        };
        told(of("title"), severity, &of("file").replace("%2C", ","), of("line").parse().ok())
    };
    assert_eq!(text.lines().map(one).collect::<Vec<_>>(), from_json());
}

#[test]
fn junit_tells_the_same_and_fails_what_fails() {
    let text = run("junit").stdout;
    let one = |case: &str| {
        let case = format!(" {case}");
        let of = |name: &str| between(&case, &format!(" {name}=\""), "\"").unwrap_or_default().to_owned();
        let (file, line) = place(&of("name"));
        (of("classname"), case.contains("<failure"), file, line)
    };
    let cases: Vec<_> = text.split("<testcase ").skip(1).map(one).collect();
    let expected: Vec<_> =
        from_json().into_iter().map(|(code, severity, file, line)| (code, severity == "error", file, line)).collect();
    assert_eq!(cases, expected);
}

#[test]
fn the_terminal_tells_the_same() {
    let text = run("text").stdout;
    let heads = ["error[", "warning[", "notice["];
    let mut found = Vec::new();
    let body = text.split("\nto learn more").next().unwrap();
    for line in body.lines() {
        if heads.iter().any(|head| line.starts_with(head)) {
            let (severity, rest) = line.split_once('[').unwrap();
            found.push(told(rest.split(']').next().unwrap(), severity, "", None));
        } else if let (Some(at), Some(last)) = (line.trim_start().strip_prefix("--> "), found.last_mut()) {
            (last.2, last.3) = place(at);
        }
    }
    assert_eq!(found, from_json());
}

#[test]
fn the_page_for_people_tells_the_same_and_what_was_checked() {
    let text = run("html").stdout;
    let mut found = Vec::new();
    for group in text.split("<h3 id=\"page-").skip(1) {
        let title = between(group, ">", "</h3>").unwrap();
        let file =
            between(group, "class=\"file\"><code>", "</code>").unwrap_or(title).replace("The site as a whole", "");
        for item in group.split("<li id=\"finding-").skip(1) {
            let severity = between(item, "class=\"", "\"").unwrap();
            let line = between(item, "<p class=\"line\">Line ", ",").and_then(|line| line.parse().ok());
            found.push(told(between(item, "#rule-", "\"").unwrap(), severity, &file, line));
        }
    }
    assert_eq!(found, from_json());
    let checked = run("json").json()["checked"].clone();
    for (what, key) in [("Pages", "pages"), ("Kinds of finding looked for", "rules")] {
        assert!(text.contains(&format!("<dt>{what}</dt><dd>{}</dd>", checked[key])), "{what}");
    }
    assert!(text.contains("What only people can check") && text.contains(env!("CARGO_PKG_VERSION")));
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script"), "words of a site are text");
    assert!(!text.contains("src=") && !text.contains("@import"), "nothing is loaded");
}

#[test]
fn every_format_is_the_same_bytes_again() {
    for format in ["json", "sarif", "github", "junit", "text", "html"] {
        assert_eq!(run(format).stdout, run(format).stdout, "{format}");
    }
}

#[test]
fn the_page_for_people_is_clean_when_the_site_is() {
    let run = Site::small().run(&["check", "--format", "html"]).exits(0);
    assert!(run.stdout.contains("Nothing was found.") && !run.stdout.contains("By rule"), "{}", run.stdout);
    Site::small().run(&["build", "--format", "html"]).exits(0);
    let other = Site::small().run(&["check", "--format", "markdown"]).exits(1);
    assert!(other.stderr.contains("candour explain --all"), "{}", other.stderr);
}
