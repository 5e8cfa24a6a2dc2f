//! `heading-faked`: a paragraph in bold that stands where a heading should.
//!
//! Only what cannot be anything else is told: a short bold line without a stop, in the text of the page, with a
//! paragraph or a list behind it. A label such as `Please note:`, an address and a row of bold lines are left alone.

use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, Name, NodeId, Tree, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "heading-faked", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG 2.4.6"], check };

/// Longer lines are read as sentences.
const LONGEST: usize = 80;

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    // The bold line right before this one.
    let mut before: Option<NodeId> = None;
    for id in page.elements(&name!("p")).iter().copied() {
        if !is_bold(tree, id) {
            continue;
        }
        let follows_bold = before.replace(id).is_some_and(|before| next_element(tree, before) == Some(id));
        let is_met = page.is_seen(id) && page.is_exposed(id) && !tree.has(id, &name!("role"));
        if follows_bold || !is_met || is_apart(tree, id) {
            continue;
        }
        let words = text(page, id);
        if reads_as_heading(&words) && heads_something(page, id, &words) {
            found
                .at(page, id, format!("{} is a bold line that looks like a heading", quote(&words)))
                .help(format!("make it a heading, for example `## {words}`"));
        }
    }
}

/// The element that comes next beside this one.
fn next_element(tree: &Tree, id: NodeId) -> Option<NodeId> {
    let mut next = std::iter::successors(tree.next_sibling(id), |at| tree.next_sibling(*at));
    next.find(|at| tree.is_element(*at))
}

/// Whether all words of a paragraph stand in one `b` or `strong`.
fn is_bold(tree: &Tree, id: NodeId) -> bool {
    let is_blank = |at: &NodeId| match tree.node(*at).kind {
        Kind::Text => tree.text(*at).trim().is_empty(),
        Kind::Comment => true,
        _ => tree.is(*at, &name!("br")),
    };
    let mut parts = tree.children(id).filter(|at| !is_blank(at));
    let (Some(only), None) = (parts.next(), parts.next()) else { return false };
    let is_bold = tree.is(only, &name!("b")) || tree.is(only, &name!("strong"));
    let is_plain = |at: NodeId| {
        let plain = [name!("b"), name!("strong"), name!("em"), name!("i"), name!("u"), name!("span")];
        tree.node(at).kind == Kind::Text || plain.iter().any(|name| tree.is(at, name))
    };
    is_bold && tree.descendants(only).all(is_plain)
}

fn reads_as_heading(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    letters >= 3
        && digits < 5
        && words.chars().count() <= LONGEST
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.ends_with(['.', ',', ';', ':', '!', '…', ')'])
        && !words.contains(['@', '£', '|'])
        && !words.contains(". ")
}

/// Whether a longer paragraph, a list or a table comes next.
fn heads_something(page: &Page<'_>, id: NodeId, words: &str) -> bool {
    let tree = page.tree;
    let Some(next) = next_element(tree, id) else { return false };
    match *tree.name(next) {
        name!("p") => !is_bold(tree, next) && text(page, next).len() > words.len().max(40),
        name!("ul") | name!("ol") | name!("dl") | name!("table") => true,
        _ => false,
    }
}

/// Whether it stands where bold lines are no headings of the page.
fn is_apart(tree: &Tree, id: NodeId) -> bool {
    const APART: [Name; 14] = [
        name!("blockquote"),
        name!("figure"),
        name!("li"),
        name!("td"),
        name!("th"),
        name!("dd"),
        name!("header"),
        name!("footer"),
        name!("nav"),
        name!("form"),
        name!("a"),
        name!("button"),
        name!("address"),
        name!("label"),
    ];
    tree.ancestors(id).any(|at| APART.contains(tree.name(at)))
}
