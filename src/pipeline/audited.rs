//! Pages held against the rules of `audit/`, and findings led back to where they were typed.
//!
//! In: rendered pages with their documents. Out: findings at the Markdown, or at the template, once for all its pages.
//! Not here: any rule.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Loaded;
use super::written::Written;
use crate::audit::site::{About, Facts};
use crate::audit::words::{PageWords, Words};
use crate::audit::{self, Against, Asked, Finding, Sheet, Sheets};
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::document::Document;
use crate::model::site::Page;
use crate::model::source::{FileId, Span};
use crate::render::Rendered;

/// What is needed to check pages, made once for a run.
pub(super) struct Auditor<'a> {
    sheets: Sheets,
    written: Written<'a>,
    words: Words,
    asked: Asked,
    /// Where errors of earlier stages stand: what a page shows there comes of them.
    faults: BTreeMap<FileId, Vec<Span>>,
}

/// What was found on one page.
#[derive(Default)]
pub(super) struct Audited {
    /// Findings about what the page's author typed.
    typed: Vec<Diagnostic>,
    /// Findings about what a template wrote.
    templated: Vec<Templated>,
    /// What the site pass needs: its address, what it told, its file.
    told: Option<(String, Facts, Option<FileId>)>,
}

/// A finding about a template, as one page shows it.
struct Templated {
    finding: Finding,
    place: Place,
    page: String,
}

impl<'a> Auditor<'a> {
    /// Reads the theme's style sheet, and keeps its templates and what was found so far at hand.
    pub(super) fn new(loaded: &'a Loaded, found: &[Diagnostic]) -> Self {
        let css = loaded.theme.assets.iter().filter(|asset| {
            std::path::Path::new(&asset.path).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("css"))
        });
        let sheets = css.map(|asset| Arc::new(Sheet::parse(&String::from_utf8_lossy(&asset.bytes)))).collect();
        let theme = format!("themes/{}/templates/", loaded.theme.name);
        let own = |path: &str| path.starts_with(&theme) || path.starts_with("themes/civic/templates/");
        let templates = loaded.tree.under("themes/").filter(|(_, file)| own(&file.path));
        Self {
            sheets: Sheets::new(sheets),
            written: Written::new(templates.map(|(id, file)| (id, file.text.as_str()))),
            words: Words::new(&loaded.site.settings),
            asked: Asked::of(&loaded.site.settings.levels),
            faults: faults(loaded.findings.iter().chain(found)),
        }
    }

    /// Checks one page.
    pub(super) fn page(&self, url: &str, rendered: &Rendered, document: Option<&Document>) -> Audited {
        let against = Against { sheets: &self.sheets, address: url, asked: &self.asked };
        let found = audit::audit(&audit::parse(&rendered.html), &rendered.html, against);
        let told = Some((url.to_owned(), found.facts, document.map(|document| document.file)));
        let mut audited = Audited { told, ..Audited::default() };
        for finding in found.findings {
            let place = |range: &Range<u32>| {
                typed_at(range, rendered, document)
                    .map_or_else(|| self.in_templates(range, &rendered.html), Place::Span)
            };
            match typed_at(&finding.place(), rendered, document) {
                Some(span) if self.is_told(span) => {}
                Some(span) => {
                    let mut told = finding.diagnostic(place).on_page(url);
                    // An author need not know the templates.
                    told.labels.retain(|label| matches!(label.place, Place::Span(at) if at.file == span.file));
                    audited.typed.push(told);
                }
                None => {
                    let place = place(&finding.place());
                    audited.templated.push(Templated { finding, place, page: url.to_owned() });
                }
            }
        }
        audited
    }

    /// Whether an error stands around what an author typed.
    fn is_told(&self, typed: Span) -> bool {
        self.faults.get(&typed.file).into_iter().flatten().any(|fault| is_around(*fault, typed))
    }

    /// Checks the words of a page.
    pub(super) fn words(&self, page: &Page, path: &str) -> Vec<Diagnostic> {
        let words = PageWords {
            document: &page.document,
            language: &page.language,
            easy_read: audit::words::is_easy_read(path),
        };
        audit::words::check(&self.words, words).into_iter().map(|found| found.on_page(&page.url)).collect()
    }

    /// Where a template writes the tag that stands at `range`.
    fn in_templates(&self, range: &Range<u32>, html: &str) -> Place {
        let at = usize::try_from(range.start).ok();
        at.and_then(|at| self.written.place(at, html)).map_or(Place::Site, Place::Span)
    }
}

impl Audited {
    /// Leaves out what was told already in terms of what was typed: the same by a rule about words, and what comes of an
    /// error around it.
    pub(super) fn leave_out(&mut self, told: &[Diagnostic]) {
        let is_told = |found: &Diagnostic| {
            told.iter().any(|known| match (&known.place, &found.place) {
                (Place::Span(known_at), Place::Span(at)) if known_at.file == at.file => {
                    let is_same = known.code == found.code && known_at.start < at.end && at.start < known_at.end;
                    is_same || known.severity == Severity::Error && is_around(*known_at, *at)
                }
                _ => false,
            })
        };
        self.typed.retain(|found| !is_told(found));
    }
}

fn is_around(fault: Span, typed: Span) -> bool {
    // A paragraph that holds one thing ends with its line.
    fault.start <= typed.start && typed.end <= fault.end.saturating_add(2)
}

/// Where errors stand, by file.
fn faults<'d>(findings: impl Iterator<Item = &'d Diagnostic>) -> BTreeMap<FileId, Vec<Span>> {
    let mut faults: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    for finding in findings.filter(|finding| finding.severity == Severity::Error) {
        if let Place::Span(span) = finding.place {
            faults.entry(span.file).or_default().push(span);
        }
    }
    faults
}

/// Where the author typed what stands at `range` of the page; nothing for what a template wrote.
fn typed_at(range: &Range<u32>, rendered: &Rendered, document: Option<&Document>) -> Option<Span> {
    let in_body = rendered.in_body(usize::try_from(range.start).ok()?)?;
    document?.body.typed_at(u32::try_from(in_body).ok()?)
}

/// All findings of a site's pages, in the order of the pages; those of a template once, with the number of pages.
///
/// While pages have errors of their own, templates are left alone: what a page without a title looks like is not theirs.
pub(super) fn joined(pages: Vec<Audited>, has_errors: bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut groups: BTreeMap<(&str, String), (Templated, Vec<String>)> = BTreeMap::new();
    let told: Vec<_> = pages.iter().filter_map(|page| page.told.as_ref()).collect();
    let facts: Vec<(&str, &Facts)> = told.iter().map(|(url, facts, _)| (url.as_str(), facts)).collect();
    for found in audit::site::site(&facts) {
        let Some((url, _, file)) = told.get(found.page) else { continue };
        let place = match (file, &found.about) {
            (Some(file), About::Title) => Place::Value(*file, "title".to_owned()),
            (Some(file), _) => Place::File(*file),
            (None, _) => Place::Site,
        };
        findings.push(found.finding.diagnostic(|_| place.clone()).on_page(url));
    }
    for page in pages {
        findings.extend(page.typed);
        for found in page.templated.into_iter().filter(|_| !has_errors) {
            let key = (found.finding.code(), format!("{:?}", found.place));
            let url = found.page.clone();
            let (_, urls) = groups.entry(key).or_insert_with(|| (found, Vec::new()));
            if urls.last() != Some(&url) {
                urls.push(url);
            }
        }
    }
    findings.extend(groups.into_values().map(|(found, urls)| templated(&found, &urls)));
    findings
}

/// A finding about a template, for all its pages.
fn templated(found: &Templated, urls: &[String]) -> Diagnostic {
    let made = found.finding.diagnostic(|_| found.place.clone()).on_page(&found.page);
    match urls {
        [_, .., _] => made.label(format!("on {} pages, such as {}", urls.len(), found.page)),
        _ => made.label(format!("on {}", found.page)),
    }
}
