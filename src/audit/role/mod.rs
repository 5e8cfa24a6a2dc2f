//! The role of each element: what its author says, else what HTML means by it.
//!
//! In: [`Page`]. Out: `page.role(node)`. Tables follow WAI-ARIA 1.2 with DPUB-ARIA and the graphics module, HTML-AAM and
//! ARIA in HTML. Not here: opinions on roles; that is `document/aria/`.

mod attributes;
mod element;
mod facts;
mod implicit;
mod table;

use std::cell::{Cell, OnceCell};

use attributes::aria;
pub(crate) use attributes::{Aria, Attributes, Value, all as all_aria};
pub(crate) use element::{AriaAllowed, aria_allowed, is_naming_prohibited, permitted};
pub(crate) use facts::{Facts, Sort};
pub(crate) use implicit::has_author_name;
pub(crate) use table::Role;

use super::page::Page;
use super::tree::{Kind, Name, NodeId, name};

/// Roles that were asked for, and the elements with attributes of ARIA.
#[derive(Debug)]
pub(crate) struct Roles {
    #[expect(clippy::option_option, reason = "not looked up yet, or looked up and without a role")]
    known: Vec<Cell<Option<Option<Role>>>>,
    marked: OnceCell<Marked>,
}

/// What the page has of ARIA.
#[derive(Debug, Default)]
struct Marked {
    /// Elements with `role` or an attribute that begins with `aria-`, in document order.
    nodes: Vec<NodeId>,
    /// The attributes of ARIA that stand on the page, by their names: few on most.
    known: Vec<(Name, &'static Aria)>,
    /// Whether a name that begins with `aria-` is none of ARIA's.
    has_unknown: bool,
}

impl Roles {
    /// Nothing asked yet, for so many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        Self { known: vec![Cell::new(None); nodes], marked: OnceCell::new() }
    }
}

impl Page<'_> {
    /// The role that assistive technology meets; none for what has no meaning of its own (`div`, `span`), for text and
    /// for elements without a role in the standards.
    pub(crate) fn role(&self, id: NodeId) -> Option<Role> {
        let memory = self.roles.known.get(id.index());
        if let Some(known) = memory.and_then(Cell::get) {
            return known;
        }
        let role = resolved(self, id);
        if let Some(memory) = memory {
            memory.set(Some(role));
        }
        role
    }

    /// The role its author gives it: of a list, the first that exists and is not abstract.
    pub(crate) fn explicit_role(&self, id: NodeId) -> Option<Role> {
        let tokens = self.tree.attribute(id, &name!("role"))?.split_ascii_whitespace();
        tokens.filter_map(Role::of).find(|role| role.facts().sort != Sort::Abstract)
    }

    /// The role that HTML gives it, whatever its author says.
    pub(crate) fn implicit_role(&self, id: NodeId) -> Option<Role> {
        implicit::implicit(self, id)
    }

    /// Whether `role="none"` has no effect here, because people meet the element nonetheless.
    pub(crate) fn keeps_its_role(&self, id: NodeId) -> bool {
        // What is in a frame or a player takes the keyboard, not the element.
        let holds_keyboard = matches!(*self.tree.name(id), name!("audio") | name!("iframe") | name!("video"))
            && !self.tree.has(id, &name!("tabindex"));
        self.has_global_aria(id) || !holds_keyboard && self.is_focusable(id)
    }

    /// Elements with `role` or an attribute that begins with `aria-`, hidden ones too.
    pub(crate) fn with_aria(&self) -> &[NodeId] {
        &self.marked().nodes
    }

    /// The attribute of ARIA of that name, if there is one; for names that stand on the page.
    pub(crate) fn aria(&self, name: &Name) -> Option<&'static Aria> {
        self.marked().known.iter().find(|(known, _)| known == name).map(|(_, aria)| *aria)
    }

    /// Whether an attribute of ARIA of which something holds stands on the page.
    pub(crate) fn has_aria(&self, holds: impl Fn(&Aria) -> bool) -> bool {
        self.marked().known.iter().any(|(_, aria)| holds(aria))
    }

    /// Whether a name that begins with `aria-` and is none of ARIA's stands on the page.
    pub(crate) fn has_unknown_aria(&self) -> bool {
        self.marked().has_unknown
    }

    fn marked(&self) -> &Marked {
        self.roles.marked.get_or_init(|| {
            let mut marked = Marked { nodes: self.with(&name!("role")).to_vec(), ..Marked::default() };
            for (name, nodes) in self.attributes().filter(|(name, _)| name.starts_with("aria-")) {
                marked.nodes.extend(nodes);
                marked.known.extend(aria(name).map(|aria| (name.clone(), aria)));
                marked.has_unknown |= aria(name).is_none();
            }
            marked.nodes.sort_unstable();
            marked.nodes.dedup();
            marked
        })
    }

    /// Whether it has an attribute that ARIA allows on all elements.
    pub(crate) fn has_global_aria(&self, id: NodeId) -> bool {
        self.tree.attributes(id).any(|(name, _)| self.aria(name).is_some_and(|known| known.global))
    }
}

fn resolved(page: &Page<'_>, id: NodeId) -> Option<Role> {
    if !page.tree.is_element(id) {
        return None;
    }
    match page.explicit_role(id) {
        Some(role) if role.is_presentational() && page.keeps_its_role(id) => inherited_or_implicit(page, id),
        Some(role) => Some(role),
        None => inherited_or_implicit(page, id),
    }
}

fn inherited_or_implicit(page: &Page<'_>, id: NodeId) -> Option<Role> {
    let implicit = implicit::implicit(page, id)?;
    inherited(page, id).or(Some(implicit))
}

/// `role="none"` of a list or a table reaches what stands in it by the rules of HTML.
fn inherited(page: &Page<'_>, id: NodeId) -> Option<Role> {
    let mut at = id;
    loop {
        let parent = page.tree.parent(at).filter(|parent| is_required_parent(page, at, *parent))?;
        match page.explicit_role(parent) {
            Some(role) if role.is_presentational() && !page.keeps_its_role(parent) => return Some(role),
            Some(role) if !role.is_presentational() => return None,
            _ => at = parent,
        }
    }
}

fn is_required_parent(page: &Page<'_>, id: NodeId, parent: NodeId) -> bool {
    if page.tree.node(id).kind != Kind::Html || page.tree.node(parent).kind != Kind::Html {
        return false;
    }
    let parents: &[Name] = match *page.tree.name(id) {
        name!("td") | name!("th") => &[name!("tr")],
        name!("tr") => &[name!("thead"), name!("tbody"), name!("tfoot"), name!("table")],
        name!("thead") | name!("tbody") | name!("tfoot") => &[name!("table")],
        name!("li") => &[name!("ol"), name!("ul"), name!("menu")],
        name!("dt") | name!("dd") => &[name!("dl"), name!("div")],
        name!("div") => &[name!("dl")],
        _ => &[],
    };
    parents.contains(page.tree.name(parent))
}

#[cfg(test)]
mod tests;
