//! Rules about words over examples in Markdown, and over the demonstration site.

use std::fs;

use candour::audit::words::{PageWords, Words, check, is_easy_read};
use candour::diag::Diagnostic;
use candour::model::document::Document;
use candour::model::settings::{Pack, Settings};
use candour::model::source::{FileId, SourceFile, line_column};
use candour::parse;

use super::example::Example;
use crate::support::repository;

/// Settings of an example that are no front matter.
const OF_SITE: [&str; 6] = ["style", "language", "organisation", "packs", "words", "form"];

/// The page of an example: front matter from its settings, and its text.
pub(super) fn file(example: &Example) -> String {
    let given = |key: &str| example.setting(key).is_some();
    let mut front = String::new();
    for (key, value) in [("title", "Breaks for carers"), ("summary", "How to get a break, and what it costs.")] {
        if !given(key) {
            front.push_str(&format!("{key}: {value}\n"));
        }
    }
    for (key, value) in example.settings.iter().filter(|(key, _)| !OF_SITE.contains(&key.as_str())) {
        let is_words = ["title", "summary"].contains(&key.as_str());
        let value = if is_words { format!("'{}'", value.replace('\'', "''")) } else { value.clone() };
        front.push_str(&format!("{key}: {value}\n"));
    }
    format!("---\n{front}---\n\n{}", example.text)
}

/// What one rule finds in a page.
pub(super) fn found(code: &str, example: &Example, text: &str) -> Vec<Diagnostic> {
    let mut settings = Settings { organisation: "Exampleshire Council".to_owned(), ..Settings::default() };
    if let Some(style) = example.setting("style") {
        settings.style = style.to_owned();
    }
    if let Some(name) = example.setting("organisation") {
        settings.organisation = name.to_owned();
    }
    if let Some(names) = listed(example, "packs") {
        settings.packs = Pack::ALL.into_iter().filter(|pack| names.iter().any(|name| name == pack.name())).collect();
    }
    settings.words = listed(example, "words").unwrap_or_default();
    let language = example.setting("language").unwrap_or("en-GB");
    let read = document(text.to_owned(), "content/page.md");
    check(&Words::only(&settings, code), page(&read, language, example))
}

/// The page as it is handed to the rules: `form=easy-read` makes it an Easy Read page.
fn page<'a>(document: &'a Document, language: &'a str, example: &Example) -> PageWords<'a> {
    PageWords { document, language, easy_read: example.setting("form") == Some("easy-read") }
}

/// The packs and own words of an example, typed as in their files.
fn listed(example: &Example, key: &str) -> Option<Vec<String>> {
    let typed = example.setting(key)?;
    Some(typed.split([',', ' ']).filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

fn document(text: String, path: &str) -> Document {
    let source = SourceFile { path: path.into(), text };
    let read = parse::document::document(FileId(0), &source);
    read.value.unwrap_or_else(|| panic!("{path}: {:?}", read.findings))
}

#[test]
fn the_demonstration_site_is_free_of_findings_about_words() {
    let settings = Settings { organisation: "Exampleshire Council".to_owned(), ..Settings::default() };
    let engine = Words::new(&settings);
    let mut faults = Vec::new();
    for entry in walkdir::WalkDir::new(repository().join("content")).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(repository()).unwrap().to_str().unwrap();
        // Translations are not held to the rules of English.
        if [".cy.md", ".ur.md"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let read = document(text.clone(), name);
        let allowed = |finding: &Diagnostic| read.front.allow.iter().any(|allow| allow.code == finding.code);
        for finding in check(&engine, PageWords { document: &read, language: "en-GB", easy_read: is_easy_read(name) }) {
            if allowed(&finding) {
                continue;
            }
            let (place, words) = match &finding.place {
                candour::diag::Place::Span(span) => {
                    let (line, column) = line_column(&text, span.range().start);
                    (format!("{line}:{column}"), text.get(span.range()).unwrap_or_default())
                }
                other => (format!("{other:?}"), ""),
            };
            faults.push(format!("{name}:{place}: {}: {} `{words}`", finding.code, finding.message));
        }
    }
    assert!(faults.is_empty(), "{} findings\n{}", faults.len(), faults.join("\n"));
}
