//! The type `landing`: a folder's own page with the list of what is in it.
//!
//! In: a page. Out: its view with the list, paged when it is long. Not here: deeper folders' pages.

use super::{PageKind, list};
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Landing,
    template: "landing.html",
    purpose: "a section: what is in it, and common tasks",
    complete: |context, subject, prepared| {
        let place = list::Place { url: &subject.page.url, number: subject.number };
        prepared.view.list = Some(list::list(context, &subject.page.children, place));
    },
};
