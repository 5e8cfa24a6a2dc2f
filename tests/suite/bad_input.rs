//! Bad input: each is told with its place and what to do, and what is published stays as it is.
//!
//! The text of every message is a snapshot: read it as an editor who has never seen the program.

#[cfg(unix)]
mod disk;
mod evidence;
mod figures;
mod files;
mod pages;
mod settings;

use serde_json::Value;

use super::support::{Site, page};

/// A file that is wrong, by path.
type Wrong<'a> = (&'a str, &'a [u8]);

/// A sound site that is published, with a page for links and a metric.
fn sound() -> Site {
    Site::small()
        .file("content/carers/_index.md", &page("landing", "Carers", "## Breaks\n\nHelp for carers."))
        .file("content/carers/ramp.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>")
        .build()
}

/// The findings of a build with these files, which has to publish nothing.
fn findings(wrong: &[Wrong<'_>]) -> (Value, String) {
    let site = sound();
    let before = site.published();
    for (path, bytes) in wrong {
        site.write(path, bytes);
    }
    let text = site.run(&["build"]).exits(2).stdout;
    let json = site.run(&["build", "--format", "json"]).exits(2).json();
    assert_eq!(site.published(), before, "public/ has changed");
    let checked = site.run(&["check", "--format", "json"]).exits(2).json();
    assert_eq!(checked["findings"], json["findings"], "check and build differ");
    (json["findings"].clone(), text)
}

/// Findings about a file as a whole, which have no line.
const WHOLE: [&str; 5] = ["address-taken", "file-empty", "file-not-text", "file-too-large", "table-empty"];

/// What an editor reads. Every finding has to name its file, and its line and column where it has one.
#[track_caller]
fn told(wrong: &[Wrong<'_>]) -> String {
    let (findings, text) = findings(wrong);
    for finding in findings.as_array().unwrap() {
        assert!(finding["file"].is_string(), "{finding}");
        let is_whole = WHOLE.iter().any(|code| finding["code"] == *code) && finding["line"].is_null();
        assert!(is_whole || (finding["line"].is_u64() && finding["column"].is_u64()), "{finding}");
        assert!(!finding["help"].as_array().unwrap().is_empty(), "no help: {finding}");
    }
    text
}

/// What an editor reads of a page with this front matter and text.
#[track_caller]
fn told_of_page(text: &str) -> String {
    told(&[("content/page.md", text.as_bytes())])
}

/// What an editor reads of a page with these words.
#[track_caller]
fn told_of_words(words: &str) -> String {
    told_of_page(&page("page", "Breaks", words))
}
