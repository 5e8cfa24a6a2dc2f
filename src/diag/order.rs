//! The order of findings and the levels a site sets for them.
//!
//! In: findings in any order, the `levels` of the settings. Out: findings by file, place and code, each once.
//! Not here: printing.

use super::{Diagnostic, Place, Severity};
use crate::model::source::SourceTree;

/// Sorts by file and place, then code and message, and drops repeats.
pub fn sorted(mut findings: Vec<Diagnostic>, sources: &SourceTree) -> Vec<Diagnostic> {
    findings.sort_by_cached_key(|finding| {
        let (path, start) = anchor(&finding.place, sources);
        (path, start, finding.code.clone(), finding.message.clone())
    });
    findings.dedup();
    findings
}

/// Sets severities as `candour.yaml` says (`levels`), dropping what is `off`.
pub fn levelled(findings: Vec<Diagnostic>, levels: &[(String, String)]) -> Vec<Diagnostic> {
    findings
        .into_iter()
        .filter_map(|mut finding| {
            let level = levels.iter().rev().find(|(code, _)| code == &*finding.code).map(|(_, level)| level.as_str());
            finding.severity = match level {
                Some("off") => return None,
                Some("error") => Severity::Error,
                Some("warning") => Severity::Warning,
                Some("notice") => Severity::Notice,
                _ => finding.severity,
            };
            Some(finding)
        })
        .collect()
}

fn anchor(place: &Place, sources: &SourceTree) -> (String, u32) {
    match place {
        Place::Span(span) | Place::Unquoted(span) => (sources.path(span.file).to_owned(), span.start),
        Place::Key(file, _) | Place::Value(file, _) | Place::File(file) => (sources.path(*file).to_owned(), 0),
        Place::Path(path) => (path.clone(), 0),
        Place::Site => (String::new(), 0),
    }
}
