//! `link-by-colour`: links in running text that only their colour tells apart, and not by enough.

use std::collections::VecDeque;

use super::ground::{is_concealed, text_on_ground};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "link-by-colour", severity: Severity::Error, basis: &["WCAG 1.4.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    for id in page.elements(&name!("a")).iter().copied() {
        if page.role(id) != Some(Role::Link) || !page.is_seen(id) || !page.tree.has_text(id) {
            continue;
        }
        let Some(block) = running_text(page, id) else { continue };
        if is_marked(page, id) || is_concealed(page, id) {
            continue;
        }
        let (Some((link, ground)), Some((text, around))) = (text_on_ground(page, id), text_on_ground(page, block))
        else {
            continue;
        };
        let tells_apart = link.contrast(text) >= 3.0 || ground != around;
        // Without any difference in colour nobody looks for a link by it, and the text says so in other ways.
        if !tells_apart && link != text {
            found
                .at(page, id, "only its colour tells the link from the words around it")
                .help("underline links in running text");
        }
    }
}

/// How many things beside a link are looked at on each side for words.
const NEAR: usize = 40;

/// The block whose words run on the same lines as the link.
fn running_text(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let tree = page.tree;
    if page.styles.of(id).inline != Some(true) || tree.closest(id, &name!("nav")).is_some() {
        return None;
    }
    let mut has_words = false;
    let mut below = id;
    for around in tree.ancestors(id) {
        has_words = has_words || has_words_beside(page, around, below);
        match page.styles.of(around).inline {
            Some(true) => below = around,
            Some(false) => return has_words.then_some(around),
            None => return None,
        }
    }
    None
}

/// Whether words stand beside something, with nothing between that begins a line of its own.
fn has_words_beside(page: &Page<'_>, around: NodeId, at: NodeId) -> bool {
    let tree = page.tree;
    let mut before: VecDeque<NodeId> = VecDeque::with_capacity(NEAR);
    for sibling in tree.children(around).take_while(|sibling| *sibling != at) {
        if before.len() == NEAR {
            before.pop_front();
        }
        before.push_back(sibling);
    }
    let after = std::iter::successors(tree.next_sibling(at), |at| tree.next_sibling(*at)).take(NEAR);
    let runs_on = |at: &NodeId| !tree.is_element(*at) || is_in_line(page, *at);
    before.into_iter().rev().take_while(runs_on).any(|at| has_words(page, at))
        || after.take_while(runs_on).any(|at| has_words(page, at))
}

fn is_in_line(page: &Page<'_>, id: NodeId) -> bool {
    !page.tree.is(id, &name!("br")) && page.styles.of(id).inline == Some(true)
}

/// Whether it is, or holds, words outside of links that people see.
fn has_words(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let is_words = |at: NodeId| {
        tree.node(at).kind == Kind::Text
            && page.is_seen(at)
            && tree.text(at).chars().any(char::is_alphabetic)
            && !tree
                .ancestors(at)
                .take_while(|up| *up >= id)
                .any(|up| tree.is(up, &name!("a")) || is_concealed(page, up))
    };
    is_words(id) || tree.is_element(id) && tree.descendants(id).take(NEAR).any(is_words)
}

/// Whether anything but colour marks the link, or may do so.
fn is_marked(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let own = page.styles.of(id);
    let weight = tree.parent(id).map(|parent| page.styles.of(parent).bold);
    own.underlined != Some(false)
        || own.moved
        || own.bold != weight.flatten()
        || own.font_size != tree.parent(id).and_then(|parent| page.styles.of(parent).font_size)
        || own.image
        || tree.ancestors(id).take(2).any(|at| page.styles.of(at).underlined != Some(false))
        || tree.descendants(id).any(|at| tree.is_element(at) && !tree.is(at, &name!("span")))
}
