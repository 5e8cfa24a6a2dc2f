//! The list of all pages, for people.
//!
//! In: the sections and their pages. Out: a group for each section. Not here: `sitemap.xml`, which is for search engines.

use super::jobs::SITE_MAP;
use super::{Context, LIST_LENGTH, Prepared, list, shared};
use crate::model::site::PageId;
use crate::model::slug::slug;
use crate::model::view::{GroupView, ListView};

/// A folder with more pages than this is shown as itself only; its own page has the list.
const MOST: usize = LIST_LENGTH * 3;

/// The page.
pub(super) fn site_map<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "site-map.html",
        kind: "site-map",
        url: SITE_MAP,
        title: strings.text("site_map.title"),
        summary: strings.text("site_map.summary"),
    };
    let mut prepared = shared::generated(context, made);
    let home = context.site.home.and_then(|home| context.site.page(home));
    let top = home.map(|home| home.children.as_slice()).unwrap_or_default();
    let groups = top.iter().filter_map(|id| {
        let page = context.site.page(*id)?;
        let title = page.document.front.title.clone();
        Some(GroupView {
            // Two pages may have one title, never one address.
            id: slug(&page.url),
            url: Some(context.address(&page.url)),
            items_html: list::entries(context, &below(context, *id)),
            title,
        })
    });
    prepared.view.list = Some(ListView { groups: groups.collect(), ..ListView::default() });
    prepared
}

/// The pages of a folder and of the folders in it, in order.
fn below(context: &Context<'_>, id: PageId) -> Vec<PageId> {
    let children = context.site.page(id).map(|page| page.children.as_slice()).unwrap_or_default();
    if children.len() > MOST {
        return Vec::new();
    }
    children.iter().flat_map(|child| std::iter::once(*child).chain(below(context, *child))).collect()
}
