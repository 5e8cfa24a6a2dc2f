//! Services from A to Z.
//!
//! In: every page of the type `service`. Out: groups by first letter. Not here: the groups, which `list.rs` makes.

use super::jobs::A_TO_Z;
use super::{Context, Prepared, list, shared};
use crate::model::view::ListView;

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
    prepared.view.list = Some(ListView { groups: list::services(context), ..ListView::default() });
    prepared
}
