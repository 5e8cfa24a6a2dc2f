//! Findings of each page, with the line they are about: the part that an editor works through.
//!
//! In: the findings of a run. Out: [`Group`]s, a page each, and their HTML. Not here: tables over all pages.

use std::fmt::Write;

use super::{SEVERITIES, capital, with_code};
use crate::diag::basis;
use crate::diag::book::{Book, Page};
use crate::diag::place::{Printed, harmless, printed};
use crate::diag::report::Report;
use crate::diag::{Diagnostic, Place};
use crate::model::escape::escaped;
use crate::model::source::{SourceTree, Span};

/// Most characters of a line on each side of what a finding is about.
const AROUND: usize = 90;

/// What was found in one file.
pub(super) struct Group<'r> {
    /// Its file; empty for the site as a whole.
    pub(super) file: String,
    /// Its page, if it is one.
    pub(super) page: Option<&'r Page>,
    /// Its findings with their numbers in the report, in order.
    pub(super) findings: Vec<(usize, &'r Diagnostic)>,
}

impl Group<'_> {
    /// What people call it.
    pub(super) fn title(&self) -> &str {
        match self.page {
            Some(page) if !page.title.is_empty() => &page.title,
            _ if self.file.is_empty() => "The site as a whole",
            _ => &self.file,
        }
    }

    /// The id of its heading.
    pub(super) fn id(&self) -> String {
        self.findings.first().map_or_else(String::new, |(number, _)| format!("page-{number}"))
    }
}

/// Findings by file, in the order of the files. They come in order, so each file's stand together.
pub(super) fn groups<'r>(report: &Report<'r>, book: &'r Book) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for (number, finding) in (1..).zip(report.findings) {
        let file = printed(&finding.place, report.sources).file.unwrap_or_default();
        match groups.last_mut() {
            Some(group) if group.file == file => group.findings.push((number, finding)),
            _ => groups.push(Group { page: book.page(&file), file, findings: vec![(number, finding)] }),
        }
    }
    groups
}

/// Every finding, once.
pub(super) fn by_page(out: &mut String, report: &Report<'_>, groups: &[Group<'_>]) {
    out.push_str("<section aria-labelledby=\"pages\">\n<h2 id=\"pages\">By page</h2>\n");
    for group in groups {
        let _ = writeln!(out, "<h3 id=\"{}\">{}</h3>", group.id(), escaped(&harmless(group.title())));
        if let Some(page) = group.page {
            let owner = page.owner.as_deref().map(|owner| format!(", owned by {}", escaped(owner))).unwrap_or_default();
            let _ = writeln!(out, "<p class=\"file\"><code>{}</code>{owner}</p>", escaped(&harmless(&group.file)));
        }
        out.push_str("<ol class=\"findings\">\n");
        for (number, finding) in &group.findings {
            one(out, *number, finding, report.sources);
        }
        out.push_str("</ol>\n");
    }
    out.push_str("</section>\n");
}

fn one(out: &mut String, number: usize, finding: &Diagnostic, sources: &SourceTree) {
    let name = finding.severity.name();
    let word = SEVERITIES.iter().find(|(severity, ..)| *severity == finding.severity).map_or(name, |(..)| name);
    let _ = write!(
        out,
        "<li id=\"finding-{number}\" class=\"{name}\">\n<p class=\"what\"><strong class=\"mark\">{}</strong> {} \
         <a class=\"code\" href=\"#rule-{code}\">{code}</a></p>\n",
        capital(word),
        with_code(&capital(&finding.message)),
        code = escaped(&finding.code),
    );
    excerpt(out, finding, sources);
    for help in &finding.help {
        let _ = writeln!(out, "<p class=\"help\">{}.</p>", with_code(&capital(help)));
    }
    if let Some(fix) = &finding.fix {
        let new = escaped(&harmless(&fix.replacement));
        let what = if new.is_empty() { "takes it out".to_owned() } else { format!("writes <ins>{new}</ins>") };
        let _ = writeln!(out, "<p class=\"help\"><code>candour check --fix</code> {what}.</p>");
    }
    if !finding.basis.is_empty() {
        let links: Vec<String> = finding.basis.iter().map(|basis| linked(basis)).collect();
        let _ = writeln!(out, "<p class=\"basis\">Basis: {}</p>", links.join(", "));
    }
    out.push_str("</li>\n");
}

fn linked(text: &str) -> String {
    match basis::address(text) {
        Some(address) => format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(text)),
        None => escaped(text),
    }
}

/// The line a finding is about, with what it is about marked. What must not be shown is only named by its line.
fn excerpt(out: &mut String, finding: &Diagnostic, sources: &SourceTree) {
    let at = printed(&finding.place, sources);
    let Some(line) = at.line else { return };
    let where_ = in_words(&at);
    let Place::Span(span) = &finding.place else {
        let _ = writeln!(out, "<p class=\"line\">{where_}</p>");
        return;
    };
    let marked = marked(*span, sources);
    let label = if finding.label.is_empty() { String::new() } else { format!(" ({})", with_code(&finding.label)) };
    let _ = line;
    let _ = writeln!(out, "<p class=\"line\">{where_}{label}: <q>{marked}</q></p>");
}

fn in_words(at: &Printed) -> String {
    match (at.line, at.column) {
        (Some(line), Some(column)) => format!("Line {line}, column {column}"),
        (Some(line), None) => format!("Line {line}"),
        _ => String::new(),
    }
}

/// The first line of a passage and what stands around it, as HTML.
fn marked(span: Span, sources: &SourceTree) -> String {
    let text = sources.file(span.file).map_or("", |file| file.text.as_str());
    let range = span.range();
    let before = text.get(..range.start).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let inside = text.get(range.clone()).unwrap_or_default();
    let (inside, more) = inside.split_once('\n').map_or((inside, false), |(first, _)| (first, true));
    let after =
        if more { "" } else { text.get(range.end..).unwrap_or_default().split('\n').next().unwrap_or_default() };
    let skipped = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skipped).collect();
    let short = |text: &str, dots: bool| {
        let cut = text.chars().count() > AROUND * 2;
        let kept: String = text.chars().take(AROUND * 2).collect();
        format!("{}{}", escaped(&harmless(kept.trim_end_matches('\r'))), if cut || dots { " …" } else { "" })
    };
    let dots = if skipped > 0 { "… " } else { "" };
    let mark = if inside.trim().is_empty() { String::new() } else { format!("<mark>{}</mark>", short(inside, more)) };
    format!("{dots}{}{mark}{}", escaped(&harmless(before.trim_start())), short(after, false))
}
