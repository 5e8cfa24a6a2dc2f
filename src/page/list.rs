//! Lists of pages, paged when they are long, or by their first letter.
//!
//! In: pages in order. Out: [`ListView`] with the shared HTML of each entry. Not here: the order.

use std::collections::BTreeMap;

use super::jobs::{numbered, pages_of};
use super::{Context, LIST_LENGTH};
use crate::model::page_type::PageType;
use crate::model::site::PageId;
use crate::model::slug::slug;
use crate::model::view::{GroupView, ListView, PaginationView};

/// Which page of which list.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) url: &'a str,
    pub(super) number: usize,
}

/// One page of a list.
pub(super) fn list(context: &Context<'_>, pages: &[PageId], place: Place<'_>) -> ListView {
    let from = (place.number - 1).saturating_mul(LIST_LENGTH).min(pages.len());
    let to = (from + LIST_LENGTH).min(pages.len());
    let of = pages_of(pages.len());
    let address = |number: usize| context.address(&numbered(place.url, number));
    let pagination = (of > 1).then(|| PaginationView {
        number: place.number,
        of,
        previous: (place.number > 1).then(|| address(place.number - 1)),
        next: (place.number < of).then(|| address(place.number + 1)),
    });
    ListView { items_html: entries(context, pages.get(from..to).unwrap_or_default()), groups: Vec::new(), pagination }
}

/// The HTML of entries, one below the other.
pub(super) fn entries(context: &Context<'_>, pages: &[PageId]) -> String {
    let items: Vec<&str> = pages.iter().filter_map(|id| context.items.get(id.index())).map(String::as_str).collect();
    items.join("\n")
}

/// The services by their first letter.
pub(super) fn services(context: &Context<'_>) -> Vec<GroupView> {
    let mut letters: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    let mut services: Vec<(String, PageId)> = Vec::new();
    for (index, page) in context.site.pages.iter().enumerate() {
        if page.document.front.kind == PageType::Service && page.is_listed {
            services.push((page.document.front.title.to_lowercase(), PageId::at(index)));
        }
    }
    services.sort();
    for (title, id) in services {
        let letter = title.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().collect());
        letters.entry(letter.unwrap_or_default()).or_default().push(id);
    }
    let groups = letters.into_iter().map(|(letter, pages)| GroupView {
        id: format!("letter-{}", slug(&letter)),
        title: letter,
        url: None,
        items_html: entries(context, &pages),
    });
    groups.collect()
}
