//! The type `report`: an impact report with figures.
//!
//! In: a page. Out: its view with the status of its release, its next update, what was corrected, and what stands behind
//! its figures. Not here: markup.

use super::about::rows;
use super::figure_table::capitalised;
use super::{Context, PageKind, Prepared, Subject, date_view};
use crate::model::page_type::PageType;
use crate::model::view::{ContentsView, CorrectionView, ReportView};
use crate::model::wording::status;

/// The type.
pub(super) const KIND: PageKind =
    PageKind { kind: PageType::Report, template: "report.html", purpose: "an impact report with figures", complete };

/// Ids of the sections that the program adds.
const NEXT_UPDATE: &str = "report-next-update";
const CORRECTIONS: &str = "report-corrections";
const ABOUT: &str = "report-about-figures";

fn complete<'a>(context: &Context<'a>, subject: &Subject<'a>, prepared: &mut Prepared<'a>) {
    let report = &subject.page.document.front.report;
    let strings = subject.strings;
    let mut corrections: Vec<_> = report.corrections.iter().collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date));
    let view = ReportView {
        status: report.status.map(|word| capitalised(status(word, strings))),
        next_update: report.next_update.as_ref().map(|next| {
            next.date.map_or_else(
                || next.text.clone(),
                |date| strings.fill("report.next_update_on", &[("date", &date_view(date, strings).words)]),
            )
        }),
        corrections: corrections
            .into_iter()
            .map(|correction| CorrectionView {
                date: date_view(correction.date, strings),
                place: correction.place.clone(),
                note: correction.note.clone(),
            })
            .collect(),
        figures: rows(context, subject),
    };
    let added = [
        (NEXT_UPDATE, "report.next_update", view.next_update.is_some()),
        (CORRECTIONS, "report.corrections", !view.corrections.is_empty()),
        (ABOUT, "about_figures.title", !view.figures.is_empty()),
    ];
    let contents = &mut prepared.view.contents;
    if !contents.is_empty() {
        let there = added.into_iter().filter(|(_, _, is_there)| *is_there);
        contents
            .extend(there.map(|(id, key, _)| ContentsView { id: id.to_owned(), text: strings.text(key).to_owned() }));
    }
    prepared.view.report = Some(view);
}
