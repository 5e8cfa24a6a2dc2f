//! The coverage of duties: each with the pages that say they meet it and what they lack, gaps first.
//!
//! In: packs and claims. Out: [`DutiesView`], for the page type and the directive `duties` and for `candour list duties`.
//! A clause's number is handed on only when the pack confirms it. Not here: markup, JSON.

use super::{Context, PageKind, date_view};
use crate::model::block::{DutiesView, DutyPageView, DutyView, GapView, PackView};
use crate::model::duty::{Checking, Claim, Duty, Lack, Standing};
use crate::model::page_type::PageType;
use crate::model::strings::Strings;
use crate::model::view::ContentsView;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Duties,
    template: "duties.html",
    purpose: "how the site meets its duties on information",
    complete: |context, subject, prepared| {
        let strings = subject.strings;
        prepared.view.duties = Some(duties(context, None, strings));
        if !prepared.view.contents.is_empty() {
            let text = strings.text("duties.title").to_owned();
            prepared.view.contents.push(ContentsView { id: "duties".to_owned(), text });
        }
    },
};

/// The coverage of all packs, or of one.
pub fn duties(context: &Context<'_>, only: Option<&str>, strings: &Strings) -> DutiesView {
    let mut view = DutiesView::default();
    for pack in context.site.packs.iter().filter(|pack| only.is_none_or(|only| pack.pack == only)) {
        let standing = |duty: &Duty| Standing::of(claims(context, duty));
        let mut duties: Vec<(Standing, DutyView)> =
            pack.duties.iter().map(|duty| (standing(duty), one(context, duty, strings))).collect();
        duties.sort_by_key(|(standing, _)| *standing);
        for (standing, duty) in duties.iter().filter(|(standing, _)| *standing != Standing::Met) {
            view.gaps.push(GapView { title: duty.title.clone(), pack: pack.title.clone(), standing: standing.name() });
        }
        view.packs.push(PackView {
            pack: pack.pack.clone(),
            title: pack.title.clone(),
            publisher: pack.publisher.clone(),
            checked: pack.checked.map(|date| date_view(date, strings)),
            duties: duties.into_iter().map(|(_, duty)| duty).collect(),
        });
    }
    view
}

fn claims<'a>(context: &Context<'a>, duty: &Duty) -> &'a [Claim] {
    context.site.meets.get(&duty.id).map(Vec::as_slice).unwrap_or_default()
}

fn one(context: &Context<'_>, duty: &Duty, strings: &Strings) -> DutyView {
    let claims = claims(context, duty);
    let pages = claims.iter().filter_map(|claim| claiming(context, claim, strings));
    DutyView {
        id: duty.id.clone(),
        title: duty.title.clone(),
        text: duty.text.clone(),
        audience: duty.audience.clone(),
        clause: duty.clause.clone().filter(|_| duty.status == Checking::Confirmed),
        status: duty.status.name(),
        source: duty.source.clone(),
        checked: duty.checked.map(|date| date_view(date, strings)),
        checked_by: duty.checked_by.clone(),
        standing: Standing::of(claims).name(),
        pages: pages.collect(),
    }
}

fn claiming(context: &Context<'_>, claim: &Claim, strings: &Strings) -> Option<DutyPageView> {
    let page = context.site.page(claim.page)?;
    let front = &page.document.front;
    Some(DutyPageView {
        title: front.title.clone(),
        url: context.address(&page.url),
        file: page.document.file,
        at: claim.at,
        owner: front.owner.clone(),
        last_reviewed: front.last_reviewed.map(|date| date_view(date, strings)),
        reviewed_by: front.reviewed_by.clone(),
        review_by: front.review_by.map(|date| date_view(date, strings)),
        standing: claim.standing().name(),
        lacks: claim.lacks.iter().map(|lack| in_words(context, lack, strings)).collect(),
    })
}

fn in_words(context: &Context<'_>, lack: &Lack, strings: &Strings) -> String {
    match lack {
        Lack::Section(words) => strings.fill("duties.lack.section", &[("words", words)]),
        Lack::Contact => strings.text("duties.lack.contact").to_owned(),
        Lack::Block(name) => strings.fill("duties.lack.block", &[("name", name)]),
        Lack::Link(id) => {
            let known = context.site.packs.iter().flat_map(|pack| &pack.duties).find(|duty| duty.id == *id);
            let title = known.map_or(id.as_str(), |duty| duty.title.as_str());
            strings.fill("duties.lack.link", &[("title", title)])
        }
        Lack::Review => strings.text("duties.lack.review").to_owned(),
        Lack::Withdrawn => strings.text("duties.lack.withdrawn").to_owned(),
    }
}
