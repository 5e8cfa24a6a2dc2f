//! `bypass-repeated`: a block of links that stands on several pages, with no way past it.
//!
//! A main part, a link to skip or a heading behind the block is a way. A page without any of these at all is told by
//! `bypass-missing`, so only one that has headings is told here: they all stand in or before the block.

use std::collections::BTreeMap;

use super::{About, Facts, Told};
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "bypass-repeated", severity: Severity::Error, basis: &["WCAG 2.4.1", "ACT cf77f2"], check: |_, _| () };

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    let mut blocks: BTreeMap<u64, usize> = BTreeMap::new();
    for (_, facts) in pages {
        let mut own: Vec<u64> = facts.unskipped.iter().map(|(block, _)| *block).collect();
        own.sort_unstable();
        own.dedup();
        for block in own {
            *blocks.entry(block).or_default() += 1;
        }
    }
    let mut told = Vec::new();
    for (at, (_, facts)) in pages.iter().enumerate() {
        let repeated = facts.unskipped.iter().find(|(block, _)| blocks.get(block).is_some_and(|count| *count > 1));
        let Some((block, place)) = repeated else { continue };
        let count = blocks.get(block).copied().unwrap_or_default();
        let message = format!("these links stand on {count} pages, and nothing leads past them");
        let help = "put `<main>` around the content, with a heading at its beginning and a link to it at the top";
        told.push(Told::new(&RULE, at, About::Element(place.clone()), message, facts).help(help));
    }
    told
}
