//! The type `page`: anything that is nothing more special, and the parts of a guide.
//!
//! In: a page. Out: its view, with the guide it belongs to. Not here: the guide's own page.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Page,
    template: "page.html",
    purpose: "one subject that people read about",
    complete: |context, subject, prepared| {
        prepared.view.guide = super::guide::around(context, subject);
        if prepared.view.guide.is_some() {
            prepared.view.template = super::guide::KIND.template;
        }
    },
};
