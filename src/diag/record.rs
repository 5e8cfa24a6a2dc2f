//! Findings as a record between builds: when nothing changed, the last findings are printed again.
//!
//! In: findings of a build and what it looked at. Out: a text that reads back into the same. Numbers of files are only
//! true for the same inputs, so a record is kept under the digest of the inputs. Not here: where it is kept.

use serde::{Deserialize, Serialize};

use super::Diagnostic;
use super::report::Scope;

/// What a build found.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Record {
    /// Everything found, old findings too.
    pub findings: Vec<Diagnostic>,
    /// What was looked at.
    pub scope: Scope,
}

impl Record {
    /// The record as it is kept.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record; nothing when another version wrote it.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
