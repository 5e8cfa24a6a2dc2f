//! The type `statement`: the accessibility statement in its legal order.
//!
//! In: a page. Out: its view. What makes the type special is its template. Not here: markup.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Statement,
    template: "statement.html",
    purpose: "the accessibility statement in its legal order",
    complete: |_, _, _| {},
};
