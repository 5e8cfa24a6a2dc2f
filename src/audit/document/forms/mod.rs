//! Rules about forms: what people are asked for, and whether they can tell.

mod autocomplete_unknown;
mod choices_without_group;
mod field_label_hidden;
mod field_label_missing;
mod field_label_placeholder;
mod field_label_several;
mod field_label_title;
mod form_submit_missing;
mod group_legend_missing;
mod label_for_nothing;

use crate::audit::page::Page;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &autocomplete_unknown::RULE,
    &choices_without_group::RULE,
    &field_label_hidden::RULE,
    &field_label_missing::RULE,
    &field_label_placeholder::RULE,
    &field_label_several::RULE,
    &field_label_title::RULE,
    &form_submit_missing::RULE,
    &group_legend_missing::RULE,
    &label_for_nothing::RULE,
];

/// The kind of an `input`, in small letters; `text` where none is given.
fn kind(page: &Page<'_>, id: NodeId) -> String {
    let given = page.tree.attribute(id, &name!("type")).map(|kind| kind.trim().to_ascii_lowercase());
    given.filter(|kind| !kind.is_empty()).unwrap_or_else(|| "text".to_owned())
}

/// Whether an `input` is a button or hidden: nothing to fill in.
fn is_no_field(page: &Page<'_>, id: NodeId) -> bool {
    page.tree.is(id, &name!("input"))
        && matches!(kind(page, id).as_str(), "hidden" | "image" | "button" | "submit" | "reset")
}

/// What people fill in, of all that assistive technology meets, in document order.
fn fields(page: &Page<'_>) -> Vec<NodeId> {
    let all = page.exposed(&name!("input")).chain(page.exposed(&name!("select")));
    let mut fields: Vec<_> = all.chain(page.exposed(&name!("textarea"))).filter(|id| !is_no_field(page, *id)).collect();
    fields.sort_unstable();
    fields
}

/// How many of some nodes, given in document order, stand in another.
fn count_in(page: &Page<'_>, nodes: &[NodeId], around: NodeId) -> usize {
    let first = nodes.partition_point(|node| *node <= around);
    let after = nodes.get(first..).unwrap_or_default();
    after.partition_point(|node| page.tree.is_inside(*node, around))
}
