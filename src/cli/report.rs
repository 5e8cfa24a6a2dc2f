//! Printing: findings and failures in the format asked for, on the right stream.
//!
//! In: findings, failures. Out: text on stdout and stderr. A machine format stands alone on stdout.
//! Not here: how a finding looks; that is `diag/`.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use super::arguments::{Common, Format};
use super::surroundings::is_coloured;
use crate::diag::book::Book;
use crate::diag::failure::Failure;
use crate::diag::report::{Known, Report};
use crate::diag::{Diagnostic, Severity, github, html, json, junit, sarif, tally, terminal};

/// Prints findings.
pub(super) fn findings(run: &Report<'_>, book: &Book, common: &Common) {
    let text = match common.format {
        Format::Text | Format::Markdown | Format::Csv => {
            terminal::text(run.findings, run.sources, is_coloured()) + &tally::text(run.findings)
        }
        Format::Json => json::text(run) + "\n",
        Format::Github => github::text(run),
        Format::Junit => junit::text(run),
        Format::Sarif => sarif::text(run) + "\n",
        Format::Html => html::text(run, book),
    };
    if !(run.findings.is_empty() && (common.quiet || common.format == Format::Text)) {
        out(&text);
    }
}

/// The lines that end a check: how many findings, which are left out, what was looked at.
pub(super) fn counts(run: &Report<'_>, common: &Common) {
    if common.quiet && run.findings.is_empty() {
        return;
    }
    let older = run.known.and_then(Known::in_words).map(|words| format!("; {words}")).unwrap_or_default();
    closing(&format!("{}{older}", terminal::counts(run.findings)), common);
    if let Some(line) = run.known.and_then(Known::to_update) {
        closing(&line, common);
    }
    closing(&looked_at(run), common);
}

/// What was looked at, and that it is not all there is to look at.
fn looked_at(run: &Report<'_>) -> String {
    let scope = run.scope;
    let pages = if scope.pages == 1 { "1 page".to_owned() } else { format!("{} pages", scope.pages) };
    format!(
        "checked {pages} for {} kinds of finding with Candour {}; `candour explain --people` says what only people can check",
        scope.rules, scope.version
    )
}

/// Whether any finding is at the failing level.
pub(super) fn fails(findings: &[Diagnostic], common: &Common) -> bool {
    findings.iter().any(|finding| finding.severity >= failing(common))
}

/// The level from which on a finding fails the run.
pub(super) fn failing(common: &Common) -> Severity {
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

/// Whether something could not be written to stdout, such as on a full disk.
static IS_CUT: AtomicBool = AtomicBool::new(false);

/// Writes to stdout. A reader that went away (`| head`) is no fault.
pub(super) fn out(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        IS_CUT.store(true, Ordering::Relaxed);
    }
}

/// The end of a run: a fault of its own where its answer could not be written.
pub(super) fn whole(code: ExitCode) -> Result<ExitCode, Failure> {
    if IS_CUT.load(Ordering::Relaxed) {
        return Err(Failure::new("the answer could not be written in full").help("make room where it is written to"));
    }
    Ok(code)
}

/// Writes to stderr.
pub(super) fn err(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
