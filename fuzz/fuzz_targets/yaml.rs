//! Any text as YAML: settings, contacts, packs of duties, the words of a theme.
#![no_main]

use candour::model::source::{FileId, SourceFile};
use candour::parse::{contacts, guidance, settings, theme};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = SourceFile { path: "data/a.yaml".into(), text: text.to_owned() };
    let _ = settings::settings(FileId(0), &source);
    let _ = contacts::contacts(FileId(0), &source);
    let _ = guidance::pack(FileId(0), &source);
    let _ = theme::strings(FileId(0), &source, "en");
});
