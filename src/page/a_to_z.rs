//! Services from A to Z.
//!
//! In: every page of the type `service`. Out: groups by first letter. Not here: other pages.

use std::collections::BTreeMap;

use super::jobs::A_TO_Z;
use super::{Context, Prepared, list, shared};
use crate::model::page_type::PageType;
use crate::model::site::PageId;
use crate::model::slug::slug;
use crate::model::view::{GroupView, ListView};

/// The page.
pub(super) fn a_to_z<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "a-to-z.html",
        kind: "a-to-z",
        url: A_TO_Z,
        title: strings.text("a_to_z.title"),
        summary: strings.text("a_to_z.summary"),
    };
    let mut prepared = shared::generated(context, made);
    let mut letters: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    let mut services: Vec<(String, PageId)> = Vec::new();
    for (index, page) in context.site.pages.iter().enumerate() {
        if page.document.front.kind == PageType::Service && page.is_listed {
            services.push((page.document.front.title.to_lowercase(), PageId::at(index)));
        }
    }
    services.sort();
    for (title, id) in services {
        let letter = title.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().collect());
        letters.entry(letter.unwrap_or_default()).or_default().push(id);
    }
    let groups = letters.into_iter().map(|(letter, pages)| GroupView {
        id: format!("letter-{}", slug(&letter)),
        title: letter,
        url: None,
        items_html: list::entries(context, &pages),
    });
    prepared.view.list = Some(ListView { groups: groups.collect(), ..ListView::default() });
    prepared
}
