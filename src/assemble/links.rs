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
    alternatives: Vec<Target>,
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
        page.alternatives = resolved.alternatives;
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
    let mut alternatives = Vec::new();
    for (at, alternative) in front.alternatives.iter().enumerate() {
        let place = Place::Value(page.document.file, format!("alternatives.{at}.link"));
        alternatives.push(target(site, tree, page, Asked { typed: &alternative.link, place }, &mut findings));
    }
    let top = front.extra.picture.as_deref().and_then(|typed| {
        let place = Place::Value(page.document.file, "extra.picture".to_owned());
        let found = resolved(from, typed).and_then(|path| site.assets.get(&asset_address(&path)).copied());
        if found.is_none() {
            findings.push(unseen(typed, place, tree));
        }
        found
    });
    Resolved { targets, pictures, related, tasks, picture: top, alternatives, findings }
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
    let is_there = resolved(from, path).is_some_and(|path| tree.find(&path).is_some());
    let finding = if is_there { unpublished(path, asked.place) } else { broken(path, asked.place, tree) };
    findings.push(finding.on_page(page.url.clone()));
    Target::Broken
}

/// A link to a page whose file is there and which is no part of the site.
fn unpublished(typed: &str, place: Place) -> Diagnostic {
    Diagnostic::error("link-broken", format!("`{typed}` is not published"), place)
        .help("take the link out until the page is published; drafts, scheduled and expired pages are not part of the site")
        .help("if that page has a finding of its own, mend it first")
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
    let first: Vec<String> = body.headings.iter().take(NAMED).map(|heading| format!("`#{}`", heading.id)).collect();
    findings.push(match nearest(fragment, ids()) {
        Some(near) => finding.help(format!("link to `#{near}`")),
        None if first.is_empty() => finding.help("link to the page without `#`: it has no headings"),
        None => finding.help(format!("link to a heading of that page, for example {}", first.join(", "))),
    });
}

/// So many headings of a page are named in a help.
const NAMED: usize = 5;

/// A link that leads nowhere, with the file it probably means.
pub(super) fn broken(typed: &str, place: Place, tree: &SourceTree) -> Diagnostic {
    if typed.strip_prefix("@/").is_some_and(|path| tree.find(&format!("content/{path}")).is_some()) {
        return unpublished(typed, place);
    }
    let own = if let Place::Span(span) = place { Some(span.file) } else { None };
    let pages = || tree.under("content/").filter(|(id, _)| Some(*id) != own).map(|(_, file)| &*file.path);
    let finding = Diagnostic::error("link-broken", format!("`{typed}` leads to nothing on this site"), place);
    finding.help(match meant(typed, &pages().chain(pictures(tree)).collect::<Vec<_>>()) {
        Some(path) => format!("link to `@/{path}`, which begins at content/"),
        None => match pages().filter_map(|path| path.strip_prefix("content/")).find(|path| is_ordinary(path)) {
            Some(page) => format!("link to the file of the page that you mean, as in `@/{page}`"),
            None => "link to the file of a page, or take the link out".to_owned(),
        },
    })
}

/// Whether a file is a page that is not the first of its folder.
fn is_ordinary(path: &str) -> bool {
    path.strip_suffix(".md").is_some_and(|name| !name.ends_with("_index"))
}

/// A picture that is not there, with the file it probably means.
fn unseen(typed: &str, place: Place, tree: &SourceTree) -> Diagnostic {
    let finding = Diagnostic::error("image-missing", format!("there is no picture `{typed}`"), place);
    finding.help(match meant(typed, &pictures(tree).collect::<Vec<_>>()) {
        Some(path) => format!("write `@/{path}`, which begins at content/"),
        None => format!("put the file `{typed}` beside the page, or write its name as it is"),
    })
}

/// Files beside pages.
fn pictures(tree: &SourceTree) -> impl Iterator<Item = &str> {
    tree.assets.iter().map(|asset| &*asset.path).filter(|path| path.starts_with("content/"))
}

/// The file that a wrong path probably means: one whose whole path is near, or one of the same or nearly the same name.
fn meant<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let known: Vec<&str> = known.iter().filter_map(|path| path.strip_prefix("content/")).collect();
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let path = typed.trim_start_matches(['.', '/', '@']);
    let last = path.rsplit('/').next().unwrap_or(path);
    let same = known.iter().copied().find(|path| last != "_index.md" && name(path) == last);
    same.or_else(|| nearest(path, known.iter().copied())).or_else(|| {
        let near = nearest(last, known.iter().map(|path| name(path)))?;
        known.iter().copied().find(|path| name(path) == near)
    })
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
            unseen(typed, Place::Span(span), tree)
        };
        findings.push(finding);
    }
    found
}
