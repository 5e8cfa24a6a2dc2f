//! `page-orphan`: a page that no other page leads to.
//!
//! The first page of the site, the page for what is not found and pages that send people on are not asked. When half of
//! the pages are led to by none, links are not what joins these files, and nothing is told.

use super::{About, Facts, Told};
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "page-orphan", severity: Severity::Warning, basis: &["WCAG 2.4.5"], check: |_, _| () };

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    let to_others =
        |facts: &Facts| facts.leads.iter().copied().filter(|lead| *lead != facts.address).collect::<Vec<_>>();
    let mut led: Vec<u64> = pages.iter().flat_map(|(_, facts)| to_others(facts)).collect();
    led.sort_unstable();
    led.dedup();
    let asked = || pages.iter().enumerate().filter(|(_, (address, facts))| facts.is_read && !is_apart(address));
    // A page that was withdrawn or is gone stands at its address for those who have it.
    let is_wanted = |facts: &Facts| facts.is_offered && led.binary_search(&facts.address).is_err();
    let lost: Vec<_> = asked().filter(|(_, (_, facts))| is_wanted(facts)).collect();
    if lost.len() * 2 >= asked().count() {
        return Vec::new();
    }
    let tell = |(at, (_, facts)): &(usize, &(&str, &Facts))| {
        let help = "link to it from the page that people come from, or take it out of the site";
        Told::new(&RULE, *at, About::Page, "no other page leads to this one".to_owned(), facts).help(help)
    };
    lost.iter().map(tell).collect()
}

/// Whether a page is found without a link: the first one, the one for errors.
fn is_apart(address: &str) -> bool {
    let plain = super::address::plain(address);
    let name = plain.rsplit('/').next().unwrap_or_default();
    plain.is_empty()
        || !plain.contains('/') && address.ends_with("index.html")
        || name.starts_with("404")
        || name.starts_with("50")
}
