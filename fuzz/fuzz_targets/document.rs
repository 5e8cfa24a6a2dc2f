//! Any text as a page: front matter, Markdown, directives, inline figures.
#![no_main]

use candour::model::source::{FileId, SourceFile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("---\ntitle: A\nsummary: B.\n---\n{text}")] {
        let source = SourceFile { path: "content/a.md".into(), text };
        let _ = candour::parse::document::document(FileId(0), &source);
    }
});
