//! The list of pages to make: from files, and the lists that no file holds.
//!
//! In: the site. Out: jobs in a fixed order. Not here: making them.

use super::{LIST_LENGTH, entry, whole};
use crate::model::page_type::PageType;
use crate::model::site::{PageId, Site};

/// One page to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// A page from a file; the number counts the pages of its list from 1.
    Page(PageId, usize),
    /// A guide or a publication on one page.
    Whole(PageId),
    /// A page of a topic's list.
    Topic(usize, usize),
    /// All topics.
    Topics,
    /// Services from A to Z.
    AToZ,
    /// An entry of the directory.
    Entry(usize),
    /// A page of a list of entries.
    EntryList(usize, usize),
    /// About the Open Referral feed.
    DirectoryFeed,
    /// Search.
    Search,
    /// All pages.
    SiteMap,
    /// What a host shows for an address that does not exist.
    NotFound,
    /// A page at an old address that leads on.
    Redirect(usize),
}

/// Address of the topics' page.
pub(super) const TOPICS: &str = "/topics/";
/// Address of the services from A to Z.
pub(super) const A_TO_Z: &str = "/services-a-to-z/";
/// Address of the list of all pages.
pub(super) const SITE_MAP: &str = "/site-map/";
/// Address of the search page.
pub(super) const SEARCH: &str = "/search/";
/// Address of the page for addresses that do not exist.
pub(super) const NOT_FOUND: &str = "/404.html";

/// Every page of the site. A file at the address of a generated page replaces it.
pub fn jobs(site: &Site) -> Vec<Job> {
    let mut jobs = Vec::with_capacity(site.pages.len() + site.topics.len() + 8);
    for (index, page) in site.pages.iter().enumerate() {
        let pages = match page.document.front.kind {
            kind if lists_children(kind) => pages_of(page.children.len()),
            PageType::Directory => entry::pages_of(site.directory.entries.len()),
            _ => 1,
        };
        jobs.extend((1..=pages).map(|number| Job::Page(PageId::at(index), number)));
        jobs.extend(whole::address(site, page).map(|_| Job::Whole(PageId::at(index))));
    }
    for (index, topic) in site.topics.iter().enumerate() {
        jobs.extend((1..=pages_of(topic.pages.len())).map(|number| Job::Topic(index, number)));
    }
    if !site.topics.is_empty() && !site.by_url.contains_key(TOPICS) {
        jobs.push(Job::Topics);
    }
    if has_services(site) && !site.by_url.contains_key(A_TO_Z) {
        jobs.push(Job::AToZ);
    }
    directory(site, &mut jobs);
    if site.settings.search && !site.by_url.contains_key(SEARCH) {
        jobs.push(Job::Search);
    }
    if !site.by_url.contains_key(SITE_MAP) {
        jobs.push(Job::SiteMap);
    }
    jobs.push(Job::NotFound);
    jobs.extend((0..site.redirects.len()).map(Job::Redirect));
    jobs
}

/// Entries of the directory, the lists of them, and what the feed is.
fn directory(site: &Site, jobs: &mut Vec<Job>) {
    let directory = &site.directory;
    if directory.page.is_some() {
        jobs.extend((0..directory.entries.len()).map(Job::Entry));
    }
    for (index, list) in directory.lists.iter().enumerate() {
        jobs.extend((1..=entry::pages_of(list.entries.len())).map(|number| Job::EntryList(index, number)));
    }
    if !directory.entries.is_empty() && !site.by_url.contains_key(entry::FEED) {
        jobs.push(Job::DirectoryFeed);
    }
}

/// Whether a type shows the list of its folder.
pub(super) fn lists_children(kind: PageType) -> bool {
    kind == PageType::Landing
}

/// Whether there is anything to list from A to Z.
pub(super) fn has_services(site: &Site) -> bool {
    site.pages.iter().any(|page| page.document.front.kind == PageType::Service)
}

/// How many pages a list takes, at least one.
pub(super) fn pages_of(entries: usize) -> usize {
    entries.div_ceil(LIST_LENGTH).max(1)
}

/// Address of a page of a list: the first is the list's own.
pub(super) fn numbered(url: &str, number: usize) -> String {
    if number <= 1 { url.to_owned() } else { format!("{url}page/{number}/") }
}
