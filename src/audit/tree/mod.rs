//! A page as a browser would read it: a flat tree in document order, with the place of every tag. The only folder that
//! names html5ever.
//!
//! In: the text of an HTML file. Out: [`Tree`]. Any text gives a tree; nothing here judges it.
//! Not here: what an element means, whether it is seen; that is `page.rs`.

mod build;
mod cursor;
mod straight;

use std::ops::Range;

/// A name of an element or an attribute that is known at compile time: `name!("href")`.
pub(crate) use html5ever::local_name as name;

/// The name of an element or an attribute.
pub(crate) type Name = html5ever::LocalName;

/// A node, by its position in document order; the document itself is 0.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    /// The document.
    pub(crate) const DOCUMENT: Self = Self(0);

    /// The position as an index.
    pub(crate) fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// The whole.
    Document,
    /// An element of HTML.
    Html,
    /// An element of SVG.
    Svg,
    /// An element of `MathML`.
    MathMl,
    /// A run of text.
    Text,
    /// A comment.
    Comment,
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: Kind,
    /// The element's name; empty for anything else.
    pub(crate) name: Name,
    /// The node it stands in; the document stands in itself.
    pub(crate) parent: NodeId,
    /// One past its last descendant.
    pub(crate) end: u32,
    attributes: Range<u32>,
    /// Its words, as a place in those of the tree.
    text: Range<u32>,
    /// Bytes of its start tag; empty where the parser added the element.
    tag: Range<u32>,
}

#[derive(Debug)]
struct Attribute {
    name: Name,
    value: Range<u32>,
}

/// A page as a tree.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// All words of the page: the file itself where they stand there as they are read.
    words: String,
    whole: bool,
}

impl Tree {
    /// Reads HTML as the standard says browsers do.
    pub(crate) fn parse(html: &str) -> Self {
        let otherwise = || if build::has_endless_tag(html) { build::cut() } else { build::build(html) };
        straight::read(html).unwrap_or_else(otherwise)
    }

    /// The words at a place.
    fn words(&self, place: &Range<u32>) -> &str {
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        self.words.get(index(place.start)..index(place.end)).unwrap_or_default()
    }

    /// Whether all of the page is in the tree; what is deeper or longer than any page is left out.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    /// How many nodes there are, the document included.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node. Ids come from this tree, so there always is one; an id of another tree gives the document.
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.index()).unwrap_or(&self.nodes[0])
    }

    /// All nodes in document order.
    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The element's name, empty for text and comments.
    pub(crate) fn name(&self, id: NodeId) -> &Name {
        &self.node(id).name
    }

    /// Whether this is an element of HTML with that name.
    pub(crate) fn is(&self, id: NodeId, name: &Name) -> bool {
        let node = self.node(id);
        node.kind == Kind::Html && node.name == *name
    }

    /// Whether this is an element of any kind.
    pub(crate) fn is_element(&self, id: NodeId) -> bool {
        matches!(self.node(id).kind, Kind::Html | Kind::Svg | Kind::MathMl)
    }

    /// The node it stands in; nothing for the document.
    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id != NodeId::DOCUMENT).then(|| self.node(id).parent)
    }

    /// The nodes it stands in, the nearest first.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |at| self.parent(*at))
    }

    /// The nearest HTML element of that name it stands in.
    pub(crate) fn closest(&self, id: NodeId, name: &Name) -> Option<NodeId> {
        self.ancestors(id).find(|at| self.is(*at, name))
    }

    /// Whether a node stands in another.
    pub(crate) fn is_inside(&self, id: NodeId, ancestor: NodeId) -> bool {
        id > ancestor && id.0 < self.node(ancestor).end
    }

    /// Its children in order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.node(id).end;
        let first = Some(id.0 + 1).filter(|at| *at < end);
        std::iter::successors(first, move |at| Some(self.node(NodeId(*at)).end).filter(|next| *next < end)).map(NodeId)
    }

    /// Everything in it, in document order.
    pub(crate) fn descendants(
        &self,
        id: NodeId,
    ) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + use<> {
        (id.0 + 1..self.node(id).end).map(NodeId)
    }

    /// The next child of its parent.
    pub(crate) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let next = self.node(id).end;
        (id != NodeId::DOCUMENT && next < self.node(self.node(id).parent).end).then_some(NodeId(next))
    }

    /// The value of an attribute; the first when it is given twice.
    pub(crate) fn attribute(&self, id: NodeId, name: &Name) -> Option<&str> {
        self.attributes_of(id).iter().find(|found| found.name == *name).map(|found| self.words(&found.value))
    }

    /// Whether it has an attribute, with any value.
    pub(crate) fn has(&self, id: NodeId, name: &Name) -> bool {
        self.attribute(id, name).is_some()
    }

    /// Its attributes as written.
    pub(crate) fn attributes(&self, id: NodeId) -> impl Iterator<Item = (&Name, &str)> {
        self.attributes_of(id).iter().map(|found| (&found.name, self.words(&found.value)))
    }

    fn attributes_of(&self, id: NodeId) -> &[Attribute] {
        let range = &self.node(id).attributes;
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        self.attributes.get(index(range.start)..index(range.end)).unwrap_or_default()
    }

    /// The words of a text node or a comment; empty for an element.
    pub(crate) fn text(&self, id: NodeId) -> &str {
        self.words(&self.node(id).text)
    }

    /// The words of all text in a node, joined as they stand.
    pub(crate) fn text_content(&self, id: NodeId) -> String {
        let texts = self.descendants(id).filter(|at| self.node(*at).kind == Kind::Text);
        texts.map(|at| self.text(at)).collect()
    }

    /// Whether a node holds text other than white space.
    pub(crate) fn has_text(&self, id: NodeId) -> bool {
        self.descendants(id).any(|at| self.node(at).kind == Kind::Text && !self.text(at).trim().is_empty())
    }

    /// Bytes of the element's start tag in the file; empty where the parser added the element.
    pub(crate) fn tag(&self, id: NodeId) -> Range<u32> {
        self.node(id).tag.clone()
    }
}

#[cfg(test)]
mod tests;
