//! Duties: which pages say that they meet which.
//!
//! In: packs and the `meets:` of pages. Out: pages by duty, and findings for ids that no pack has.
//! Source of the first packs: Care Act 2014 section 4, NICE NG86, NICE QS182.
//! Not here: whether a page really does; what the coverage page shows.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Place};
use crate::model::site::{PageId, Site};
use crate::model::slug::nearest;

/// Gathers the claims of all pages.
pub(super) fn claims(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = site.packs.iter().flat_map(|pack| &pack.duties).map(|duty| duty.id.as_str()).collect();
    let mut meets: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    for (index, page) in site.pages.iter().enumerate() {
        for (at, id) in page.document.front.meets.iter().enumerate() {
            if known.contains(&id.as_str()) {
                meets.entry(id.clone()).or_default().push(PageId::at(index));
                continue;
            }
            let place = Place::Value(page.document.file, format!("meets.{at}"));
            let finding = Diagnostic::error("duty-unknown", format!("no pack has a duty `{id}`"), place)
                .on_page(page.url.clone());
            findings.push(match nearest(id, known.iter().copied()) {
                Some(near) => finding.help(format!("write `{near}`")),
                None => finding.help("use an id from a file in data/guidance/"),
            });
        }
    }
    for pages in meets.values_mut() {
        pages.sort_by_cached_key(|id| site.page(*id).map(|page| page.url.clone()));
        pages.dedup();
    }
    site.meets = meets;
}
