//! `paragraph-faked`: paragraphs made by two line breaks.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, Tree, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "paragraph-faked", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG technique G115"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    let mut told: Option<NodeId> = None;
    for br in page.elements(&name!("br")).iter().copied().filter(|id| page.is_seen(*id) && page.is_exposed(*id)) {
        let Some(around) = tree.parent(br).filter(|around| Some(*around) != told) else { continue };
        let is_block = [name!("p"), name!("div"), name!("td"), name!("li"), name!("body")].contains(tree.name(around));
        let Some(second) = next(tree, br).filter(|at| is_block && tree.is(*at, &name!("br"))) else { continue };
        let (before, after) = (tree.node(br).parent.0 + 1..br.0, second.0 + 1..tree.node(around).end);
        let words = |range: std::ops::Range<u32>| {
            let mut nodes = range.take(NEAR).map(NodeId);
            nodes.find(|at| tree.node(*at).kind == Kind::Text && tree.text(*at).trim().len() > SHORT)
        };
        let (Some(first), Some(_)) = (words(before), words(after)) else { continue };
        told = Some(around);
        found
            .at(page, around, format!("two line breaks begin a paragraph after {}", quote(tree.text(first))))
            .help("write each paragraph as one of its own, with an empty line between them in Markdown, `<p>` in HTML");
    }
}

/// How many nodes around a break are read for words.
const NEAR: usize = 40;

/// Shorter runs of words are lines of an address or of a form.
const SHORT: usize = 40;

/// The next node beside this one that is not blank.
fn next(tree: &Tree, id: NodeId) -> Option<NodeId> {
    let mut next = std::iter::successors(tree.next_sibling(id), |at| tree.next_sibling(*at));
    next.find(|at| match tree.node(*at).kind {
        Kind::Text => !tree.text(*at).trim().is_empty(),
        Kind::Comment => false,
        _ => true,
    })
}
