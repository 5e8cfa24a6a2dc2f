//! The type `steps`: a process in order; each heading of level 2 is a step.
//!
//! In: a page. Out: its steps with numbers, and the ranges of the body that are the introduction and each step.
//! Not here: markup; the box on the pages that a step leads to is in `base`.

use super::PageKind;
use super::body::{Words, words};
use crate::model::block::BodySection;
use crate::model::page_type::PageType;
use crate::model::source::offset;
use crate::model::view::StepView;

/// The type.
pub(super) const KIND: PageKind =
    PageKind {
        kind: PageType::Steps,
        template: "steps.html",
        purpose: "a process in order, each step a heading of level 2",
        complete: |context, subject, prepared| {
            let body = &subject.page.document.body;
            let headings: Vec<_> = body.headings.iter().filter(|heading| heading.level == 2).collect();
            let end = (offset(body.html.len()), body.holes.len());
            let starts = headings.iter().map(|heading| (heading.html.start, heading.holes.start));
            let first = starts.clone().next().unwrap_or(end);
            let mut sections = vec![BodySection { html: 0..first.0, fills: 0..first.1 }];
            sections.extend(headings.iter().zip(starts.skip(1).chain([end])).map(|(heading, next)| BodySection {
                html: heading.html.end..next.0,
                fills: heading.holes.end..next.1,
            }));
            prepared.body.sections = sections;
            let step = |(at, heading): (usize, &&crate::model::document::Heading)| StepView {
                number: at + 1,
                id: heading.id.clone(),
                title: words(context, subject.strings, body, Words { text: &heading.text, span: heading.span }),
                body_html: String::new(),
            };
            prepared.view.steps = headings.iter().enumerate().map(step).collect();
            prepared.view.contents.clear();
        },
    };
