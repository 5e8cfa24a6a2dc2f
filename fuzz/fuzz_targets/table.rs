//! Any text as a CSV table.
#![no_main]

use candour::model::source::FileId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = candour::parse::table::read(FileId(0), text);
});
