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
    for (index, page) in site.pages.iter().enumerate().filter(|(_, page)| !page.is_variant) {
        for title in &page.document.front.topics {
            let key = slug(title);
            let topic = topics.entry(key.clone()).or_insert_with(|| Topic {
                title: title.clone(),
                url: format!("/topics/{key}/"),
                pages: Vec::new(),
            });
            topic.pages.push(PageId::at(index));
        }
    }
    let keys: BTreeMap<String, usize> = topics.keys().cloned().zip(0..).collect();
    for page in &mut site.pages {
        let typed = page.document.front.topics.iter();
        page.topics = typed.filter_map(|title| keys.get(&slug(title)).copied()).collect();
    }
    let mut list: Vec<Topic> = topics.into_values().collect();
    for topic in &mut list {
        topic.pages.sort_by_cached_key(|id| {
            site.page(*id).map(|page| (page.document.front.title.to_lowercase(), page.url.clone()))
        });
        topic.pages.dedup();
    }
    site.topics = list;
}
