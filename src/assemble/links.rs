//! Links: where each one leads, checked with its heading.
//!
//! In: pages with addresses. Out: a target for every link and picture, and a finding for every one that leads nowhere.
//! Not here: other sites; nothing is fetched.

use rayon::prelude::*;

use super::paths::{asset_address, resolved};
use crate::diag::{Diagnostic, Place};
use crate::model::site::{Page, PageId, Site, Target};
use crate::model::slug::nearest;
use crate::model::source::{SourceTree, Span};

/// What the links of one page lead to.
pub(super) struct Resolved {
    targets: Vec<Target>,
    pictures: Vec<Option<usize>>,
    related: Vec<PageId>,
    tasks: Vec<Target>,
    picture: Option<usize>,
    findings: Vec<Diagnostic>,
}

/// Resolves the links of every page.
pub(super) fn resolve(site: &Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> Vec<Resolved> {
    let mut all: Vec<Resolved> = site.pages.par_iter().map(|page| of_page(site, tree, page)).collect();
    for resolved in &mut all {
        findings.append(&mut resolved.findings);
    }
    all
}

/// Stores what was resolved.
pub(super) fn store(site: &mut Site, resolved: Vec<Resolved>) {
    for (page, resolved) in site.pages.iter_mut().zip(resolved) {
        page.targets = resolved.targets;
        page.pictures = resolved.pictures;
        page.related = resolved.related;
        page.tasks = resolved.tasks;
        page.picture = resolved.picture;
    }
}

fn of_page(site: &Site, tree: &SourceTree, page: &Page) -> Resolved {
    let mut findings = Vec::new();
    let from = tree.path(page.document.file);
    let body = &page.document.body;
    let targets = body
        .links
        .iter()
        .map(|link| {
            target(site, tree, page, Asked { typed: &link.target, place: Place::Span(link.span) }, &mut findings)
        })
        .collect();
    let pictures =
        body.images.iter().map(|image| picture(site, tree, from, &image.target, image.span, &mut findings)).collect();
    let front = &page.document.front;
    let mut related = Vec::new();
    for (at, typed) in front.related.iter().enumerate() {
        match self::page(site, tree, from, typed) {
            Some(id) => related.push(id),
            None => {
                let place = Place::Value(page.document.file, format!("related.{at}"));
                findings.push(broken(typed, place, tree).on_page(page.url.clone()));
            }
        }
    }
    let mut tasks = Vec::new();
    for (at, task) in front.extra.tasks.iter().enumerate() {
        let place = Place::Value(page.document.file, format!("extra.tasks.{at}.link"));
        tasks.push(target(site, tree, page, Asked { typed: &task.link, place }, &mut findings));
    }
    let top = front.extra.picture.as_deref().and_then(|typed| {
        let place = Place::Value(page.document.file, "extra.picture".to_owned());
        let found = resolved(from, typed).and_then(|path| site.assets.get(&asset_address(&path)).copied());
        if found.is_none() {
            findings.push(Diagnostic { code: "image-missing".into(), ..broken(typed, place, tree) });
        }
        found
    });
    Resolved { targets, pictures, related, tasks, picture: top, findings }
}

struct Asked<'a> {
    typed: &'a str,
    place: Place,
}

fn target(site: &Site, tree: &SourceTree, page: &Page, asked: Asked<'_>, findings: &mut Vec<Diagnostic>) -> Target {
    let typed = asked.typed;
    let (path, fragment) = typed.split_once('#').map_or((typed, None), |(path, fragment)| (path, Some(fragment)));
    if typed.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/')) {
        return Target::Elsewhere(typed.to_owned());
    }
    let from = tree.path(page.document.file);
    if path.is_empty() {
        let fragment = fragment.unwrap_or_default();
        check_fragment(page, fragment, asked.place, findings);
        return Target::Here(fragment.to_owned());
    }
    if let Some(id) = self::page(site, tree, from, path) {
        if let (Some(fragment), Some(other)) = (fragment, site.page(id)) {
            check_fragment(other, fragment, asked.place, findings);
        }
        return Target::Page(id, fragment.map(str::to_owned));
    }
    let asset = resolved(from, path).map(|path| asset_address(&path));
    if let Some((url, index)) = asset.and_then(|url| site.assets.get_key_value(&url)) {
        let size = tree.assets.get(*index).map_or(0, |asset| asset.size);
        return Target::File(url.clone(), size);
    }
    findings.push(broken(path, asked.place, tree).on_page(page.url.clone()));
    Target::Broken
}

/// The page that a typed path or address means.
pub(super) fn page(site: &Site, tree: &SourceTree, from: &str, typed: &str) -> Option<PageId> {
    let path = typed.split('#').next().unwrap_or(typed);
    if path.strip_suffix(".md").is_some() {
        return site.page_of(tree.find(&resolved(from, path)?)?);
    }
    if !path.starts_with('/') {
        return None;
    }
    site.by_url.get(path).or_else(|| site.by_url.get(&format!("{path}/"))).copied()
}

fn check_fragment(page: &Page, fragment: &str, place: Place, findings: &mut Vec<Diagnostic>) {
    let body = &page.document.body;
    let ids = || body.headings.iter().map(|heading| heading.id.as_str()).chain(body.anchors.iter().map(String::as_str));
    if fragment.is_empty() || ids().any(|id| id == fragment) {
        return;
    }
    let finding = Diagnostic::error(
        "link-fragment-missing",
        format!("there is no heading `#{fragment}` on the page {}", page.url),
        place,
    );
    findings.push(match nearest(fragment, ids()) {
        Some(near) => finding.help(format!("link to `#{near}`")),
        None => finding.help("link to one of the page's headings, in lower case with hyphens: `#what-it-costs`"),
    });
}

/// A link that leads nowhere, with the file it probably means.
pub(super) fn broken(typed: &str, place: Place, tree: &SourceTree) -> Diagnostic {
    let name = typed.rsplit('/').next().unwrap_or(typed);
    let pages = tree.under("content/").map(|(_, file)| &*file.path);
    let files = tree.assets.iter().map(|asset| &*asset.path).filter(|path| path.starts_with("content/"));
    let known: Vec<&str> = pages.chain(files).collect();
    let finding = Diagnostic::error("link-broken", format!("`{typed}` leads to nothing on this site"), place);
    let same = known.iter().find(|path| path.rsplit('/').next() == Some(name)).copied();
    let near = same.or_else(|| {
        let word = nearest(name, known.iter().filter_map(|path| path.rsplit('/').next()))?;
        known.iter().find(|path| path.rsplit('/').next() == Some(word)).copied()
    });
    match near.and_then(|path| path.strip_prefix("content/")) {
        Some(path) => finding.help(format!("link to `@/{path}`, which begins at content/")),
        None => finding.help("link to a page's file, for example `@/carers/breaks-for-carers.md`"),
    }
}

fn picture(
    site: &Site,
    tree: &SourceTree,
    from: &str,
    typed: &str,
    span: Span,
    findings: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let found = resolved(from, typed).and_then(|path| site.assets.get(&asset_address(&path)).copied());
    if found.is_none() {
        let finding = if typed.contains("://") {
            Diagnostic::error("image-elsewhere", "a picture comes from another site", Place::Span(span))
                .help("copy the picture beside the page and name it: `![words](picture.jpg)`")
        } else {
            let missing = broken(typed, Place::Span(span), tree);
            Diagnostic { code: "image-missing".into(), message: format!("there is no picture `{typed}`"), ..missing }
        };
        findings.push(finding);
    }
    found
}
