//! Findings as a record between builds: when nothing changed, the last findings are printed again.
//!
//! In: findings of a build. Out: a text that reads back into the same findings. Numbers of files are only true for the
//! same inputs, so a record is kept under the digest of the inputs. Not here: where it is kept.

use super::Diagnostic;

/// The record of findings.
pub fn written(findings: &[Diagnostic]) -> String {
    serde_json::to_string(findings).unwrap_or_default()
}

/// The findings of a record; nothing when another version wrote it.
pub fn read(record: &str) -> Option<Vec<Diagnostic>> {
    serde_json::from_str(record).ok()
}
