//! Any text as the note of a metric.
#![no_main]

use candour::model::source::{FileId, SourceFile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = SourceFile { path: "data/metrics/a.yaml".into(), text: text.to_owned() };
    let _ = candour::parse::metric::read(FileId(0), &source);
});
