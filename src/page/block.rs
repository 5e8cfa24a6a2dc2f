//! Directives into blocks.
//!
//! In: a directive with its attributes. Out: [`BlockView`] with everything its template prints.
//! Not here: markup. Unknown directives were reported when they were parsed.

use super::base::resolved_contact;
use super::{Context, Subject};
use crate::diag::Diagnostic;
use crate::model::block::BlockView;
use crate::model::document::Directive;

/// The block of a directive.
pub(super) fn block(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let attribute = |key: &str| directive.attribute(key).unwrap_or_default().to_owned();
    match directive.name.as_str() {
        "action" => BlockView::Action,
        "information" | "warning" => {
            BlockView::Callout { kind: directive.name.clone(), title: directive.attribute("title").map(str::to_owned) }
        }
        "contact" => match context.site.contacts.get(&attribute("id")) {
            Some(contact) => BlockView::Contact(Box::new(resolved_contact(context, contact))),
            None => BlockView::Nothing,
        },
        "details" => BlockView::Details { summary: attribute("summary") },
        "duties" => BlockView::Duties(super::duties(context, directive.attribute("pack"), subject.strings)),
        "chart" | "table" => super::evidence_blocks::of_metric(context, subject, directive, findings),
        "figures" => super::evidence_blocks::cards(context, subject, directive, findings),
        "metric-summary" => super::processes::summary(context, subject, directive, findings),
        "metric-grid" => super::processes::grid(context, subject, directive, findings),
        "savings" => super::evidence_blocks::savings(context, subject, directive, findings),
        "timeline" => super::evidence_blocks::milestones(context, subject, directive, findings),
        "picture" => BlockView::PictureRow,
        "quote" => BlockView::Quote { by: attribute("by"), consent: attribute("consent") },
        "steps" => BlockView::Steps,
        _ => BlockView::Nothing,
    }
}
