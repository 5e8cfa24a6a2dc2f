//! One page as rules see it: the tree with its indexes and with what is hidden.
//!
//! In: a tree and style sheets. Out: [`Page`]. One walk builds it; rules never walk the whole tree for one question.
//! Not here: opinions.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::accname::Names;
use super::document::Gathered;
use super::grid::{Grid, grids};
use super::role::Roles;
use super::styles::{Focus, Sheet, Sheets, Styles};
use super::tree::{Kind, Name, NodeId, Tree, name};

/// A page with its indexes.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The tree.
    pub(crate) tree: &'a Tree,
    /// What style sheets say, as far as it is certain.
    pub(crate) styles: Styles,
    /// What its elements look like when they have the focus.
    pub(crate) focus: Arc<Focus>,
    /// Whether it turns itself against the way the screen is held.
    pub(crate) turns: bool,
    /// Whether every style sheet that it names was read.
    pub(crate) is_styled_for_sure: bool,
    elements: Lists,
    attributes: Lists,
    ids: Vec<(&'a str, NodeId)>,
    states: Vec<u8>,
    pub(super) names: Names,
    texts: OnceCell<Vec<Text<'a>>>,
    grids: OnceCell<Vec<Grid>>,
    pub(super) gathered: Gathered<'a>,
    pub(super) roles: Roles,
}

/// A text that sighted people see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    /// Its node.
    pub(crate) node: NodeId,
    /// Its words as they stand.
    pub(crate) words: &'a str,
}

/// Not rendered at all: `display: none`, `hidden`, what no browser shows.
const UNRENDERED: u8 = 1;
/// Rendered, and not seen: `visibility: hidden`.
const INVISIBLE: u8 = 2;
/// `aria-hidden="true"` here or above.
const ARIA_HIDDEN: u8 = 4;
/// `inert` here or above.
const INERT: u8 = 8;

impl<'a> Page<'a> {
    /// Builds the indexes of a page.
    pub(crate) fn new(tree: &'a Tree, sheets: &Sheets) -> Self {
        let own: Vec<Sheet> = tree
            .all()
            .filter(|id| tree.is(*id, &name!("style")))
            .map(|id| Sheet::parse(&tree.text_content(id)))
            .collect();
        let joined;
        let sheets = if own.is_empty() {
            sheets
        } else {
            joined = sheets.with(own);
            &joined
        };
        let mut page = Self {
            tree,
            styles: sheets.resolve(tree),
            focus: sheets.focus(),
            turns: sheets.turns(),
            is_styled_for_sure: sheets.are_whole(),
            elements: Lists::default(),
            attributes: Lists::default(),
            ids: Vec::with_capacity(32),
            states: vec![0; tree.len()],
            names: Names::new(tree.len()),
            texts: OnceCell::new(),
            grids: OnceCell::new(),
            gathered: Gathered::default(),
            roles: Roles::new(tree.len()),
        };
        for id in tree.all() {
            page.note(id);
        }
        // Stable: of elements with one id, the first comes first, as `getElementById` finds it.
        page.ids.sort_by_key(|(id, _)| *id);
        page
    }

    fn note(&mut self, id: NodeId) {
        let tree = self.tree;
        let mut state = tree.parent(id).and_then(|parent| self.states.get(parent.index())).copied().unwrap_or(0);
        if tree.is_element(id) {
            let name = tree.name(id);
            self.elements.add(name, id);
            for (name, value) in tree.attributes(id) {
                self.attributes.add(name, id);
                match *name {
                    name!("id") => self.ids.push((value, id)),
                    name!("aria-hidden") if value.eq_ignore_ascii_case("true") => state |= ARIA_HIDDEN,
                    name!("inert") => state |= INERT,
                    _ => {}
                }
            }
            // Visibility may come back below; what is not rendered never does.
            state &= !INVISIBLE;
            state |= if self.styles.is_rendered(id) && !self.is_folded_away(id) { 0 } else { UNRENDERED };
            state |= if self.styles.is_visible(id) { 0 } else { INVISIBLE };
        }
        if let Some(slot) = self.states.get_mut(id.index()) {
            *slot = state;
        }
    }

    fn state(&self, id: NodeId) -> u8 {
        self.states.get(id.index()).copied().unwrap_or(0)
    }

    /// Elements with a name, in document order, hidden ones too.
    pub(crate) fn elements(&self, name: &Name) -> &[NodeId] {
        self.elements.of(name)
    }

    /// Elements with a name that assistive technology meets, in document order.
    pub(crate) fn exposed<'p>(&'p self, name: &Name) -> impl Iterator<Item = NodeId> + use<'p, 'a> {
        self.elements(name).iter().copied().filter(|id| self.is_exposed(*id))
    }

    /// The names of all attributes of the page, each with its elements in document order, hidden ones too.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&Name, &[NodeId])> {
        self.attributes.lists.iter().map(|(name, list)| (name, list.as_slice()))
    }

    /// Elements with an attribute, in document order, hidden ones too.
    pub(crate) fn with(&self, attribute: &Name) -> &[NodeId] {
        self.attributes.of(attribute)
    }

    /// Elements with an attribute that assistive technology meets, in document order.
    pub(crate) fn exposed_with<'p>(&'p self, attribute: &Name) -> impl Iterator<Item = NodeId> + use<'p, 'a> {
        self.with(attribute).iter().copied().filter(|id| self.is_exposed(*id))
    }

    /// Texts that sighted people see, in document order, those of white space alone left out.
    pub(crate) fn texts(&self) -> &[Text<'a>] {
        self.texts.get_or_init(|| {
            let mut texts = Vec::with_capacity(self.tree.len() / 4);
            for node in self.tree.all() {
                if self.tree.node(node).kind != Kind::Text || !self.is_seen(node) {
                    continue;
                }
                let words = self.tree.text(node);
                if !words.bytes().all(|byte| byte.is_ascii_whitespace()) {
                    texts.push(Text { node, words });
                }
            }
            texts
        })
    }

    /// Tables that people meet, laid out.
    pub(crate) fn grids(&self) -> &[Grid] {
        self.grids.get_or_init(|| grids(self))
    }

    /// The first element with an id.
    pub(crate) fn by_id(&self, id: &str) -> Option<NodeId> {
        let at = self.ids.partition_point(|(known, _)| *known < id);
        self.ids.get(at).filter(|(known, _)| *known == id).map(|(_, node)| *node)
    }

    /// All ids with their elements, in order of the ids; elements with one id in document order.
    pub(crate) fn ids(&self) -> &[(&'a str, NodeId)] {
        &self.ids
    }

    /// Elements that an attribute names by their ids, in the order given; ids that nothing has are left out.
    pub(crate) fn referred(&self, id: NodeId, attribute: &Name) -> Vec<NodeId> {
        let value = self.tree.attribute(id, attribute).unwrap_or_default();
        value.split_ascii_whitespace().filter_map(|id| self.by_id(id)).collect()
    }

    /// Whether sighted people see it.
    pub(crate) fn is_seen(&self, id: NodeId) -> bool {
        self.state(id) & (UNRENDERED | INVISIBLE) == 0
    }

    /// Whether it is rendered, be it seen or not.
    pub(crate) fn is_rendered(&self, id: NodeId) -> bool {
        self.state(id) & UNRENDERED == 0
    }

    /// Whether assistive technology meets it.
    pub(crate) fn is_exposed(&self, id: NodeId) -> bool {
        self.state(id) == 0
    }

    /// Whether `aria-hidden="true"` stands here or above.
    pub(crate) fn is_aria_hidden(&self, id: NodeId) -> bool {
        self.state(id) & ARIA_HIDDEN != 0
    }

    /// Whether it is inert, here or above.
    pub(crate) fn is_inert(&self, id: NodeId) -> bool {
        self.state(id) & INERT != 0
    }

    /// The bytes of the HTML that show an element: its start tag, else that of the nearest element around it.
    pub(crate) fn place(&self, id: NodeId) -> Range<u32> {
        let around = std::iter::once(id).chain(self.tree.ancestors(id));
        let mut places = around.map(|at| self.tree.tag(at));
        places.find(|place| !place.is_empty()).unwrap_or(0..0)
    }

    /// Whether an element can be reached or clicked by its nature or by `tabindex`, were it not hidden.
    pub(crate) fn is_focusable(&self, id: NodeId) -> bool {
        let tree = self.tree;
        if self.state(id) & (UNRENDERED | INVISIBLE | INERT) != 0 || self.is_disabled(id) {
            return false;
        }
        if tree.attribute(id, &name!("tabindex")).is_some_and(|value| value.trim().parse::<i32>().is_ok()) {
            return true;
        }
        if tree.node(id).kind != Kind::Html {
            return tree.name(id) == &name!("a") && tree.has(id, &name!("href"));
        }
        match *tree.name(id) {
            name!("a") | name!("area") => tree.has(id, &name!("href")),
            name!("input") => {
                tree.attribute(id, &name!("type")).is_none_or(|kind| !kind.eq_ignore_ascii_case("hidden"))
            }
            name!("button") | name!("select") | name!("textarea") | name!("iframe") => true,
            name!("audio") | name!("video") => tree.has(id, &name!("controls")),
            name!("summary") => self.is_summary(id),
            _ => tree.attribute(id, &name!("contenteditable")).is_some_and(|value| value != "false"),
        }
    }

    /// Whether it is the content of a `details` that is closed.
    fn is_folded_away(&self, id: NodeId) -> bool {
        let tree = self.tree;
        let Some(parent) = tree.parent(id) else { return false };
        tree.is(parent, &name!("details")) && !tree.has(parent, &name!("open")) && !self.is_summary(id)
    }

    /// Whether this is the summary that opens its `details`.
    pub(crate) fn is_summary(&self, id: NodeId) -> bool {
        let Some(parent) = self.tree.parent(id) else { return false };
        self.tree.is(parent, &name!("details"))
            && self.tree.children(parent).find(|at| self.tree.is(*at, &name!("summary"))) == Some(id)
    }

    /// Whether a form control is disabled, by itself or by a `fieldset` around it.
    pub(crate) fn is_disabled(&self, id: NodeId) -> bool {
        let tree = self.tree;
        if !matches!(
            *tree.name(id),
            name!("button") | name!("input") | name!("select") | name!("textarea") | name!("fieldset")
        ) {
            return false;
        }
        if tree.has(id, &name!("disabled")) {
            return true;
        }
        let mut below = id;
        for at in tree.ancestors(id) {
            let in_legend = || {
                tree.is(below, &name!("legend"))
                    && tree.children(at).find(|child| tree.is(*child, &name!("legend"))) == Some(below)
            };
            if tree.is(at, &name!("fieldset")) && tree.has(at, &name!("disabled")) && !in_legend() {
                return true;
            }
            below = at;
        }
        false
    }
}

/// Nodes by their names.
#[derive(Debug)]
struct Lists {
    lists: Vec<(Name, Vec<NodeId>)>,
    /// Where the list of a name was found last, by a part of the name's number: a hint, for names share parts.
    hints: [u8; HINTS],
}

const HINTS: usize = 1_024;

impl Default for Lists {
    fn default() -> Self {
        Self { lists: Vec::with_capacity(48), hints: [0; HINTS] }
    }
}

impl Lists {
    fn hint(name: &Name) -> usize {
        usize::try_from(name.get_hash()).unwrap_or(0) % HINTS
    }

    fn place(&self, name: &Name, hint: usize) -> Option<usize> {
        let hinted = self.hints.get(hint).copied().map_or(0, usize::from);
        if self.lists.get(hinted).is_some_and(|(known, _)| known == name) {
            return Some(hinted);
        }
        self.lists.iter().position(|(known, _)| known == name)
    }

    fn of(&self, name: &Name) -> &[NodeId] {
        let place = self.place(name, Self::hint(name));
        place.and_then(|at| self.lists.get(at)).map(|(_, list)| list.as_slice()).unwrap_or_default()
    }

    fn add(&mut self, name: &Name, id: NodeId) {
        let hint = Self::hint(name);
        if let Some((_, list)) = self.place(name, hint).and_then(|at| self.lists.get_mut(at)) {
            list.push(id);
            return;
        }
        if let (Some(hint), Ok(place)) = (self.hints.get_mut(hint), u8::try_from(self.lists.len())) {
            *hint = place;
        }
        let mut list = Vec::with_capacity(16);
        list.push(id);
        self.lists.push((name.clone(), list));
    }
}
