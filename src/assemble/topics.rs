//! Topics: subjects that gather pages across folders.
//!
//! In: the `topics:` of pages. Out: topics in order of their names, each with its pages by title, and each page's topics.
//! Not here: the lists' pages and pagination.

use std::collections::BTreeMap;

use crate::model::site::{PageId, Site, Topic};
use crate::model::slug::slug;

/// Gathers topics; names that differ only in case or punctuation are one, spelt as first met.
pub(super) fn gather(site: &mut Site) {
    let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
    // Pages mostly spell a topic alike, so each spelling becomes a slug once.
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for page in &site.pages {
        for title in &page.document.front.topics {
            if !spellings.contains_key(title) {
                spellings.insert(title.clone(), slug(title));
            }
            if let Some(key) = spellings.get(title).filter(|key| page.is_listed && !topics.contains_key(*key)) {
                let topic = Topic { title: title.clone(), url: format!("/topics/{key}/"), pages: Vec::new() };
                topics.insert(key.clone(), topic);
            }
        }
    }
    let positions: BTreeMap<String, usize> = topics.keys().cloned().zip(0..).collect();
    for page in &mut site.pages {
        let keys = page.document.front.topics.iter().filter_map(|title| spellings.get(title));
        page.topics = keys.filter_map(|key| positions.get(key).copied()).collect();
    }
    let mut list: Vec<Topic> = topics.into_values().collect();
    for id in by_title(site) {
        for at in site.page(id).map(|page| page.topics.as_slice()).unwrap_or_default() {
            if let Some(topic) = list.get_mut(*at).filter(|topic| topic.pages.last() != Some(&id)) {
                topic.pages.push(id);
            }
        }
    }
    site.topics = list;
}

/// The pages of the site by title; sorted once, so that every topic's pages come in order.
fn by_title(site: &Site) -> Vec<PageId> {
    let pages = site.pages.iter().enumerate().filter(|(_, page)| page.is_listed);
    let mut ids: Vec<PageId> = pages.map(|(index, _)| PageId::at(index)).collect();
    ids.sort_by_cached_key(|id| {
        site.page(*id).map(|page| (page.document.front.title.to_lowercase(), page.url.clone()))
    });
    ids
}
