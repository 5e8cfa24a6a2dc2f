//! Inline figures: `{{ metric.member | format }}`.
//!
//! In: the expression with its braces and where it stands. Out: [`InlineFigure`] or a finding about its form.
//! Not here: whether the metric exists; that is `evidence/`.

use crate::diag::{Diagnostic, Place};
use crate::model::document::InlineFigure;
use crate::model::source::Span;

const EXAMPLE: &str = "write for example `{{ savings-by-age.total | short }}`";

/// Format words that may stand behind the bar.
pub(super) const FORMATS: [&str; 4] = ["short", "full", "words", "plain"];

/// Reads one expression, braces included.
pub(super) fn figure(typed: &str, span: Span, findings: &mut Vec<Diagnostic>) -> InlineFigure {
    let inner = typed.trim_start_matches('{').trim_end_matches('}').trim();
    let (path, format) = match inner.split_once('|') {
        Some((path, format)) => (path.trim(), Some(format.trim().trim_end_matches('\\').trim())),
        None => (inner, None),
    };
    // In a table the bar is typed `\|`, as Markdown asks.
    let path = path.trim_end_matches('\\').trim();
    let (metric, member) = path.split_once('.').unwrap_or((path, ""));
    let well_formed = |part: &str| part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if metric.is_empty() || !well_formed(path) {
        findings.push(
            Diagnostic::error("figure-form", "a figure names a metric and a member joined by a dot", Place::Span(span))
                .help(EXAMPLE)
                .help("write `\\{{` for two braces that are meant as text"),
        );
    }
    if let Some(word) = format.filter(|word| !FORMATS.contains(word)) {
        findings.push(
            Diagnostic::error("figure-format", format!("there is no format `{word}`"), Place::Span(span))
                .help(format!("use one of {}: `{{{{ savings-by-age.total | short }}}}`", FORMATS.join(", "))),
        );
    }
    InlineFigure {
        metric: metric.to_owned(),
        member: member.to_owned(),
        format: format.filter(|word| FORMATS.contains(word)).map(str::to_owned),
        span,
    }
}

/// Two braces that no line closes.
pub(super) fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::error("figure-unclosed", "two braces open here and none close on the line", Place::Span(span))
        .help(EXAMPLE)
        .help("write `\\{{` for two braces that are meant as text")
}
