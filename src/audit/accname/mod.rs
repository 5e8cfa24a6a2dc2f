//! What assistive technology calls an element, by Accessible Name and Description Computation 1.2 with the mappings of
//! HTML and SVG.
//!
//! In: a page, an element. Out: its name, where the name is from, its description. Each name is worked out once.
//! What a style sheet adds by `content` is not part of a name here. Not here: whether the name is any good.

mod label;
mod native;
mod part;
mod walk;
mod words;

use std::cell::{Cell, OnceCell};

use super::page::Page;
use super::tree::{NodeId, name};
use label::Labels;
use walk::{Walk, Way};

/// Where a name comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NameFrom {
    /// There is no name.
    Nothing,
    /// Working it out would take too long: nobody may say that there is none.
    Unknown,
    /// Words elsewhere on the page, by `aria-labelledby`.
    LabelledBy,
    /// The attribute `aria-label`.
    AriaLabel,
    /// Elements `label`.
    Label,
    /// The attribute `alt`.
    Alt,
    /// The attribute `value` of a button, `label` of an option.
    Value,
    /// Words that the browser puts in, in its own language: "Submit".
    Browser,
    /// A part that names the whole: `legend`, `caption`, `figcaption`, `title` in SVG.
    Part,
    /// Its own content.
    Content,
    /// The attribute `title`.
    Title,
    /// The attribute `placeholder`.
    Placeholder,
}

/// Steps that all names of any page may take together, and as many again for each of its nodes: names that refer to each
/// other without end are cut.
const FEWEST_STEPS: usize = 100_000;
const STEPS_PER_NODE: usize = 4;

/// The names that were worked out.
#[derive(Debug)]
pub(super) struct Names {
    known: Vec<OnceCell<Option<Box<Named>>>>,
    labels: OnceCell<Labels>,
    steps_left: Cell<usize>,
}

#[derive(Debug)]
struct Named {
    words: String,
    from: NameFrom,
}

impl Names {
    /// None known yet, for a page with so many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        let known = std::iter::repeat_with(OnceCell::new).take(nodes).collect();
        Self { known, labels: OnceCell::new(), steps_left: Cell::new(FEWEST_STEPS + STEPS_PER_NODE * nodes) }
    }

    /// Takes steps; says whether there were any left.
    fn take(&self, steps: usize) -> bool {
        let left = self.steps_left.get();
        self.steps_left.set(left.saturating_sub(steps));
        left > 0
    }
}

impl Page<'_> {
    /// The accessible name of an element; empty when it has none or nobody meets it.
    pub(crate) fn name(&self, id: NodeId) -> &str {
        self.named(id).map_or("", |named| &named.words)
    }

    /// Where the accessible name of an element is from.
    pub(crate) fn name_from(&self, id: NodeId) -> NameFrom {
        self.named(id).map_or(NameFrom::Nothing, |named| named.from)
    }

    /// Whether it is certain that an element has no name.
    pub(crate) fn is_nameless(&self, id: NodeId) -> bool {
        self.named(id).is_none()
    }

    /// The `label` elements of a form control, in document order.
    pub(crate) fn labels(&self, control: NodeId) -> impl Iterator<Item = NodeId> {
        self.names.labels.get_or_init(|| Labels::of(self)).of_control(control)
    }

    /// The form control that a `label` element labels.
    pub(crate) fn labelled_control(&self, label: NodeId) -> Option<NodeId> {
        label::control_of(self, label)
    }

    /// The accessible description of an element.
    pub(crate) fn description(&self, id: NodeId) -> String {
        let mut walk = Walk::new(self, id);
        walk.references(&name!("aria-describedby"));
        if walk.is_empty() {
            let given = self.attribute_of(id, "aria-description");
            walk.words.push(given.unwrap_or_default());
        }
        if walk.is_empty() && self.name_from(id) != NameFrom::Title {
            walk.words.push(self.tree.attribute(id, &name!("title")).unwrap_or_default());
        }
        walk.words.done()
    }

    /// An attribute that html5ever has no constant for.
    fn attribute_of(&self, id: NodeId, name: &str) -> Option<&str> {
        self.tree.attributes(id).find(|(known, _)| &***known == name).map(|(_, value)| value)
    }

    fn named(&self, id: NodeId) -> Option<&Named> {
        let slot = self.names.known.get(id.index())?;
        if slot.get().is_none() {
            let mut walk = Walk::new(self, id);
            let from = walk.element(id, Way::default());
            let words = walk.words.done();
            let is_empty = words.is_empty() && from != NameFrom::Unknown;
            // Set by a name on the way to itself at most, to the same.
            let _ = slot.set((!is_empty).then(|| Box::new(Named { words, from })));
        }
        slot.get()?.as_deref()
    }
}

#[cfg(test)]
mod tests;
