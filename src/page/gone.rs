//! The type `gone`: what stands at the address of a page that was taken down.
//!
//! In: a page. Out: its view, which no list shows and search engines leave out. Not here: the rules that make a web host
//! answer with status 410, which are in `export/hosts.rs`.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Gone,
    template: "gone.html",
    purpose: "what stands at the address of a page that was taken down: why, and where to go instead",
    complete: |_, _, _| {},
};
