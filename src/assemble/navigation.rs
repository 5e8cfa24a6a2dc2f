//! How pages hang together: folders, main sections, news, footer, step by step processes.
//!
//! In: pages with addresses. Out: parents, children in order, sections, places in processes.
//! Not here: what a template shows of it.

use std::cmp::Reverse;

use crate::diag::{Diagnostic, Place};
use crate::model::page_type::PageType;
use crate::model::site::{PageId, Site, StepPlace, Target};
use crate::model::source::SourceTree;

/// Connects pages with the pages of their folders.
pub(super) fn connect(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let parents: Vec<Option<PageId>> = site.pages.iter().map(|page| parent(site, &page.url)).collect();
    for (index, parent) in parents.into_iter().enumerate() {
        let id = PageId::at(index);
        let is_listed = site.page(id).is_some_and(|page| page.is_listed);
        if let Some(page) = site.pages.get_mut(index) {
            page.parent = parent;
        }
        if let Some(above) = parent.and_then(|above| site.pages.get_mut(above.index())).filter(|_| is_listed) {
            above.children.push(id);
        }
    }
    for index in 0..site.pages.len() {
        let mut children = site.pages.get_mut(index).map(|page| std::mem::take(&mut page.children)).unwrap_or_default();
        sort(site, &mut children);
        if let Some(page) = site.pages.get_mut(index) {
            page.children = children;
        }
    }
    lists(site);
    shared_links(site, tree, findings);
}

/// The nearest folder's own page above an address.
fn parent(site: &Site, url: &str) -> Option<PageId> {
    let mut above = url;
    while let Some((shorter, _)) = above.trim_end_matches('/').rsplit_once('/') {
        let folder = url.get(..=shorter.len())?;
        if let Some(id) = site.by_url.get(folder).filter(|id| site.page(**id).is_some_and(|page| page.is_section)) {
            return Some(*id);
        }
        above = folder;
    }
    None
}

/// By weight, then title; news by date, newest first.
fn sort(site: &Site, children: &mut [PageId]) {
    children.sort_by_cached_key(|id| {
        let page = site.page(*id);
        let front = page.map(|page| &page.document.front);
        let newest = front.filter(|front| front.kind == PageType::News).map(|front| Reverse(front.published));
        (
            front.and_then(|front| front.weight).unwrap_or(i64::MAX),
            newest,
            front.map(|front| front.title.to_lowercase()),
            page.map(|page| page.url.clone()),
        )
    });
}

fn lists(site: &mut Site) {
    let front = |id: &PageId| site.page(*id).map(|page| &page.document.front);
    let top = site.home.and_then(|home| site.page(home)).map(|home| home.children.clone()).unwrap_or_default();
    let is_section = |id: &PageId| site.page(*id).is_some_and(|page| page.is_section);
    let sections = top.into_iter().filter(|id| is_section(id) && !front(id).is_some_and(|front| front.extra.unlisted));
    let sections: Vec<PageId> = sections.collect();
    let all = || (0..site.pages.len()).map(PageId::at).filter(|id| site.page(*id).is_some_and(|page| page.is_listed));
    let in_footer = |id: &PageId| {
        front(id).is_some_and(|front| front.extra.footer || matches!(front.kind, PageType::Statement | PageType::Data))
    };
    let mut footer: Vec<PageId> = all().filter(in_footer).collect();
    sort(site, &mut footer);
    let mut news: Vec<PageId> =
        all().filter(|id| front(id).is_some_and(|front| front.kind == PageType::News)).collect();
    news.sort_by_cached_key(|id| {
        (Reverse(front(id).and_then(|front| front.published)), site.page(*id).map(|page| page.url.clone()))
    });
    site.sections = sections;
    site.footer = footer;
    site.news = news;
}

/// The links that the first page gives to every page.
fn shared_links(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let Some(home) = site.home.and_then(|home| site.page(home)) else { return };
    let extra = &home.document.front.extra;
    let mut found = |typed: &Option<String>, key: &str| {
        let typed = typed.as_deref()?;
        let place = Place::Value(home.document.file, key.to_owned());
        match super::links::page(site, tree, tree.path(home.document.file), typed) {
            Some(id) => Some(id),
            None => {
                findings.push(super::links::broken(typed, place, tree));
                None
            }
        }
    };
    let formats = found(&extra.formats, "extra.formats");
    let feedback = found(&extra.feedback, "extra.feedback");
    // The accessible documents policy says it too.
    site.formats = formats.or_else(|| super::only(site, PageType::Documents));
    site.feedback = feedback;
}

/// Tells every page which step by step processes lead to it, once for each process.
pub(super) fn process_places(site: &mut Site) {
    let mut places: Vec<(PageId, StepPlace)> = Vec::new();
    for (index, page) in site.pages.iter().enumerate() {
        if page.document.front.kind != PageType::Steps {
            continue;
        }
        let process = PageId::at(index);
        let body = &page.document.body;
        for (link, target) in body.links.iter().zip(&page.targets) {
            let Target::Page(to, _) = target else { continue };
            let before =
                body.headings.iter().filter(|heading| heading.level == 2 && heading.span.start < link.span.start);
            let Some(step) = before.count().checked_sub(1) else { continue };
            let known = places.iter().any(|(page, place)| page == to && place.process == process);
            if !known && *to != process {
                places.push((*to, StepPlace { process, step }));
            }
        }
    }
    for (id, place) in places {
        if let Some(page) = site.pages.get_mut(id.index()) {
            page.steps.push(place);
        }
    }
}
