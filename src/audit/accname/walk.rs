//! The computation itself, step by step as it is published.
//!
//! In: an element and how it was come to. Out: pieces of its name. Not here: what each element of HTML names itself by.

use super::NameFrom;
use super::native;
use super::part::{self, Control};
use super::words::Words;
use crate::audit::page::Page;
use crate::audit::tree::{Kind, Name, NodeId, name};

/// How the computation came to a node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Way {
    /// From above, while a name is gathered from content.
    pub(super) is_below: bool,
    /// Along `aria-labelledby` or `aria-describedby`, which are followed once.
    pub(super) is_referred: bool,
    /// From the control that a `label` belongs to.
    pub(super) is_label: bool,
    /// What the reference led to is hidden, so hidden words count.
    pub(super) is_hidden: bool,
}

/// One computation.
#[derive(Debug)]
pub(super) struct Walk<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) words: Words,
    /// The element whose name it is.
    pub(super) origin: NodeId,
    /// What references led to: each is followed once.
    followed: Vec<NodeId>,
    /// How many elements deep it is.
    depth: u32,
}

/// Deeper than any page, with the references that lead on from there.
const DEEPEST: u32 = 800;

impl<'p, 'a> Walk<'p, 'a> {
    /// Begins at an element.
    pub(super) fn new(page: &'p Page<'a>, origin: NodeId) -> Self {
        Self { page, words: Words::default(), origin, followed: Vec::new(), depth: 0 }
    }

    /// Whether nothing has been said yet.
    pub(super) fn is_empty(&self) -> bool {
        self.words.len() == 0
    }

    /// Adds what an element is called. Returns where that is from.
    pub(super) fn element(&mut self, id: NodeId, way: Way) -> NameFrom {
        if self.depth >= DEEPEST || !self.page.names.take(1) {
            return NameFrom::Unknown;
        }
        if is_passed_over(self.page, id, way) {
            return NameFrom::Nothing;
        }
        self.depth += 1;
        let from = self.steps(id, way);
        self.depth -= 1;
        from
    }

    fn steps(&mut self, id: NodeId, way: Way) -> NameFrom {
        let before = self.words.len();
        let steps: [fn(&mut Self, NodeId, Way) -> NameFrom; 6] =
            [Self::labelled_by, Self::value, Self::aria_label, Self::native, Self::content, Self::title];
        for step in steps {
            let from = step(self, id, way);
            if self.words.len() > before || from == NameFrom::Unknown {
                return from;
            }
        }
        NameFrom::Nothing
    }

    /// Adds what the elements are called that an attribute of the origin refers to.
    pub(super) fn references(&mut self, attribute: &Name) -> NameFrom {
        self.follow(self.origin, attribute)
    }

    fn follow(&mut self, id: NodeId, attribute: &Name) -> NameFrom {
        let mut from = NameFrom::LabelledBy;
        let ids = self.page.tree.attribute(id, attribute);
        if !self.may_read(ids.unwrap_or_default()) {
            return NameFrom::Unknown;
        }
        if ids.is_none() {
            return from;
        }
        for target in self.page.referred(id, attribute) {
            if !self.may_follow(target) {
                continue;
            }
            let is_hidden = !is_met(self.page, target);
            let way = Way { is_referred: true, is_hidden, ..Way::default() };
            self.words.space();
            if self.element(target, way) == NameFrom::Unknown {
                from = NameFrom::Unknown;
            }
            self.words.space();
        }
        from
    }

    /// Notes that a reference is followed; says whether it is the first to lead there.
    fn may_follow(&mut self, target: NodeId) -> bool {
        let is_new = self.page.names.take(1 + self.followed.len() / 8) && !self.followed.contains(&target);
        self.followed.push(target);
        is_new
    }

    /// Pays for reading a text.
    fn may_read(&self, text: &str) -> bool {
        self.page.names.take(1 + text.len() / 16)
    }

    /// Pays for reading all that is in an element at once.
    pub(super) fn may_read_all(&self, id: NodeId) -> bool {
        self.page.names.take(self.page.tree.descendants(id).len())
    }

    fn labelled_by(&mut self, id: NodeId, way: Way) -> NameFrom {
        if way.is_referred {
            return NameFrom::Nothing;
        }
        self.follow(id, &name!("aria-labelledby"))
    }

    /// The value of a control that stands inside the name of something else.
    fn value(&mut self, id: NodeId, way: Way) -> NameFrom {
        let is_inside = way.is_below || way.is_referred;
        if !is_inside || id == self.origin {
            return NameFrom::Nothing;
        }
        match part::control(self.page, id) {
            Some(Control::Text) => native::typed(self, id),
            Some(Control::Choice) => native::chosen(self, id),
            Some(Control::Range) => native::set(self, id),
            None => return NameFrom::Nothing,
        }
        NameFrom::Value
    }

    fn aria_label(&mut self, id: NodeId, _way: Way) -> NameFrom {
        self.words.push(self.page.tree.attribute(id, &name!("aria-label")).unwrap_or_default());
        NameFrom::AriaLabel
    }

    fn native(&mut self, id: NodeId, way: Way) -> NameFrom {
        if part::is_presentational(self.page, id) { NameFrom::Nothing } else { native::name(self, id, way) }
    }

    fn content(&mut self, id: NodeId, way: Way) -> NameFrom {
        let is_read = way.is_below || way.is_referred || way.is_label || part::is_named_by_content(self.page, id);
        if !is_read || part::is_closed(self.page.tree, id) {
            return NameFrom::Nothing;
        }
        let below = Way { is_below: true, ..way };
        let mut from = NameFrom::Content;
        for child in self.page.tree.children(id) {
            if self.node(child, below) == NameFrom::Unknown {
                from = NameFrom::Unknown;
            }
        }
        let owned = self.page.tree.attribute(id, &name!("aria-owns"));
        if owned.is_some_and(|ids| self.may_read(ids)) {
            for owned in self.page.referred(id, &name!("aria-owns")) {
                let is_new = self.may_follow(owned) && !self.page.tree.is_inside(owned, id);
                if is_new && self.node(owned, below) == NameFrom::Unknown {
                    from = NameFrom::Unknown;
                }
            }
        }
        from
    }

    fn node(&mut self, id: NodeId, way: Way) -> NameFrom {
        let tree = self.page.tree;
        match tree.node(id).kind {
            Kind::Text => {
                let text = tree.text(id);
                self.words.push(text);
                if self.may_read(text) { NameFrom::Content } else { NameFrom::Unknown }
            }
            Kind::Html | Kind::Svg | Kind::MathMl if id != self.origin => {
                let stands_apart = part::stands_apart(tree, id);
                if stands_apart {
                    self.words.space();
                }
                let from = self.element(id, way);
                if stands_apart {
                    self.words.space();
                }
                from
            }
            _ => NameFrom::Nothing,
        }
    }

    fn title(&mut self, id: NodeId, _way: Way) -> NameFrom {
        let tree = self.page.tree;
        let Some(title) = tree.attribute(id, &name!("title")) else { return NameFrom::Nothing };
        if part::is_presentational(self.page, id) && !tree.is(id, &name!("iframe")) {
            return NameFrom::Nothing;
        }
        self.words.push(title);
        NameFrom::Title
    }

    /// Adds the words of an element that names another, hidden or not.
    pub(super) fn naming(&mut self, id: NodeId, way: Way) -> bool {
        let before = self.words.len();
        let is_hidden = way.is_hidden || !is_met(self.page, id);
        self.words.space();
        self.element(id, Way { is_label: true, is_below: false, is_hidden, ..way });
        self.words.space();
        self.words.len() > before
    }
}

/// Whether assistive technology meets an element; an `area` has no box of its own, and is met all the same.
fn is_met(page: &Page<'_>, id: NodeId) -> bool {
    let asked = if page.tree.is(id, &name!("area")) { page.tree.parent(id).unwrap_or(id) } else { id };
    page.is_exposed(asked) && !(asked != id && page.is_aria_hidden(id))
}

/// Whether an element adds nothing because nobody meets it.
fn is_passed_over(page: &Page<'_>, id: NodeId, way: Way) -> bool {
    if !way.is_hidden {
        return !is_met(page, id);
    }
    matches!(
        *page.tree.name(id),
        name!("script") | name!("style") | name!("template") | name!("noscript") | name!("metadata") | name!("defs")
    )
}
