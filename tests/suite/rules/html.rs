//! Rules over finished pages, over examples in HTML.

use candour::audit;
use candour::diag::Diagnostic;
use candour::model::source::FileId;

use super::example::Example;

const BEFORE: &str = "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Breaks for carers</title></head>\
    <body><main><h1>Breaks for carers</h1>\n";

/// The page of an example: a whole page as it is, a part of one in the main part of a sound page.
pub(super) fn file(example: &Example) -> String {
    if example.text.contains("<html") { example.text.clone() } else { format!("{BEFORE}{}", example.text) }
}

/// What one rule finds in a page.
pub(super) fn found(code: &str, text: &str) -> Vec<Diagnostic> {
    let found = audit::page(text, &audit::Sheets::default());
    found.iter().map(|found| found.in_file(FileId(0))).filter(|found| found.code == code).collect()
}
