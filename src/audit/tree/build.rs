//! The tree while it grows: html5ever's construction into an arena, then laid out in document order.
//!
//! In: the text. Out: [`Tree`]. Not here: reading the tree.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute as Read, QualName, TokenizerResult, local_name, ns};

use super::cursor::Cursor;
use super::{Attribute, Kind, Name, Node, NodeId, Tree};
use crate::model::source::offset;

const NONE: usize = usize::MAX;

/// Deeper elements are left out, as browsers do: looking for what an end tag closes takes as long as the page is deep.
const DEEPEST: u32 = 512;

/// More nodes are left out: a page of this size has 30 MB.
const MOST_NODES: usize = 1_000_000;

/// One tag with more attributes is not read.
const MOST_ATTRIBUTES: usize = 50_000;

/// Reads HTML into a tree.
pub(super) fn build(html: &str) -> Tree {
    let sink =
        Growing { grown: RefCell::new(Grown::new(html.len())), tag: RefCell::default(), quirks: Cell::new(false) };
    // As with scripts on: what is in `noscript` is one text and no part of the page.
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(sink, options);
    let placed = Placed { builder, cursor: RefCell::new(Cursor::new(html)), cut: Cell::new(false) };
    let tokenizer = Tokenizer::new(placed, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    let whole = !tokenizer.sink.cut.get();
    tokenizer.sink.builder.sink.grown.into_inner().laid_out(whole)
}

/// The tree of a page that is not read.
pub(super) fn cut() -> Tree {
    Grown::new(0).laid_out(false)
}

/// Whether one tag has more attributes than anybody writes: the tokenizer compares each with all before it.
pub(super) fn has_endless_tag(html: &str) -> bool {
    if html.len() <= 2 * MOST_ATTRIBUTES {
        return false;
    }
    let between = html.as_bytes().split(|byte| *byte == b'>');
    let ends = |byte: &&u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
    between.filter(|run| run.len() > 2 * MOST_ATTRIBUTES).any(|run| run.iter().filter(ends).count() > MOST_ATTRIBUTES)
}

/// Tokens on their way to the tree, each with its place noted.
struct Placed<'a> {
    builder: TreeBuilder<usize, Growing>,
    cursor: RefCell<Cursor<'a>>,
    /// Whether part of the page was left out.
    cut: Cell<bool>,
}

impl TokenSink for Placed<'_> {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        match &token {
            Token::TagToken(Tag { kind: TagKind::StartTag, name, .. }) => {
                let place = self.cursor.borrow_mut().start_tag(name);
                *self.builder.sink.tag.borrow_mut() = Some((name.clone(), offset(place.start)..offset(place.end)));
                if !self.builder.sink.grown.borrow().has_room() {
                    self.cut.set(true);
                    return TokenSinkResult::Continue;
                }
            }
            Token::TagToken(tag) => self.cursor.borrow_mut().end_tag(&tag.name),
            Token::CommentToken(words) => self.cursor.borrow_mut().comment(words),
            Token::DoctypeToken(_) => self.cursor.borrow_mut().comment(""),
            _ => {}
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A node while nodes may still move.
struct Loose {
    kind: Kind,
    name: QualName,
    attributes: Vec<Read>,
    text: StrTendril,
    tag: Range<u32>,
    parent: usize,
    first: usize,
    last: usize,
    before: usize,
    after: usize,
    depth: u32,
}

/// The arena.
struct Grown(Vec<Loose>);

struct Growing {
    grown: RefCell<Grown>,
    /// The start tag that is being read.
    tag: RefCell<Option<(Name, Range<u32>)>>,
    quirks: Cell<bool>,
}

impl Grown {
    fn new(bytes: usize) -> Self {
        let mut grown = Self(Vec::with_capacity(bytes / 32 + 8));
        grown.add(Kind::Document, QualName::new(None, ns!(), local_name!("")));
        grown
    }

    fn add(&mut self, kind: Kind, name: QualName) -> usize {
        self.0.push(Loose {
            kind,
            name,
            attributes: Vec::new(),
            text: StrTendril::new(),
            tag: 0..0,
            parent: NONE,
            first: NONE,
            last: NONE,
            before: NONE,
            after: NONE,
            depth: 0,
        });
        self.0.len() - 1
    }

    fn add_text(&mut self, kind: Kind, text: StrTendril) -> usize {
        let at = self.add(kind, QualName::new(None, ns!(), local_name!("")));
        if let Some(node) = self.0.get_mut(at) {
            node.text = text;
        }
        at
    }

    /// Puts a node into a parent before a sibling, or last.
    fn insert(&mut self, parent: usize, node: usize, sibling: usize) {
        self.detach(node);
        let before = if sibling == NONE { self.0[parent].last } else { self.0[sibling].before };
        self.0[node].parent = parent;
        self.0[node].depth = self.0[parent].depth + 1;
        self.0[node].before = before;
        self.0[node].after = sibling;
        if before == NONE {
            self.0[parent].first = node;
        } else {
            self.0[before].after = node;
        }
        if sibling == NONE { self.0[parent].last = node } else { self.0[sibling].before = node }
    }

    /// Whether another element may be added here.
    fn has_room(&self) -> bool {
        self.0.len() < MOST_NODES && self.0.last().is_none_or(|node| node.depth < DEEPEST)
    }

    fn detach(&mut self, node: usize) {
        let Loose { parent, before, after, .. } = self.0[node];
        if parent == NONE {
            return;
        }
        if before == NONE {
            self.0[parent].first = after;
        } else {
            self.0[before].after = after;
        }
        if after == NONE {
            self.0[parent].last = before;
        } else {
            self.0[after].before = before;
        }
        let node = &mut self.0[node];
        (node.parent, node.before, node.after) = (NONE, NONE, NONE);
    }

    /// Adds a node or text; text joins text that stands right before it.
    fn place(&mut self, parent: usize, child: NodeOrText<usize>, sibling: usize) {
        let node = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let before = if sibling == NONE { self.0[parent].last } else { self.0[sibling].before };
                if before != NONE && self.0[before].kind == Kind::Text {
                    self.0[before].text.push_tendril(&text);
                    return;
                }
                self.add_text(Kind::Text, text)
            }
        };
        self.insert(parent, node, sibling);
    }

    /// The tree in document order, without the content of templates, which is no part of the page.
    fn laid_out(mut self, whole: bool) -> Tree {
        let mut tree =
            Tree { nodes: Vec::with_capacity(self.0.len()), attributes: Vec::new(), words: String::new(), whole };
        // Nodes whose end is not known yet, in the new numbering.
        let mut open: Vec<u32> = Vec::new();
        let mut at = 0;
        loop {
            let id = offset(tree.nodes.len());
            let parent = open.last().copied().unwrap_or(0);
            let first = self.0[at].first;
            let node = self.taken(at, NodeId(parent), &mut tree);
            tree.nodes.push(node);
            open.push(id);
            if first != NONE {
                at = first;
                continue;
            }
            loop {
                let end = offset(tree.nodes.len());
                if let Some(node) = open.pop().and_then(|id| tree.nodes.get_mut(NodeId(id).index())) {
                    node.end = end;
                }
                if open.is_empty() {
                    return tree;
                }
                let Loose { after, parent, .. } = self.0[at];
                if after != NONE {
                    at = after;
                    break;
                }
                at = parent;
            }
        }
    }

    fn taken(&mut self, at: usize, parent: NodeId, tree: &mut Tree) -> Node {
        let loose = &mut self.0[at];
        let first = offset(tree.attributes.len());
        for read in std::mem::take(&mut loose.attributes) {
            let value = added(&mut tree.words, &read.value);
            tree.attributes.push(Attribute { name: read.name.local, value });
        }
        Node {
            kind: loose.kind,
            name: loose.name.local.clone(),
            parent,
            end: 0,
            attributes: first..offset(tree.attributes.len()),
            text: added(&mut tree.words, &std::mem::take(&mut loose.text)),
            tag: loose.tag.clone(),
        }
    }
}

/// Adds words to those of the tree.
fn added(words: &mut String, more: &str) -> Range<u32> {
    let start = offset(words.len());
    words.push_str(more);
    start..offset(words.len())
}

impl TreeSink for Growing {
    type Handle = usize;
    type Output = ();
    type ElemName<'a> = ExpandedOwned;

    fn finish(self) {}

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> ExpandedOwned {
        let grown = self.grown.borrow();
        let QualName { ns, local, .. } = &grown.0[*target].name;
        ExpandedOwned { ns: ns.clone(), local: local.clone() }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Read>, _flags: ElementFlags) -> usize {
        let mut read = self.tag.borrow_mut();
        // Elements that the parser adds come before the one that was typed, and have other names or come again later.
        let typed = read.take_if(|(typed, _)| *typed == name.local || name.ns != ns!(html));
        let mut grown = self.grown.borrow_mut();
        let kind = match name.ns {
            ns!(svg) => Kind::Svg,
            ns!(mathml) => Kind::MathMl,
            _ => Kind::Html,
        };
        let at = grown.add(kind, name);
        grown.0[at].attributes = attributes;
        grown.0[at].tag = typed.map(|(_, place)| place).unwrap_or_default();
        at
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.grown.borrow_mut().add_text(Kind::Comment, text)
    }

    fn create_pi(&self, _target: StrTendril, text: StrTendril) -> usize {
        self.create_comment(text)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.grown.borrow_mut().place(*parent, child, NONE);
    }

    fn append_based_on_parent_node(&self, element: &usize, before: &usize, child: NodeOrText<usize>) {
        let has_parent = self.grown.borrow().0[*element].parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(before, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        // One tree holds all; what is in a `template` is told from the rest when the page is read.
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode == QuirksMode::Quirks);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let mut grown = self.grown.borrow_mut();
        let parent = grown.0[*sibling].parent;
        if parent != NONE {
            grown.place(parent, child, *sibling);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Read>) {
        let node = &mut self.grown.borrow_mut().0[*target];
        for attribute in attributes {
            if node.attributes.iter().all(|known| known.name != attribute.name) {
                node.attributes.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.grown.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut grown = self.grown.borrow_mut();
        loop {
            let child = grown.0[*node].first;
            if child == NONE {
                return;
            }
            grown.insert(*new_parent, child, NONE);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &usize) -> bool {
        let grown = self.grown.borrow();
        let encoding = grown.0[*handle].attributes.iter().find(|found| found.name.local == local_name!("encoding"));
        encoding.is_some_and(|found| {
            found.value.eq_ignore_ascii_case("text/html") || found.value.eq_ignore_ascii_case("application/xhtml+xml")
        })
    }
}

/// A name with its namespace, on its own because the arena may not stay borrowed.
#[derive(Debug)]
pub(super) struct ExpandedOwned {
    ns: html5ever::Namespace,
    local: Name,
}

impl ElemName for ExpandedOwned {
    fn ns(&self) -> &html5ever::Namespace {
        &self.ns
    }

    fn local_name(&self) -> &Name {
        &self.local
    }
}
