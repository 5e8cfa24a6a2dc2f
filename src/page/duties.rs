//! The coverage of duties: each with the pages that say they meet it, gaps first.
//!
//! In: packs and claims. Out: [`DutiesView`], for the directive `duties` and for `candour list duties`.
//! A clause's number is handed on only when the pack confirms it. Not here: markup, JSON.

use super::{Context, date_view};
use crate::model::block::{DutiesView, DutyPageView, DutyView, GapView, PackView};
use crate::model::duty::{Checking, Duty};
use crate::model::strings::Strings;

/// The coverage of all packs, or of one.
pub fn duties(context: &Context<'_>, only: Option<&str>, strings: &Strings) -> DutiesView {
    let mut view = DutiesView::default();
    for pack in context.site.packs.iter().filter(|pack| only.is_none_or(|only| pack.pack == only)) {
        let mut duties: Vec<DutyView> = pack.duties.iter().map(|duty| one(context, duty, strings)).collect();
        duties.sort_by_key(|duty| !duty.pages.is_empty());
        for duty in duties.iter().filter(|duty| duty.pages.is_empty()) {
            view.gaps.push(GapView { title: duty.title.clone(), pack: pack.title.clone() });
        }
        view.packs.push(PackView {
            pack: pack.pack.clone(),
            title: pack.title.clone(),
            publisher: pack.publisher.clone(),
            checked: pack.checked.map(|date| date_view(date, strings)),
            duties,
        });
    }
    view
}

fn one(context: &Context<'_>, duty: &Duty, strings: &Strings) -> DutyView {
    let pages = context.site.meets.get(&duty.id).map(Vec::as_slice).unwrap_or_default();
    let pages = pages.iter().filter_map(|id| context.site.page(*id)).map(|page| DutyPageView {
        title: page.document.front.title.clone(),
        url: context.address(&page.url),
        owner: page.document.front.owner.clone(),
        review_by: page.document.front.review_by.map(|date| date_view(date, strings)),
    });
    DutyView {
        id: duty.id.clone(),
        title: duty.title.clone(),
        text: duty.text.clone(),
        audience: duty.audience.clone(),
        clause: duty.clause.clone().filter(|_| duty.status == Checking::Confirmed),
        status: duty.status.name(),
        source: duty.source.clone(),
        pages: pages.collect(),
    }
}
