//! Findings as JUnit XML, which most CI servers show as test results.
//!
//! In: findings, the sources, the failing level. Out: XML: one `testcase` a finding, `classname` the code, `name` the
//! place, `failure` at the failing level, else `skipped`. Not here: any other format.

use std::fmt::Write;

use super::place::{harmless, in_words, printed};
use super::report::Report;
use super::{Diagnostic, Severity};
use crate::model::escape::escaped;
use crate::model::source::SourceTree;

/// The findings as one test suite.
pub fn text(report: &Report<'_>) -> String {
    let Report { findings, sources, failing, .. } = *report;
    let failures = findings.iter().filter(|finding| finding.severity >= failing).count();
    let all = findings.len();
    let skipped = all - failures;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<testsuites>\n<testsuite name=\"candour\" tests=\"{all}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">"
    );
    let scope = report.scope;
    let checked = [
        ("version", scope.version.clone()),
        ("pages", scope.pages.to_string()),
        ("rules", scope.rules.to_string()),
        ("packs", scope.packs.join(" ")),
    ];
    out.push_str("<properties>\n");
    for (name, value) in checked {
        let _ = writeln!(out, "<property name=\"candour.{name}\" value=\"{}\"/>", escaped(&value));
    }
    out.push_str("</properties>\n");
    for finding in findings {
        one(&mut out, finding, sources, failing);
    }
    out.push_str("</testsuite>\n</testsuites>\n");
    out
}

fn one(out: &mut String, finding: &Diagnostic, sources: &SourceTree, failing: Severity) {
    let place = in_words(&printed(&finding.place, sources));
    let attribute = |text: &str| escaped(&harmless(text));
    let (code, name) = (attribute(&finding.code), attribute(&place));
    let message = attribute(&finding.message);
    let _ = write!(out, "<testcase classname=\"{code}\" name=\"{name}\">");
    if finding.severity >= failing {
        let help = attribute(&finding.help.join("\n"));
        let severity = finding.severity.name();
        let _ = write!(out, "<failure type=\"{severity}\" message=\"{message}\">{help}</failure>");
    } else {
        let _ = write!(out, "<skipped message=\"{message}\"/>");
    }
    out.push_str("</testcase>\n");
}
