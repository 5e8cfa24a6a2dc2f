//! Rules over finished pages and over the words that editors type.
//!
//! In: HTML, style sheets, words with their places. Out: findings. Not here: reading files, how a finding is printed,
//! where in the Markdown an element came from; that is `pipeline/`.

mod accname;
mod document;
mod grid;
mod page;
mod reading;
mod role;
mod rule;
pub mod site;
mod styles;
mod tree;
pub mod words;

pub use rule::Finding;
pub use styles::{Sheet, Sheets};

/// Checks one page of HTML.
pub fn page(html: &str, sheets: &Sheets) -> Vec<Finding> {
    let tree = tree::Tree::parse(html);
    document::check(&page::Page::new(&tree, sheets))
}

/// What checking one page of a folder gives.
#[derive(Debug)]
pub struct Checked {
    /// Findings on the page.
    pub findings: Vec<Finding>,
    /// What the same findings of other pages share with these, in their order.
    pub signatures: Vec<site::Signature>,
    /// What the site pass needs of it.
    pub facts: site::Facts,
}

/// Checks one page of HTML among others; `address` is where it stands, as its links mean it.
pub fn page_with_facts(html: &str, sheets: &Sheets, address: &str) -> Checked {
    let tree = tree::Tree::parse(html);
    let page = page::Page::new(&tree, sheets);
    let findings = document::check(&page);
    let signatures = site::signatures(&page, html, &findings);
    Checked { facts: site::Facts::of(&page, address), findings, signatures }
}

/// The codes of all rules over one page, in order.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = document::FAMILIES.iter().copied().flatten().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes
}
