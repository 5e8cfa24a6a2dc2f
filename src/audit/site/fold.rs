//! The same finding on many pages of a folder, told once.
//!
//! In: for each page the signatures of its findings: code, start tag, tags around it. Out: which findings to tell, and
//! of how many pages each speaks. Not here: findings of a site of Candour, which are folded by their template.

use std::collections::BTreeMap;

use super::address::digest;
use crate::audit::page::Page;
use crate::audit::rule::Finding;
use crate::audit::tree::{NodeId, name};

/// What findings that a template made have in common.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Signature(u64);

/// So many pages make a template.
const FEWEST: usize = 3;

/// The signatures of a page's findings, in their order.
pub(in crate::audit) fn signatures(page: &Page<'_>, html: &str, findings: &[Finding]) -> Vec<Signature> {
    if findings.is_empty() {
        return Vec::new();
    }
    let typed = page.tree.all().filter(|id| !page.tree.tag(*id).is_empty());
    let mut nodes: Vec<(u32, NodeId)> = typed.map(|id| (page.tree.tag(id).start, id)).collect();
    nodes.sort_unstable();
    let text = |id: NodeId| {
        let tag = page.tree.tag(id);
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        html.get(at(tag.start)..at(tag.end)).unwrap_or_default()
    };
    let sign = |finding: &Finding| {
        let at = nodes.binary_search_by_key(&finding.place().start, |(start, _)| *start);
        let node = at.ok().and_then(|at| nodes.get(at)).map(|(_, node)| *node);
        let own = node.map(text).unwrap_or_default();
        let mut sum = digest(finding.code()) ^ digest(own).rotate_left(1);
        // Attributes of the page itself differ from page to page.
        let around = node.into_iter().flat_map(|node| page.tree.ancestors(node));
        for (depth, at) in around.enumerate() {
            let is_page = page.tree.is(at, &name!("html")) || page.tree.is(at, &name!("body"));
            let tag = if is_page { "" } else { text(at) };
            sum = sum.rotate_left(5) ^ digest(tag).wrapping_add(u64::try_from(depth).unwrap_or_default());
        }
        Signature(sum)
    };
    findings.iter().map(sign).collect()
}

/// For each page and finding: on how many pages it is told there, 0 where it is told on an earlier one.
pub fn fold(pages: &[Vec<Signature>]) -> Vec<Vec<usize>> {
    let mut counts: BTreeMap<Signature, usize> = BTreeMap::new();
    for page in pages {
        let mut own = page.clone();
        own.sort_unstable();
        own.dedup();
        for signature in own {
            *counts.entry(signature).or_default() += 1;
        }
    }
    let is_template = |count: usize| count >= FEWEST || count > 1 && count * 2 > pages.len();
    let mut told: BTreeMap<Signature, usize> = BTreeMap::new();
    let mut folded = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        let tell = |signature: &Signature| {
            let count = counts.get(signature).copied().unwrap_or(1);
            if !is_template(count) {
                return 1;
            }
            let first = *told.entry(*signature).or_insert(at);
            if first == at { count } else { 0 }
        };
        folded.push(page.iter().map(tell).collect());
    }
    folded
}
