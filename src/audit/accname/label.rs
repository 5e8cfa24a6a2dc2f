//! Which `label` belongs to which form control.
//!
//! In: a page. Out: pairs. A `for` decides; a label without one belongs to the first control in it. Not here: words.

use crate::audit::page::Page;
use crate::audit::tree::{NodeId, Tree, name};

/// Labels of a page, sorted by their controls.
#[derive(Debug)]
pub(super) struct Labels(Vec<(NodeId, NodeId)>);

impl Labels {
    /// Pairs up a page's labels.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let labels = page.elements(&name!("label")).iter();
        let mut pairs: Vec<_> = labels.filter_map(|label| Some((control_of(page, *label)?, *label))).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// The labels of a control in document order.
    pub(super) fn of_control(&self, control: NodeId) -> impl Iterator<Item = NodeId> {
        let first = self.0.partition_point(|(known, _)| *known < control);
        let from = self.0.get(first..).unwrap_or_default().iter();
        from.take_while(move |(known, _)| *known == control).map(|(_, label)| *label)
    }
}

/// The control that a label is for.
pub(super) fn control_of(page: &Page<'_>, label: NodeId) -> Option<NodeId> {
    let tree = page.tree;
    match tree.attribute(label, &name!("for")) {
        Some(id) => page.by_id(id).filter(|found| is_labelable(tree, *found)),
        None => tree.descendants(label).find(|below| is_labelable(tree, *below)),
    }
}

/// Whether an element can have a label at all.
fn is_labelable(tree: &Tree, id: NodeId) -> bool {
    match *tree.name(id) {
        name!("input") => tree.attribute(id, &name!("type")).is_none_or(|kind| !kind.eq_ignore_ascii_case("hidden")),
        name!("button")
        | name!("meter")
        | name!("output")
        | name!("progress")
        | name!("select")
        | name!("textarea") => true,
        _ => false,
    }
}
