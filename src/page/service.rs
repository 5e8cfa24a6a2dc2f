//! The type `service`: one thing a person can ask for.
//!
//! In: a page. Out: its view. What makes the type special is its template. Not here: markup.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Service,
    template: "service.html",
    purpose: "one thing a person can ask for",
    complete: |_, _, _| {},
};
