//! The type `publication`: a long report as pages, with a cover and its contents.
//!
//! In: a folder's own page of this type. Out: its view with every part and its sections. Not here: the parts themselves,
//! which are pages of their folder, and the way from one to the next (`guide.rs`).

use super::base::sections;
use super::{Context, PageKind, Subject};
use crate::model::page_type::PageType;
use crate::model::view::ChapterView;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Publication,
    template: "publication.html",
    purpose: "a long report as pages, with a cover, its contents and parts",
    complete: |context, subject, prepared| {
        prepared.view.guide = Some(super::guide::view(context, (subject.id, subject.page), subject.id));
        prepared.view.chapters = chapters(context, subject);
        prepared.view.contents.clear();
    },
};

fn chapters(context: &Context<'_>, subject: &Subject<'_>) -> Vec<ChapterView> {
    let children = subject.page.children.iter();
    let chapter = |id: &crate::model::site::PageId| {
        let page = context.site.page(*id)?;
        let part = Subject { id: *id, page, strings: subject.strings, number: 1 };
        Some(ChapterView {
            title: page.document.front.title.clone(),
            url: context.address(&page.url),
            sections: sections(context, &part),
        })
    };
    children.filter_map(chapter).collect()
}
