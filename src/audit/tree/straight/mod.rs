//! A page that is well formed, read straight into the tree.
//!
//! In: the text of an HTML file. Out: the same [`Tree`] that `build.rs` makes of it; nothing where any rule of the standard
//! beyond "put it here" would be needed: a tag left out or misplaced, an attribute twice, a reference without its end.
//! What programs write is read here in a fifth of the time; what is left goes to html5ever. Not here: mending anything.

mod names;
mod places;
mod references;
mod scope;
mod tag;

use std::ops::Range;

use super::{Kind, Name, Node, NodeId, Tree, name};
use crate::model::source::offset;
use names::Role;
use scope::{Open, Stage};

/// Deeper or longer pages are cut, which is not done here.
const DEEPEST: usize = 500;
const MOST_NODES: usize = 900_000;
/// More attributes are not compared with one another here.
const MOST_ATTRIBUTES: usize = 100;

/// Reads a page, if it is well formed.
pub(super) fn read(html: &str) -> Option<Tree> {
    // What is read as another sign than it is. Asked of all bytes at once, which processors do many at a time.
    let odd = html.bytes().fold(0, |odd, byte| odd | u8::from(byte == b'\r') | u8::from(byte == 0));
    if odd != 0 || html.starts_with('\u{feff}') {
        return None;
    }
    let mut words = String::with_capacity(html.len() + html.len() / 8);
    words.push_str(html);
    let tree = Tree {
        nodes: Vec::with_capacity(html.len() / 24 + 8),
        attributes: Vec::with_capacity(html.len() / 40 + 8),
        words,
        whole: true,
    };
    let (open, reference) = (Vec::with_capacity(32), next_reference(html, 0));
    let mut reader = Reader { html, at: 0, reference, stage: Stage::Start, open, has_form: false, tree };
    reader.put(Kind::Document, name!(""), 0..0);
    reader.page()?;
    Some(reader.tree)
}

/// Where the next `&` is.
fn next_reference(html: &str, from: usize) -> usize {
    html.get(from..).and_then(|rest| rest.find('&')).map_or(html.len(), |length| from + length)
}

/// Whether a byte is white space as pages have it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\x0C')
}

/// Where reading is.
struct Reader<'a> {
    html: &'a str,
    at: usize,
    /// Where the next `&` is, seen from the last place that was asked about; the end where there is none.
    reference: usize,
    stage: Stage,
    /// Elements that have not ended.
    open: Vec<Open<'a>>,
    /// Whether one of them is a form.
    has_form: bool,
    tree: Tree,
}

impl Reader<'_> {
    fn page(&mut self) -> Option<()> {
        loop {
            let rest = self.html.as_bytes().get(self.at..)?;
            let space = rest.iter().position(|byte| !is_space(*byte)).unwrap_or(rest.len());
            let words = rest.get(space..)?.iter().position(|byte| *byte == b'<').unwrap_or(rest.len() - space);
            let run = space + words;
            if run > 0 {
                self.text(self.at..self.at + run, words == 0)?;
            }
            self.at += run;
            match rest.get(run + 1) {
                Some(b'/') => self.end_tag()?,
                Some(b'!') => self.declaration()?,
                Some(byte) if byte.is_ascii_lowercase() => self.start_tag()?,
                None if run == rest.len() => break,
                _ => return None,
            }
        }
        let end = offset(self.tree.nodes.len());
        let ended = matches!(self.stage, Stage::AfterBody | Stage::End);
        for node in self.open.iter().map(|open| open.node).chain([NodeId::DOCUMENT]) {
            self.tree.nodes.get_mut(node.index())?.end = end;
        }
        ended.then_some(())
    }

    /// The element that what comes next stands in.
    fn around(&self) -> NodeId {
        self.open.last().map_or(NodeId::DOCUMENT, |open| open.node)
    }

    /// Puts a node behind all others, into the element that is open.
    fn put(&mut self, kind: Kind, name: Name, text: Range<u32>) -> NodeId {
        let id = NodeId(offset(self.tree.nodes.len()));
        let attributes = offset(self.tree.attributes.len());
        self.tree.nodes.push(Node {
            kind,
            name,
            parent: self.around(),
            end: id.0 + 1,
            attributes: attributes..attributes,
            text,
            tag: 0..0,
        });
        id
    }

    fn text(&mut self, run: Range<usize>, is_space: bool) -> Option<()> {
        if !is_space && !self.holds_words() {
            return None;
        }
        match self.stage {
            Stage::Start | Stage::BeforeHtml | Stage::BeforeHead => return Some(()),
            Stage::AfterBody | Stage::End => self.more_text(self.html.get(run)?),
            _ => {
                let words = self.filled(run)?;
                self.put(Kind::Text, name!(""), words);
            }
        }
        Some(())
    }

    /// The words at a place of the file, which may be written with references.
    fn filled(&mut self, run: Range<usize>) -> Option<Range<u32>> {
        if self.reference < run.start {
            self.reference = next_reference(self.html, run.start);
        }
        if run.end <= self.reference {
            return Some(offset(run.start)..offset(run.end));
        }
        references::filled(self.html.get(run)?, &mut self.tree.words)
    }

    /// White space behind the body belongs to the text at its end.
    fn more_text(&mut self, typed: &str) {
        let around = self.around();
        let last = self.tree.nodes.last().filter(|node| node.kind == Kind::Text && node.parent == around);
        let before = last.map(|node| node.text.clone());
        let start = offset(self.tree.words.len());
        if let Some(before) = before.clone() {
            let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
            self.tree.words.extend_from_within(index(before.start)..index(before.end));
        }
        self.tree.words.push_str(typed);
        let whole = start..offset(self.tree.words.len());
        match self.tree.nodes.last_mut() {
            Some(node) if before.is_some() => node.text = whole,
            _ => drop(self.put(Kind::Text, name!(""), whole)),
        }
    }

    /// A comment, or the type of the document.
    fn declaration(&mut self) -> Option<()> {
        let rest = self.html.get(self.at..)?;
        let kind = rest.get(..15).filter(|kind| kind.eq_ignore_ascii_case("<!doctype html>"));
        if kind.is_some() && self.stage == Stage::Start {
            self.stage = Stage::BeforeHtml;
            self.at += 15;
            return Some(());
        }
        let comment = rest.strip_prefix("<!--")?;
        let length = comment.find("--")?;
        let is_plain = comment.get(length + 2..)?.starts_with('>') && !comment.starts_with(['>', '-']);
        if !is_plain || matches!(self.stage, Stage::Start | Stage::AfterBody | Stage::End) {
            return None;
        }
        let start = self.at + 4;
        self.put(Kind::Comment, name!(""), offset(start)..offset(start + length));
        self.at = start + length + 3;
        Some(())
    }

    fn end_tag(&mut self) -> Option<()> {
        let rest = self.html.as_bytes().get(self.at + 2..)?;
        let typed = rest.get(..rest.iter().position(|byte| *byte == b'>')?)?;
        self.at += typed.len() + 3;
        let open = self.open.last()?;
        match (self.stage, open.role) {
            (Stage::AfterBody, _) if typed == b"html" => {
                self.stage = Stage::End;
                return Some(());
            }
            _ if open.name.as_bytes() != typed => return None,
            (Stage::Body, Role::Body) => {
                self.stage = Stage::AfterBody;
                return Some(());
            }
            (Stage::Head, Role::Head) => self.stage = Stage::AfterHead,
            (Stage::Body, role) if role != Role::Html => {}
            _ => return None,
        }
        self.has_form &= open.role != Role::Form;
        let end = offset(self.tree.nodes.len());
        let node = open.node;
        self.open.pop();
        self.tree.nodes.get_mut(node.index())?.end = end;
        Some(())
    }

    fn start_tag(&mut self) -> Option<()> {
        let start = self.at;
        let typed = tag::word(self.html, start + 1)?;
        let foreign = self.open.last().is_some_and(|open| open.role == Role::Foreign);
        let (name, role) = if foreign { names::svg(typed)? } else { names::html(typed)? };
        self.stage = self.stage_after(role)?;
        let kind = if role == Role::Foreign || role == Role::Point { Kind::Svg } else { Kind::Html };
        let id = self.put(kind, name, 0..0);
        self.at += 1 + typed.len();
        let ended = self.attributes(kind == Kind::Svg)?;
        let (attributes, end) = (offset(self.tree.attributes.len()), self.at);
        let node = self.tree.nodes.last_mut()?;
        node.attributes.end = attributes;
        node.tag = offset(start)..offset(end);
        if self.tree.nodes.len() > MOST_NODES || self.open.len() > DEEPEST {
            return None;
        }
        match role {
            Role::Void | Role::HeadVoid | Role::Column | Role::Rule => return Some(()),
            Role::Raw | Role::Title | Role::Area => return if ended { None } else { self.raw(typed, role, id) },
            Role::Foreign | Role::Point if ended => return Some(()),
            _ if ended => return None,
            // The line end right behind it is none of its text.
            Role::Pre if self.html.get(end..)?.starts_with('\n') => self.at += 1,
            _ => {}
        }
        self.has_form |= role == Role::Form;
        let scope = self.scope_in(role);
        self.open.push(Open { node: id, name: typed, role, scope });
        Some(())
    }

    /// Everything up to the end tag is one text.
    fn raw(&mut self, typed: &str, role: Role, id: NodeId) -> Option<()> {
        if role == Role::Area && self.html.get(self.at..)?.starts_with('\n') {
            self.at += 1;
        }
        let rest = self.html.get(self.at..)?;
        let is_end = |at: &usize| {
            let name = rest.get(at + 2..at + 2 + typed.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(typed))
        };
        let length = rest.match_indices("</").map(|(at, _)| at).find(is_end)?;
        let text = rest.get(..length)?;
        let behind = rest.get(length + 2..)?.strip_prefix(typed)?;
        if !behind.starts_with('>') || (typed == "script" && text.contains("<!--")) {
            return None;
        }
        if !text.is_empty() {
            let run = self.at..self.at + length;
            let words = match role {
                Role::Raw => offset(run.start)..offset(run.end),
                _ => self.filled(run)?,
            };
            let text = self.put(Kind::Text, name!(""), words);
            self.tree.nodes.last_mut()?.parent = id;
            self.tree.nodes.get_mut(id.index())?.end = text.0 + 1;
        }
        self.at += length + typed.len() + 3;
        Some(())
    }
}

#[cfg(test)]
mod tests;
