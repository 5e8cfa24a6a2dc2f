//! Rules about links: where they lead, and whether their words say so.
//!
//! In: [`Page`]. Out: findings. Not here: whether a link has a name at all, which is in `names/`; whether its target
//! exists on other pages, which the site shows.

mod link_address;
mod link_fragment_broken;
mod link_image_beside_text;
mod link_nowhere;
mod link_script;
mod link_text_repeated;
mod link_text_symbol;
mod link_text_vague;
mod link_twice;

use crate::audit::page::Page;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &link_address::RULE,
    &link_fragment_broken::RULE,
    &link_image_beside_text::RULE,
    &link_nowhere::RULE,
    &link_script::RULE,
    &link_text_repeated::RULE,
    &link_text_symbol::RULE,
    &link_text_vague::RULE,
    &link_twice::RULE,
];

/// A link that people meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link<'p> {
    node: NodeId,
    /// Where it leads, white space around it taken off.
    href: &'p str,
}

/// The links of a page that people meet, in document order.
fn links<'p>(page: &'p Page<'_>) -> impl Iterator<Item = Link<'p>> {
    page.gathered.links.get_or_init(|| gathered(page)).iter().copied()
}

fn gathered<'a>(page: &Page<'a>) -> Vec<Link<'a>> {
    let tree = page.tree;
    let met = page.exposed(&name!("a")).filter(|id| tree.is(*id, &name!("a")));
    met.filter_map(|node| Some(Link { node, href: tree.attribute(node, &name!("href"))?.trim() })).collect()
}

/// The nearest language that is named at a node or around it.
fn language<'p>(page: &'p Page<'_>, id: NodeId) -> &'p str {
    let around = std::iter::once(id).chain(page.tree.ancestors(id));
    around.into_iter().find_map(|at| page.tree.attribute(at, &name!("lang"))).unwrap_or_default()
}

/// Whether an element is in a part of the page that its text is not: navigation, header, footer.
fn is_apart(page: &Page<'_>, id: NodeId) -> bool {
    let apart = [name!("nav"), name!("header"), name!("footer")];
    page.tree.ancestors(id).any(|at| apart.contains(page.tree.name(at)))
}

/// A name as it is compared: small letters, without stops and arrows at its ends.
fn plain(name: &str) -> String {
    without_edges(name).to_lowercase()
}

/// A name without stops and arrows at its ends.
fn without_edges(name: &str) -> &str {
    name.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The id that an address within the page leads to, `%20` read; none for the top and for what scripts read.
pub(super) fn fragment(href: &str) -> Option<String> {
    let fragment = href.strip_prefix('#').filter(|fragment| !fragment.is_empty())?;
    // `#/route` and `#!route` are addresses of scripts; `#:~:` is text to find.
    let is_other = fragment.starts_with(['/', '!']) || fragment.contains(":~:") || fragment.eq_ignore_ascii_case("top");
    (!is_other).then(|| decoded(fragment))
}

/// An address with its `%` read; what is no UTF-8 stays as it is written.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *first == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = after.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// What links within the page may lead to, beside ids: names of anchors, in order.
pub(super) struct Targets<'p>(Vec<&'p str>);

impl<'p> Targets<'p> {
    pub(super) fn of(page: &'p Page<'_>) -> Self {
        let anchors = page.elements(&name!("a")).iter();
        let mut names: Vec<&str> = anchors.filter_map(|at| page.tree.attribute(*at, &name!("name"))).collect();
        names.sort_unstable();
        Self(names)
    }

    /// Whether there is what an address leads to: an id or name as it is written, or with its `%` read (HTML, 7.4.6.4).
    pub(super) fn has(&self, page: &Page<'_>, href: &str, decoded: &str) -> bool {
        let is_there = |id: &str| page.by_id(id).is_some() || self.0.binary_search(&id).is_ok();
        is_there(decoded) || href.strip_prefix('#').is_some_and(is_there)
    }
}
