//! `link-by-colour`: links in running text that only their colour tells apart, and not by enough.

use super::ground::{is_concealed, text_on_ground};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "link-by-colour", severity: Severity::Error, basis: &["WCAG 1.4.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    for id in page.elements(&name!("a")).iter().copied() {
        if !page.tree.has(id, &name!("href")) || !page.is_seen(id) || !page.tree.has_text(id) {
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

/// The block whose words stand beside the link.
fn running_text(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    if page.styles.of(id).inline != Some(true) {
        return None;
    }
    let tree = page.tree;
    let block = tree.ancestors(id).find(|at| page.styles.of(*at).inline != Some(true))?;
    if page.styles.of(block).inline.is_none() || tree.closest(id, &name!("nav")).is_some() {
        return None;
    }
    let beside = |at: &NodeId| {
        tree.node(*at).kind == Kind::Text
            && page.is_seen(*at)
            && !tree.ancestors(*at).take_while(|up| *up != block).any(|up| tree.is(up, &name!("a")))
            && tree.text(*at).chars().any(char::is_alphabetic)
    };
    tree.descendants(block).any(|at| beside(&at)).then_some(block)
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
