//! The type `news`: a dated announcement.
//!
//! In: a page. Out: its view. What makes the type special is its template. Not here: markup.

use super::PageKind;
use crate::model::page_type::PageType;

/// The type.
pub(super) const KIND: PageKind =
    PageKind { kind: PageType::News, template: "news.html", purpose: "a dated announcement", complete: |_, _, _| {} };
