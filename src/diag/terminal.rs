//! Findings for people at a terminal: source line, caret, help. The only file that names annotate-snippets.
//!
//! In: findings and the sources. Out: text, plain or coloured. Not here: writing to a stream.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Patch, Renderer, Snippet};

use super::place::harmless;
use super::{Diagnostic, Place, Severity};
use crate::model::source::{SourceFile, SourceTree, Span, line_column};

/// Findings drawn one after the other, with an empty line between them.
pub fn text(findings: &[Diagnostic], sources: &SourceTree, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(120);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&one(finding, sources, &renderer));
        out.push_str("\n\n");
    }
    out
}

/// The line that closes a run: how much of what was found.
pub fn counts(findings: &[Diagnostic]) -> String {
    let severities: Vec<Severity> = findings.iter().map(|finding| finding.severity).collect();
    of_severities(&severities)
}

/// How many of each severity, in words.
pub fn of_severities(severities: &[Severity]) -> String {
    let count = |severity| severities.iter().filter(|other| **other == severity).count();
    let words = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let mut parts = Vec::new();
    for (severity, word) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Notice, "notice")] {
        let number = count(severity);
        if number > 0 {
            parts.push(words(number, word));
        }
    }
    if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") }
}

fn one(finding: &Diagnostic, sources: &SourceTree, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    };
    let title = level.primary_title(harmless(&finding.message)).id(finding.code.as_ref());
    let mut elements: Vec<Element<'_>> = places(finding, sources);
    elements.extend(finding.help.iter().map(|help| Level::HELP.message(harmless(help)).into()));
    let mut report = vec![title.elements(elements)];
    if let Some(fix) = &finding.fix
        && let Some(file) = sources.file(fix.span.file)
    {
        let window = Window::around(file, &[fix.span]);
        let patch = Patch::new(window.range(fix.span), fix.replacement.clone());
        let snippet = Snippet::source(window.text).line_start(window.line).path(file.path.to_string()).patch(patch);
        report.push(Level::HELP.secondary_title("the correction").element(snippet));
    }
    renderer.render(&report)
}

/// The snippets of a finding: one for each file it points into.
fn places<'a>(finding: &'a Diagnostic, sources: &'a SourceTree) -> Vec<Element<'a>> {
    let first = match &finding.place {
        Place::Span(span) => *span,
        Place::Unquoted(span) => return unquoted(*span, finding, sources),
        Place::Path(path) => return vec![Origin::path(path.as_str()).into()],
        Place::File(file) | Place::Key(file, _) | Place::Value(file, _) => {
            return vec![Origin::path(sources.path(*file)).into()];
        }
        Place::Site => return Vec::new(),
    };
    let others = finding.labels.iter().filter_map(|label| match &label.place {
        Place::Span(span) => Some((*span, label.text.as_str())),
        _ => None,
    });
    let mut marks = vec![(first, finding.label.as_str())];
    marks.extend(others);
    let mut elements = Vec::new();
    let mut files: Vec<_> = marks.iter().map(|(span, _)| span.file).collect();
    files.dedup();
    for id in files {
        let Some(file) = sources.file(id) else { continue };
        let here: Vec<(Span, &str)> = marks.iter().filter(|(span, _)| span.file == id).copied().collect();
        elements.push(snippet(file, &here, first).into());
    }
    for label in finding.labels.iter().filter(|label| !matches!(label.place, Place::Span(_))) {
        let path = match &label.place {
            Place::Path(path) => path.as_str(),
            Place::File(file) | Place::Key(file, _) | Place::Value(file, _) => sources.path(*file),
            Place::Span(_) | Place::Unquoted(_) | Place::Site => continue,
        };
        elements.push(Level::NOTE.message(format!("{}: {path}", harmless(&label.text))).into());
    }
    elements
}

/// File, line and column without the text that stands there.
fn unquoted<'a>(span: Span, finding: &'a Diagnostic, sources: &'a SourceTree) -> Vec<Element<'a>> {
    let Some(file) = sources.file(span.file) else { return Vec::new() };
    let number = |n: u32| usize::try_from(n).unwrap_or(1);
    let (line, column) = line_column(&file.text, span.range().start);
    let mut elements: Vec<Element<'_>> =
        vec![Origin::path(&*file.path).line(number(line)).char_column(number(column)).into()];
    for label in &finding.labels {
        let (Place::Span(other) | Place::Unquoted(other)) = &label.place else { continue };
        let (line, column) = line_column(sources.file(other.file).map_or("", |file| &file.text), other.range().start);
        let note = format!("{}: {}:{line}:{column}", harmless(&label.text), sources.path(other.file));
        elements.push(Level::NOTE.message(note).into());
    }
    elements
}

fn snippet<'a>(
    file: &'a SourceFile,
    marks: &[(Span, &'a str)],
    first: Span,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let spans: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
    let window = Window::around(file, &spans);
    let annotations: Vec<_> = marks
        .iter()
        .map(|(span, text)| {
            let kind = if *span == first { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = (!text.is_empty()).then(|| harmless(text));
            kind.span(window.range(*span)).label(label)
        })
        .collect();
    Snippet::source(window.text).line_start(window.line).path(&*file.path).annotations(annotations)
}

/// The lines around some spans, so that a large table is never drawn whole.
struct Window<'a> {
    text: &'a str,
    start: usize,
    line: usize,
}

impl<'a> Window<'a> {
    fn around(file: &'a SourceFile, spans: &[Span]) -> Self {
        let text = &file.text;
        let first = spans.iter().map(|span| span.range().start).min().unwrap_or(0).min(text.len());
        let last = spans.iter().map(|span| span.range().end).max().unwrap_or(0).min(text.len());
        let start = text.as_bytes().get(..first).and_then(|head| head.iter().rposition(|b| *b == b'\n'));
        let start = start.map_or(0, |at| at + 1);
        let end = text.as_bytes().get(last..).and_then(|tail| tail.iter().position(|b| *b == b'\n'));
        let end = end.map_or(text.len(), |at| last + at);
        let line = text.as_bytes().get(..start).map_or(0, |head| head.iter().filter(|b| **b == b'\n').count()) + 1;
        Self { text: text.get(start..end).unwrap_or_default(), start, line }
    }

    fn range(&self, span: Span) -> Range<usize> {
        let range = span.range();
        let floor = |at: usize| {
            let mut at = at.saturating_sub(self.start).min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        floor(range.start)..floor(range.end)
    }
}
