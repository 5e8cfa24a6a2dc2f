//! `link-by-colour`: links in running text that only their colour tells apart, and not by enough.

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
        // What costs least is asked first: most links are underlined.
        if page.role(id) != Some(Role::Link) || !page.is_seen(id) || is_marked(page, id) || !shows_words(page, id) {
            continue;
        }
        let Some(block) = running_text(page, id) else { continue };
        if is_concealed(page, id) {
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

/// Whether the link has words that people see.
fn shows_words(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let texts = tree.descendants(id).filter(|at| tree.node(*at).kind == Kind::Text && page.is_seen(*at));
    texts.into_iter().any(|at| !tree.text(at).trim().is_empty())
}

/// How many things on the lines of a link are looked at.
const NEAR: usize = 400;

/// The block whose words run on the same lines as the link, more of them than of links and buttons.
fn running_text(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let tree = page.tree;
    if page.styles.of(id).inline != Some(true) || tree.closest(id, &name!("nav")).is_some() {
        return None;
    }
    let mut above = tree.ancestors(id).skip_while(|around| page.styles.of(*around).inline == Some(true));
    let block = above.next().filter(|around| page.styles.of(*around).inline == Some(false))?;
    let lines = lines(page, block, id)?;
    (length(&lines.words) > length(&lines.acted_on)).then_some(block)
}

/// What stands on the lines of a link.
#[derive(Default)]
struct Lines {
    words: String,
    /// Words of links, buttons and other things that people act on.
    acted_on: String,
}

/// The words on the lines of a link in a block; none where there is more than anybody would call running text.
fn lines(page: &Page<'_>, block: NodeId, link: NodeId) -> Option<Lines> {
    let tree = page.tree;
    let mut lines = Lines::default();
    let mut left: Vec<NodeId> = tree.children(block).take(NEAR).collect();
    left.reverse();
    let mut is_met = false;
    for _ in 0..NEAR {
        let Some(at) = left.pop() else { return Some(lines) };
        if !tree.is_element(at) {
            if tree.node(at).kind == Kind::Text && page.is_seen(at) {
                lines.words.push_str(tree.text(at));
            }
            continue;
        }
        is_met = is_met || at == link;
        if !is_in_line(page, at) {
            if is_met {
                return Some(lines);
            }
            lines = Lines::default();
            continue;
        }
        if page.role(at).is_some_and(Role::is_widget) {
            lines.acted_on.push_str(&tree.text_content(at));
        } else if page.is_seen(at) && !is_concealed(page, at) {
            let inner: Vec<NodeId> = tree.children(at).take(NEAR).collect();
            left.extend(inner.into_iter().rev());
        }
    }
    None
}

fn is_in_line(page: &Page<'_>, id: NodeId) -> bool {
    let begins_a_line = page.tree.is(id, &name!("br")) || page.tree.is(id, &name!("hr"));
    !begins_a_line && page.styles.of(id).inline != Some(false)
}

/// Characters of a text, a run of spaces being one.
fn length(text: &str) -> usize {
    // Plain text is counted without reading its letters one by one; a vertical tab is white space to Unicode alone.
    if text.is_ascii() && !text.contains('\x0B') {
        let words = text.split_ascii_whitespace().map(|word| word.len() + 1);
        return words.sum::<usize>().saturating_sub(1);
    }
    let words = text.split_whitespace().map(|word| word.chars().count() + 1);
    words.sum::<usize>().saturating_sub(1)
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
