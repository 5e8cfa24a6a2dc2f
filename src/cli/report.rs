//! Printing: findings and failures in the format asked for, on the right stream.
//!
//! In: findings, failures. Out: text on stdout and stderr. A machine format stands alone on stdout.
//! Not here: how a finding looks; that is `diag/`.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::{Common, Format};
use super::surroundings::is_coloured;
use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, Severity, github, json, junit, sarif, terminal};
use crate::model::source::SourceTree;

/// Prints findings. Returns whether any of them fails the run.
pub(super) fn findings(findings: &[Diagnostic], sources: &SourceTree, common: &Common) -> bool {
    let text = match common.format {
        Format::Text => terminal::text(findings, sources, is_coloured()),
        Format::Json => json::text(findings, sources) + "\n",
        Format::Github => github::text(findings, sources),
        Format::Junit => junit::text(findings, sources, failing(common)),
        Format::Sarif => sarif::text(findings, sources) + "\n",
    };
    let is_clean = findings.is_empty();
    if !(is_clean && (common.quiet || common.format == Format::Text)) {
        out(&text);
    }
    fails(findings, common)
}

/// Whether any finding is at the failing level.
pub(super) fn fails(findings: &[Diagnostic], common: &Common) -> bool {
    findings.iter().any(|finding| finding.severity >= failing(common))
}

fn failing(common: &Common) -> Severity {
    if common.strict { Severity::Warning } else { Severity::Error }
}

/// Prints why the program could not run; the exit code is 1.
pub(super) fn failure(failure: &Failure, format: Format) -> ExitCode {
    if format == Format::Json {
        out(&(json::failure(&failure.message, failure.path.as_deref(), failure.line) + "\n"));
    }
    err(&format!("error: {failure}\n"));
    for help in &failure.help {
        err(&format!("  help: {help}\n"));
    }
    ExitCode::from(1)
}

/// One line about how the run ended, for people only.
pub(super) fn closing(line: &str, common: &Common) {
    if common.format == Format::Text && !common.quiet {
        out(&format!("{line}\n"));
    } else if !common.quiet {
        err(&format!("{line}\n"));
    }
}

/// Writes to stdout. A reader that went away (`| head`) is no fault.
pub(super) fn out(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Writes to stderr.
pub(super) fn err(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
