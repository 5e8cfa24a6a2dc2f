//! Findings for programs: the stable JSON of `check --format json` and `audit --format json`, version 1.
//!
//! In: findings and the sources. Out: JSON text. The types are the schema; `schemas/findings.schema.json` says the same.
//! Not here: any other format.

use serde::Serialize;

use super::place::printed;
use super::report::{Known, Report, Scope};
use super::{Diagnostic, Severity};
use crate::model::source::SourceTree;

/// All findings of a run.
#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    findings: Vec<Finding<'a>>,
    counts: Counts,
    checked: &'a Scope,
    baseline: Option<&'a Known>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    help: &'a [String],
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    page: Option<&'a str>,
    basis: &'a [std::borrow::Cow<'static, str>],
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Fix<'a> {
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    notice: usize,
}

/// A run that could not be made at all.
#[derive(Serialize)]
struct Failed<'a> {
    version: u8,
    error: Fault<'a>,
}

#[derive(Serialize)]
struct Fault<'a> {
    message: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
}

/// The findings as JSON on one line.
pub fn text(report: &Report<'_>) -> String {
    let count = |severity| report.count(severity);
    let counts =
        Counts { error: count(Severity::Error), warning: count(Severity::Warning), notice: count(Severity::Notice) };
    let findings = report.findings.iter().map(|finding| one(finding, report.sources)).collect();
    let whole = Whole { version: 1, findings, counts, checked: report.scope, baseline: report.known };
    serde_json::to_string(&whole).unwrap_or_default()
}

/// The JSON of a run that ended with exit code 1.
pub fn failure(message: &str, file: Option<&str>, line: Option<u32>) -> String {
    serde_json::to_string(&Failed { version: 1, error: Fault { message, file, line } }).unwrap_or_default()
}

fn one<'a>(finding: &'a Diagnostic, sources: &SourceTree) -> Finding<'a> {
    let place = printed(&finding.place, sources);
    let fix = finding.fix.as_ref().map(|fix| {
        let at = printed(&super::Place::Span(fix.span), sources);
        Fix {
            line: at.line,
            column: at.column,
            end_line: at.end_line,
            end_column: at.end_column,
            replacement: &fix.replacement,
        }
    });
    Finding {
        code: &finding.code,
        severity: finding.severity.name(),
        message: &finding.message,
        help: &finding.help,
        file: place.file,
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        page: finding.page.as_deref(),
        basis: &finding.basis,
        fix,
    }
}
