//! Findings as annotations of GitHub's pull requests.
//!
//! In: findings and the sources. Out: workflow commands, one a line, escaped as GitHub asks.
//! Not here: any other format.

use super::place::{harmless, printed};
use super::report::Report;
use super::{Diagnostic, Severity};
use crate::model::source::SourceTree;

/// One command for each finding.
pub fn text(report: &Report<'_>) -> String {
    report.findings.iter().map(|finding| one(finding, report.sources)).collect()
}

fn one(finding: &Diagnostic, sources: &SourceTree) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let place = printed(&finding.place, sources);
    let mut properties = Vec::new();
    if let Some(file) = &place.file {
        properties.push(format!("file={}", property(file)));
    }
    for (key, number) in [("line", place.line), ("col", place.column)] {
        if let Some(number) = number {
            properties.push(format!("{key}={number}"));
        }
    }
    properties.push(format!("title={}", property(&finding.code)));
    let mut message = finding.message.clone();
    for help in &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    format!("::{command} {}::{}\n", properties.join(","), escaped(&harmless(&message)))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(&harmless(text)).replace(':', "%3A").replace(',', "%2C")
}
