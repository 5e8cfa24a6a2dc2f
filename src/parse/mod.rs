//! Parsing: texts into typed files.
//!
//! In: the source tree. Out: documents, settings, contacts, packs and notes, each with findings.
//! Never fails: returns what it could read and says what it could not. Not here: anything that needs a second file.

pub mod markdown;
pub mod metric;
pub mod table;
pub mod yaml;
