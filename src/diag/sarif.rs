//! Findings as SARIF 2.1.0, which code hosts show beside the text.
//!
//! In: findings and the sources. Out: JSON with relative, percent-encoded addresses and every rule in the driver.
//! An unknown line has no region. Not here: any other format.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::place::printed;
use super::report::Report;
use super::{Diagnostic, Severity};
use crate::model::source::SourceTree;

/// The findings as one run.
pub fn text(report: &Report<'_>) -> String {
    let Report { findings, sources, .. } = *report;
    let codes: Vec<&str> = findings.iter().map(|finding| &*finding.code).collect::<BTreeSet<_>>().into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &codes, sources)).collect();
    let driver = json!({
        "name": "candour", "version": env!("CARGO_PKG_VERSION"), "rules": rules,
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results,
            "properties": { "checked": report.scope, "baseline": report.known } }],
    });
    serde_json::to_string(&log).unwrap_or_default()
}

fn result(finding: &Diagnostic, codes: &[&str], sources: &SourceTree) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    };
    let mut message = finding.message.clone();
    for help in &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    let mut result = json!({
        "ruleId": finding.code, "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": level, "message": { "text": message },
    });
    if let (Some(location), Some(map)) = (location(finding, sources), result.as_object_mut()) {
        map.insert("locations".to_owned(), json!([location]));
    }
    result
}

fn location(finding: &Diagnostic, sources: &SourceTree) -> Option<Value> {
    let place = printed(&finding.place, sources);
    let mut physical = json!({ "artifactLocation": { "uri": encoded(place.file.as_deref()?) } });
    if let (Some(line), Some(map)) = (place.line, physical.as_object_mut()) {
        let region = json!({
            "startLine": line, "startColumn": place.column,
            "endLine": place.end_line, "endColumn": place.end_column,
        });
        map.insert("region".to_owned(), region);
    }
    Some(json!({ "physicalLocation": physical }))
}

/// A path as a relative address: everything but plain characters is percent-encoded.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn paths_are_relative_addresses() {
        assert_eq!(encoded("content/a b/é.md"), "content/a%20b/%C3%A9.md");
    }
}
