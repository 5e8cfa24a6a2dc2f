//! The pages of `candour explain`: one for each code, in one shape, with examples that are true.

use std::collections::BTreeMap;
use std::fs;

use candour::audit;
use candour::diag::Place;
use rayon::prelude::*;

use super::codes::{raised, root};
use super::site::{candour, checked, laid_out};

const SECTIONS: [&str; 6] = ["Why it matters", "Basis", "Wrong", "Right", "How to mend it", "How to allow it"];

/// Pages by code.
fn pages() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("src/explain")).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The text of a section.
fn section<'p>(page: &'p str, name: &str) -> &'p str {
    let rest = page.split_once(&format!("\n## {name}\n")).map_or("", |(_, rest)| rest);
    // An example may hold a heading of its own.
    let ends = SECTIONS.iter().filter_map(|next| rest.find(&format!("\n## {next}\n")));
    rest.get(..ends.min().unwrap_or(rest.len())).unwrap_or_default().trim()
}

/// The files of an example. None when one of them is only described, in a block of `text`.
fn example(section: &str) -> Option<Vec<(String, String)>> {
    let mut files = Vec::new();
    for part in section.split("In `").skip(1) {
        let (path, rest) = part.split_once("`:\n\n```").unwrap();
        let (kind, rest) = rest.split_once('\n').unwrap();
        if kind == "text" {
            return None;
        }
        let text = rest.strip_prefix("```").map_or_else(|| rest.split_once("\n```").unwrap().0, |_| "");
        files.push((path.to_owned(), if text.is_empty() { String::new() } else { format!("{text}\n") }));
    }
    assert!(!files.is_empty(), "an example names its file: {section}");
    Some(files)
}

/// The pages of HTML of an example; none when it is of a site's files.
fn html(section: &str) -> Vec<String> {
    let blocks = section.split("```html\n").skip(1).filter(|_| !section.contains("In `"));
    blocks.map(|block| whole(block.split("\n```").next().unwrap_or_default())).collect()
}

/// A part of a page in a sound page; a whole page as it is.
fn whole(html: &str) -> String {
    if html.contains("<html") {
        return html.to_owned();
    }
    format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Breaks for carers</title></head>\
         <body><main><h1>Breaks for carers</h1>{html}</main></body></html>"
    )
}

/// The codes found in a page of HTML.
fn codes(html: &str) -> Vec<String> {
    let found = audit::page(html, &audit::Sheets::default());
    found.iter().map(|found| found.diagnostic(|_| Place::Site).code.to_string()).collect()
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let (mut codes, pages) = (raised(), pages());
    let of_pages = audit::codes().into_iter().chain(audit::site::codes());
    codes.extend(of_pages.chain(audit::words::codes()).map(str::to_owned));
    let without_page: Vec<_> = codes.iter().filter(|code| !pages.contains_key(*code)).collect();
    let without_code: Vec<_> = pages.keys().filter(|code| !codes.contains(*code)).collect();
    assert!(without_page.is_empty(), "add src/explain/<code>.md for {without_page:?}");
    assert!(without_code.is_empty(), "nothing raises {without_code:?}: delete the page");
}

#[test]
fn every_page_has_its_sections_in_order() {
    for (code, page) in pages() {
        let mut lines = page.lines();
        assert_eq!(lines.next(), Some(format!("# {code}").as_str()));
        let sentence = lines.nth(1).unwrap_or_default();
        assert!(sentence.ends_with('.') && sentence.len() < 160, "{code}: one sentence says what it is: {sentence}");
        let headings: Vec<&str> =
            lines.filter_map(|line| SECTIONS.into_iter().find(|name| line == format!("## {name}"))).collect();
        assert_eq!(headings, SECTIONS, "{code}");
        for name in SECTIONS {
            assert!(!section(&page, name).is_empty(), "{code}: `{name}` is empty");
        }
        let allow = section(&page, "How to allow it");
        assert!(allow.contains("cannot be allowed: ") || allow.contains(&code) || allow.contains("reason"), "{code}");
    }
}

#[test]
fn every_wrong_example_raises_its_code_and_every_right_one_does_not() {
    let untrue: Vec<String> = pages()
        .par_iter()
        .flat_map_iter(|(code, page)| wrong(code, page).into_iter().chain(right(code, page)))
        .collect();
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

/// What is untrue about the wrong example.
fn wrong(code: &str, page: &str) -> Option<String> {
    let told: Vec<_> = html(section(page, "Wrong")).iter().map(|html| codes(html)).collect();
    if !told.is_empty() {
        let silent = told.iter().find(|found| !found.iter().any(|found| found == code));
        return silent.map(|found| format!("{code}: a wrong example raises {found:?}"));
    }
    let files = example(section(page, "Wrong"))?;
    match checked(laid_out(&files).path()) {
        // Faults of the settings end the run without a code.
        Err(_) if files.iter().any(|(path, _)| path == "candour.yaml") => None,
        Err(failure) => Some(format!("{code}: the wrong example fails: {failure}")),
        Ok(found) if found.iter().any(|finding| finding.code == code) => None,
        Ok(found) => {
            let found: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
            Some(format!("{code}: the wrong example raises {found:?}"))
        }
    }
}

/// What is untrue about the right example: it is free of the code, and of every error where it is no theme.
fn right(code: &str, page: &str) -> Vec<String> {
    let told: Vec<_> = html(section(page, "Right")).iter().map(|html| codes(html)).collect();
    if !told.is_empty() {
        let faults = told.iter().filter(|found| found.iter().any(|found| found == code));
        return faults.map(|_| format!("{code}: a right example raises it")).collect();
    }
    let Some(files) = example(section(page, "Right")) else { return Vec::new() };
    let found = checked(laid_out(&files).path()).unwrap();
    let is_theme = files.iter().any(|(path, _)| path.starts_with("themes/"));
    // An example shows one form of a page without the page itself.
    let found = found.iter().filter(|finding| finding.code != "variant-alone" || code == "variant-alone");
    let faults = found.filter(|finding| finding.code == code || !is_theme && finding.severity == "error");
    faults.map(|fault| format!("{code}: the right example: {}: {}", fault.code, fault.message)).collect()
}

#[test]
fn the_program_prints_a_page_as_it_is_written_and_lists_all() {
    let pages = pages();
    let printed = candour(&["explain", "link-broken"]);
    assert!(printed.status.success());
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), pages["link-broken"]);
    let listed = String::from_utf8(candour(&["explain", "--list"]).stdout).unwrap();
    let codes: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.iter().eq(pages.keys()));
}

#[test]
fn an_unknown_code_ends_with_1_and_the_nearest_code() {
    let printed = candour(&["explain", "link-borken"]);
    assert_eq!(printed.status.code(), Some(1));
    let words = String::from_utf8(printed.stderr).unwrap();
    assert!(words.contains("`link-borken`") && words.contains("candour explain link-broken"), "{words}");
}
