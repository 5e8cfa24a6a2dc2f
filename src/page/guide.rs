//! The type `guide`: a subject in parts, with the list of parts and the part before and after.
//!
//! In: a folder's own page of this type, or a page in such a folder. Out: [`GuideView`].
//! Not here: step by step processes, which have an order that matters.

use super::base::link;
use super::{Context, PageKind, Subject};
use crate::model::page_type::PageType;
use crate::model::site::{Page, PageId};
use crate::model::view::{GuideView, LinkView};

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Guide,
    template: "guide.html",
    purpose: "a subject in parts that people read in any order",
    complete: |context, subject, prepared| {
        prepared.view.guide = Some(view(context, (subject.id, subject.page), subject.id));
    },
};

/// The guide that a page is a part of.
pub(super) fn around(context: &Context<'_>, subject: &Subject<'_>) -> Option<GuideView> {
    let id = subject.page.parent?;
    let has_parts = |page: &&Page| matches!(page.document.front.kind, PageType::Guide | PageType::Publication);
    let guide = context.site.page(id).filter(has_parts)?;
    Some(view(context, (id, guide), subject.id))
}

/// A guide or a publication, seen from one of its pages.
pub(super) fn view(context: &Context<'_>, (id, guide): (PageId, &Page), current: PageId) -> GuideView {
    let ids: Vec<PageId> = std::iter::once(id).chain(guide.children.iter().copied()).collect();
    let mut parts: Vec<LinkView> =
        ids.iter().map(|part| LinkView { current: *part == current, ..link(context, *part) }).collect();
    if guide.document.front.kind == PageType::Publication
        && let Some(cover) = parts.first_mut()
    {
        context.strings(&guide.language).text("publication.cover").clone_into(&mut cover.title);
    }
    let at = ids.iter().position(|part| *part == current);
    let beside = |at: Option<usize>| at.and_then(|at| parts.get(at)).cloned();
    GuideView {
        kind: guide.document.front.kind.name(),
        whole_url: super::whole::address(context.site, guide).map(|url| context.address(&url)),
        title: guide.document.front.title.clone(),
        url: context.address(&guide.url),
        previous: beside(at.and_then(|at| at.checked_sub(1))),
        next: beside(at.map(|at| at + 1)),
        parts,
    }
}
