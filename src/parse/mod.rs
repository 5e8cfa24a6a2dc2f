//! Texts into typed files: Markdown, YAML, CSV.
//!
//! In: the text of one file. Out: what could be read of it, and findings. Parsing never fails.
//! Not here: anything that needs a second file.

pub mod accessibility;
pub mod cases;
pub mod contacts;
pub mod directory;
pub mod document;
mod front_matter;
pub mod glossary;
pub mod guidance;
pub mod information;
pub mod markdown;
pub mod metric;
pub mod oruk;
mod reach;
pub mod settings;
pub mod table;
pub mod theme;
pub mod untouched;
pub mod words;
pub mod workbook;
pub mod yaml;
