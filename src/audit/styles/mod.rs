//! What style sheets say of each element, as far as the files alone decide it.
//!
//! In: a tree and its sheets. Out: [`Styles`]. Where anything is uncertain, nothing is said.
//! Not here: opinions on the values.

use super::tree::{Kind, NodeId, Tree, name};

/// A style sheet that was read once.
#[derive(Debug, Default)]
pub struct Sheet;

impl Sheet {
    /// Reads a style sheet. Faults are skipped, as browsers do.
    pub fn parse(_css: &str) -> Self {
        Self
    }
}

/// The styles of a page's elements.
#[derive(Debug)]
pub(crate) struct Styles {
    rendered: Vec<bool>,
}

impl Styles {
    /// Resolves the styles of a page.
    pub(crate) fn resolve(tree: &Tree, _sheets: &[&Sheet]) -> Self {
        Self { rendered: tree.all().map(|id| is_rendered_by_nature(tree, id)).collect() }
    }

    /// Whether the element itself has a box; what is above it is not asked.
    pub(crate) fn is_rendered(&self, id: NodeId) -> bool {
        self.rendered.get(id.index()).copied().unwrap_or(true)
    }

    /// Whether the element is visible.
    pub(crate) fn is_visible(&self, _id: NodeId) -> bool {
        true
    }
}

/// Whether a browser renders the element without any style sheet.
fn is_rendered_by_nature(tree: &Tree, id: NodeId) -> bool {
    if tree.node(id).kind != Kind::Html {
        return true;
    }
    if tree.has(id, &name!("hidden")) {
        return false;
    }
    match *tree.name(id) {
        name!("head")
        | name!("script")
        | name!("style")
        | name!("template")
        | name!("noscript")
        | name!("title")
        | name!("meta")
        | name!("link")
        | name!("base")
        | name!("datalist")
        | name!("rp")
        | name!("param")
        | name!("noframes")
        | name!("noembed") => false,
        name!("area") => false,
        name!("dialog") => tree.has(id, &name!("open")),
        name!("input") => tree.attribute(id, &name!("type")).is_none_or(|kind| !kind.eq_ignore_ascii_case("hidden")),
        _ => !is_folded_away(tree, id),
    }
}

/// Whether it is the content of a `details` that is closed.
fn is_folded_away(tree: &Tree, id: NodeId) -> bool {
    let Some(parent) = tree.parent(id) else { return false };
    tree.is(parent, &name!("details"))
        && !tree.has(parent, &name!("open"))
        && tree.children(parent).find(|at| tree.is(*at, &name!("summary"))) != Some(id)
}
