//! Other forms of a page: translations, Easy Read, large print, recordings and films.
//!
//! In: pages with addresses. Out: each form tied to its page, and findings for forms that stand alone, that are of no known
//! kind, or whose page has changed since they were made. Not here: what a form shows of that; the rules of Easy Read.

use super::paths::named;
use crate::diag::{Diagnostic, Place};
use crate::model::digest::Digest;
use crate::model::document::{Document, Form};
use crate::model::language::{own_name, primary};
use crate::model::site::{Page, PageId, Site};
use crate::model::source::SourceTree;

/// Hexadecimal digits of the digest in front matter.
const DIGITS: usize = 12;

/// Ties every form to its page.
pub(super) fn tie(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    for at in 0..site.pages.len() {
        let id = PageId::at(at);
        let Some(page) = site.page(id).filter(|page| page.is_variant) else { continue };
        unknown(page, tree, findings);
        let path = original_path(tree.path(page.document.file));
        let original = tree.find(&path).and_then(|file| site.page_of(file));
        let Some((original, of)) = original.and_then(|id| Some((id, site.page(id)?))) else {
            findings.push(alone(page, &path));
            continue;
        };
        let place = |is_typed: bool| {
            let (file, key) = (page.document.file, "made_from".to_owned());
            if is_typed { Place::Value(file, key) } else { Place::File(file) }
        };
        let made = Made { from: page.document.front.made_from.as_deref(), place: &place };
        let is_outdated = outdated(made, (page, of), tree, findings);
        let parent = of.parent;
        if let Some(page) = site.pages.get_mut(at) {
            (page.original, page.is_outdated, page.parent) = (Some(original), is_outdated, parent);
        }
        if let Some(of) = site.pages.get_mut(original.index()) {
            of.variants.push(id);
        }
    }
    children(site);
    for page in &site.pages {
        files(page, tree, findings);
    }
    order(site);
}

/// The file of the page that a file is another form of: `carers/breaks.md` of `carers/breaks.cy.easy-read.md`.
fn original_path(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("content", path));
    let name = file.split('.').next().unwrap_or(file);
    format!("{folder}/{name}.md")
}

/// The digest of the text of a page: its title, summary and body, whatever its spaces and line breaks.
fn digest(document: &Document, tree: &SourceTree) -> String {
    let start = usize::try_from(document.body_start).unwrap_or_default();
    let body = tree.file(document.file).and_then(|file| file.text.get(start..)).unwrap_or_default();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = [words(&document.front.title), words(&document.front.summary), words(body)];
    let mut text = Digest::of_parts(parts.iter().map(String::as_bytes)).to_string();
    text.truncate(DIGITS);
    text
}

/// What a form says of the text that it was made from.
#[derive(Clone, Copy)]
struct Made<'a> {
    from: Option<&'a str>,
    place: &'a dyn Fn(bool) -> Place,
}

/// Whether the page has changed since the form was made; the finding names both.
fn outdated(made: Made<'_>, (page, of): (&Page, &Page), tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> bool {
    let now = digest(&of.document, tree);
    let path = tree.path(of.document.file);
    let write = format!("`made_from: \"{now}\"`");
    match made.from {
        None => findings.push(
            Diagnostic::warning(
                "variant-unmarked",
                "the page does not say which text it was made from",
                (made.place)(false),
            )
            .also(Place::File(of.document.file), "the page that it is another form of")
            .help(format!("check that it says what {path} says now, then write {write} in its front matter"))
            .on_page(page.url.clone()),
        ),
        Some(from) if from != now => {
            findings.push(
                Diagnostic::warning(
                    "variant-outdated",
                    format!("{path} has changed since this was made from it"),
                    (made.place)(true),
                )
                .also(Place::File(of.document.file), "the page that changed")
                .help(format!("bring it up to date, then write {write}"))
                .on_page(page.url.clone()),
            );
            return true;
        }
        Some(_) => {}
    }
    false
}

fn alone(page: &Page, path: &str) -> Diagnostic {
    let message = format!("there is no published page {path} that this is another form of");
    Diagnostic::error("variant-alone", message, Place::File(page.document.file))
        .help(format!("add {path}, or take the part between the points out of the file's name"))
        .on_page(page.url.clone())
}

/// A part of the file's name that is neither a language nor a form.
fn unknown(page: &Page, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let name = named(tree.path(page.document.file));
    let form = name.form.filter(|form| Form::named(form).is_none());
    let language = name.language.filter(|language| own_name(language).is_none());
    for part in form.into_iter().chain(language) {
        let message = format!("`{part}` in the file's name is no language or form that is known");
        findings.push(
            Diagnostic::warning("variant-unknown", message, Place::File(page.document.file))
                .help("use a language tag such as `cy` or `ur`, or `easy-read`, `large-print`, `audio` or `bsl`")
                .help("for example `breaks.cy.md` or `breaks.easy-read.md`"),
        );
    }
}

/// Recordings, films and files of a page, which may be older than its text.
fn files(page: &Page, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    for (at, alternative) in page.document.front.alternatives.iter().enumerate() {
        let place = |is_typed: bool| {
            let key = if is_typed { format!("alternatives.{at}.made_from") } else { format!("alternatives.{at}.link") };
            Place::Value(page.document.file, key)
        };
        outdated(Made { from: alternative.made_from.as_deref(), place: &place }, (page, page), tree, findings);
    }
}

/// The pages of a folder in the language of the folder's page.
fn children(site: &mut Site) {
    let of_language = |page: &Page, id: &PageId| {
        let variants = &site.page(*id)?.variants;
        variants.iter().copied().find(|id| site.page(*id).is_some_and(|other| is_translation(other, &page.language)))
    };
    let folders = site.pages.iter().enumerate().filter(|(_, page)| page.is_section && page.form.is_none());
    let found: Vec<(usize, Vec<PageId>)> = folders
        .filter_map(|(at, page)| {
            let original = site.page(page.original?)?;
            Some((at, original.children.iter().filter_map(|id| of_language(page, id)).collect()))
        })
        .collect();
    for (at, children) in found {
        if let Some(page) = site.pages.get_mut(at) {
            page.children = children;
        }
    }
}

/// Whether a page is the translation into a language, in no other form.
fn is_translation(page: &Page, language: &str) -> bool {
    page.form.is_none() && primary(&page.language) == primary(language)
}

/// Forms in the language of the site first, then languages.
fn order(site: &mut Site) {
    let own = site.settings.language.clone();
    let key = |id: &PageId| site.page(*id).map(|page| (page.language != own, page.language.clone(), page.form));
    let mut all: Vec<Vec<PageId>> = site.pages.iter().map(|page| page.variants.clone()).collect();
    for variants in &mut all {
        variants.sort_by_cached_key(key);
    }
    for (page, variants) in site.pages.iter_mut().zip(all) {
        page.variants = variants;
    }
}
