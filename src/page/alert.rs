//! The type `alert`: a message that stands at the top of pages until its last day.
//!
//! In: pages of the type. Out: for each page of a section, the alerts of the whole site and of that section, the gravest
//! first. Not here: whether an alert is over; an expired page is no part of the site.

use super::{Context, PageKind};
use crate::model::alert_view::AlertView;
use crate::model::page_type::PageType;
use crate::model::site::{Page, PageId, Site};

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Alert,
    template: "page.html",
    purpose: "a message for the top of every page, or of the pages of its section, until its last day",
    complete: |_, _, _| {},
};

/// The alerts for pages of a main section, or for those of none.
pub(super) fn alerts(context: &Context<'_>, language: &str, current: Option<PageId>) -> Vec<AlertView> {
    let site = context.site;
    let is_alert = |page: &&Page| page.document.front.kind == PageType::Alert && page.language == language;
    let mut alerts: Vec<&Page> = site.pages.iter().filter(is_alert).collect();
    alerts.retain(|page| section(site, page).is_none_or(|section| Some(section) == current));
    alerts.sort_by_key(|page| (std::cmp::Reverse(page.document.front.level), page.url.clone()));
    let view = |page: &Page| AlertView {
        level: page.document.front.level.name(),
        title: page.document.front.title.clone(),
        summary: page.document.front.summary.clone(),
        url: (!page.document.body.html.trim().is_empty()).then(|| context.address(&page.url)),
    };
    alerts.into_iter().map(view).collect()
}

/// The main section that an alert stands in; an alert elsewhere is for the whole site.
fn section(site: &Site, page: &Page) -> Option<PageId> {
    let mut above = page.parent;
    while let Some(id) = above {
        if site.sections.contains(&id) {
            return Some(id);
        }
        above = site.page(id).and_then(|page| page.parent);
    }
    None
}
