//! Every rule over pages against its examples in `tests/rules/CODE.md`.
//!
//! An example is marked in place: `⟦` and `⟧` stand around what a finding must span. Only the rule is run; places are
//! compared exactly; corrections are applied, and then nothing more is found and nothing more is changed.

mod example;
mod html;
mod words;

use std::collections::BTreeMap;
use std::fs;

use candour::diag::{Diagnostic, Place};

use crate::support::repository;
use example::{Example, Kind, examples};

/// Examples by the code of their rule.
fn all() -> BTreeMap<String, Vec<Example>> {
    let files = fs::read_dir(repository().join("tests/rules")).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .map(|(code, text)| (code.clone(), examples(&code, &text)))
        .collect()
}

/// What the rule finds in an example. One arm for each language of examples.
fn found(code: &str, example: &Example, text: &str) -> Vec<Diagnostic> {
    match example.language.as_str() {
        "markdown" => words::found(code, example, text),
        "html" => html::found(code, text),
        other => panic!("{code}: examples in `{other}` are not known"),
    }
}

/// The whole file that is checked, from the text of the example.
fn file(example: &Example) -> String {
    match example.language.as_str() {
        "markdown" => words::file(example),
        "html" => html::file(example),
        _ => example.text.clone(),
    }
}

/// A place as it is compared: a range of the file, or a field of its front matter.
fn place(finding: &Diagnostic) -> String {
    match &finding.place {
        Place::Span(span) => format!("{:?}", span.range()),
        Place::Key(_, key) | Place::Value(_, key) => key.split('.').next().unwrap().to_owned(),
        other => format!("{other:?}"),
    }
}

/// Applies every correction, the last first. None when there is none.
fn corrected(text: &str, findings: &[Diagnostic]) -> Option<String> {
    let mut fixes: Vec<_> = findings.iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut text = text.to_owned();
    for fix in fixes.iter().rev() {
        text.replace_range(fix.span.range(), &fix.replacement);
    }
    (!fixes.is_empty()).then_some(text)
}

/// What is untrue about an example.
fn faults(code: &str, example: &Example) -> Vec<String> {
    let text = file(example);
    let findings = found(code, example, &text);
    let shift = text.len() - example.text.len();
    let moved = example.spans.iter().map(|span| format!("{:?}", span.start + shift..span.end + shift));
    let mut expected: Vec<String> = moved.chain(example.keys.iter().cloned()).collect();
    let mut met: Vec<String> = findings.iter().map(place).collect();
    expected.sort();
    met.sort();
    let mut faults = Vec::new();
    let at = format!("tests/rules/{code}.md:{}", example.line);
    if expected != met {
        let words = |place: &String| {
            let range = place.split_once("..").and_then(|(a, b)| Some(a.parse::<usize>().ok()?..b.parse().ok()?));
            range.map_or_else(
                || place.clone(),
                |range| format!("{range:?} `{}`", text.get(range.clone()).unwrap_or("?")),
            )
        };
        let list = |places: &[String]| places.iter().map(words).collect::<Vec<_>>().join(", ");
        faults.push(format!("{at}: marked {}; found {}", list(&expected), list(&met)));
    }
    faults.extend(findings.iter().flat_map(|finding| badly_said(&at, finding)));
    if let Some(mended) = corrected(&text, &findings) {
        let again = found(code, example, &mended);
        let left = again.iter().filter(|finding| finding.fix.is_some()).map(|finding| finding.message.clone());
        faults.extend(left.map(|message| format!("{at}: after the correction: {message}\n{mended}")));
        if findings.iter().all(|finding| finding.fix.is_some()) && !again.is_empty() {
            faults.push(format!("{at}: the correction leaves findings:\n{mended}"));
        }
    }
    faults
}

/// What is wrong with the words of a finding.
fn badly_said(at: &str, finding: &Diagnostic) -> Vec<String> {
    let mut faults = Vec::new();
    if finding.message.ends_with('.') || finding.message.starts_with(char::is_uppercase) {
        faults.push(format!("{at}: a message is one fact in small letters without a full stop: {}", finding.message));
    }
    if finding.help.is_empty() {
        faults.push(format!("{at}: the finding has no help"));
    }
    faults
}

#[test]
fn every_rule_has_an_example_that_fails_one_that_passes_and_one_it_has_no_say_in() {
    let all = all();
    let mut codes: Vec<&str> = candour::audit::words::codes().collect();
    codes.extend(candour::audit::codes());
    let mut faults = Vec::new();
    for code in &codes {
        for kind in [Kind::Failing, Kind::Passing, Kind::NotApplicable] {
            let has = all.get(*code).is_some_and(|examples| examples.iter().any(|example| example.kind == kind));
            if !has {
                faults.push(format!("tests/rules/{code}.md has no example under `{}`", kind.heading()));
            }
        }
    }
    faults.extend(all.keys().filter(|code| !codes.contains(&code.as_str())).map(|code| format!("no rule is {code}")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_example_is_found_as_it_is_marked() {
    let all = all();
    let faults: Vec<String> =
        all.iter().flat_map(|(code, examples)| examples.iter().flat_map(|example| faults(code, example))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
