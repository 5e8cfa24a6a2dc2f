//! The type `home`: the site's first page, with its main sections.
//!
//! In: a page. Out: its view with the sections as a list. Not here: the folder's other pages.

use super::PageKind;
use crate::model::page_type::PageType;
use crate::model::view::ListView;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Home,
    template: "home.html",
    purpose: "the first page: common tasks and the main sections",
    complete: |context, _, prepared| {
        let items_html = super::list::entries(context, &context.site.sections);
        prepared.view.list = Some(ListView { items_html, ..ListView::default() });
    },
};
