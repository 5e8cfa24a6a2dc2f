//! `paragraph-empty`: an empty paragraph that makes room.
//!
//! One with attributes of its own may be filled by a script and is left alone.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "paragraph-empty", severity: Severity::Notice, basis: &["HTML: the p element"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    let is_blank = |at: NodeId| match tree.node(at).kind {
        Kind::Text => tree.text(at).trim().is_empty(),
        Kind::Comment => true,
        _ => tree.is(at, &name!("br")) || tree.is(at, &name!("span")) && tree.attributes(at).next().is_none(),
    };
    let empty = |id: &NodeId| {
        let is_typed = tree.is(*id, &name!("p")) && !tree.tag(*id).is_empty();
        let is_bare = tree.attributes(*id).all(|(name, _)| matches!(*name, name!("style") | name!("align")));
        is_typed && is_bare && page.is_exposed(*id) && tree.descendants(*id).all(is_blank)
    };
    let empty: Vec<NodeId> = page.elements(&name!("p")).iter().copied().filter(empty).collect();
    let Some(first) = empty.first() else { return };
    let more = if empty.len() > 1 { format!(", the first of {} on the page", empty.len()) } else { String::new() };
    found
        .at(page, *first, format!("the paragraph is empty{more}"))
        .help("take it out: a style sheet makes room between paragraphs, and some screen readers say `blank`");
}
