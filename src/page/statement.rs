//! The type `statement`: the accessibility statement in its legal order, and how pages were checked.
//!
//! In: a page. Out: its view. Every statement says what a program has checked, with which version, and what only people
//! can check: nobody can leave it out. Not here: markup, words.

use super::PageKind;
use crate::model::page_type::PageType;
use crate::model::view::CheckingView;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Statement,
    template: "statement.html",
    purpose: "the accessibility statement in its legal order",
    complete: |context, _, prepared| {
        let program = context.checked.map(|scope| format!("Candour {}", scope.version));
        prepared.view.checking = Some(CheckingView { program });
    },
};
