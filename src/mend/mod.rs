//! Mending: corrections put into the author's files.
//!
//! In: files and findings with corrections. Out: changed texts, their differences, files replaced on the disk.
//! Not here: what is to be corrected; a rule says that with its finding.

pub mod disk;
