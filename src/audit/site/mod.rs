//! What only the whole site shows.
//!
//! In: [`Facts`] of each page, in the order of addresses. Out: findings, each with the page it is to be told on. A rule
//! is a function over all facts; where pages disagree, most of them are right. Not here: rules over one page.

mod address;
mod bypass_repeated;
mod facts;
mod fold;
mod help_order;
mod language_differs;
mod navigation_differs;
mod page_orphan;
mod title_repeated;

use std::ops::Range;

pub use facts::Facts;
pub(super) use fold::signatures;
pub use fold::{Signature, fold};

use super::rule::{Finding, Rule};

/// A rule over all pages: their addresses with what they told.
type Check = fn(&[(&str, &Facts)]) -> Vec<Told>;

/// Rules over all pages.
const RULES: &[(&Rule, Check)] = &[
    (&bypass_repeated::RULE, bypass_repeated::check),
    (&help_order::RULE, help_order::check),
    (&language_differs::RULE, language_differs::check),
    (&navigation_differs::RULE, navigation_differs::check),
    (&page_orphan::RULE, page_orphan::check),
    (&title_repeated::RULE, title_repeated::check),
];

/// What a finding of the site pass is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// The title of the page: in a site of Candour, its front matter.
    Title,
    /// The page as a whole.
    Page,
    /// The element whose start tag stands at these bytes of the page.
    Element(Range<u32>),
}

/// A finding on one of the pages.
#[derive(Clone, Debug)]
pub struct Told {
    /// The page, by its position.
    pub page: usize,
    /// What it is about there.
    pub about: About,
    /// The finding; its place is in the HTML of the page.
    pub finding: Finding,
}

/// Looks at all pages: their addresses with what they told.
pub fn site(pages: &[(&str, &Facts)]) -> Vec<Told> {
    if pages.len() < 2 {
        return Vec::new();
    }
    RULES.iter().flat_map(|(_, check)| check(pages)).collect()
}

/// The codes of the rules over all pages, in order.
pub fn codes() -> Vec<&'static str> {
    RULES.iter().map(|(rule, _)| rule.code).collect()
}

impl Told {
    fn new(rule: &'static Rule, page: usize, about: About, message: String, facts: &Facts) -> Self {
        let place = if let About::Element(place) = &about { place.clone() } else { facts.root.clone() };
        Self { page, about, finding: Finding::new(rule, place, message) }
    }

    fn help(mut self, help: &str) -> Self {
        self.finding.help(help);
        self
    }
}

/// An address in a message.
fn quote(address: &str) -> String {
    format!("`{address}`")
}

#[cfg(test)]
mod tests;
