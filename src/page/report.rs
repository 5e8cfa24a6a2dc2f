//! The type `report`: an impact report with figures.
//!
//! In: a page. Out: its view. What makes the type special is its template. Not here: markup.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Report,
    template: "report.html",
    purpose: "an impact report with figures",
    complete: |_, _, _| {},
};
