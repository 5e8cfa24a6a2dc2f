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
use tree::name;

/// A page that was read.
#[derive(Debug)]
pub struct Parsed(tree::Tree);

/// A style sheet that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLink {
    /// Its address as typed.
    pub address: String,
    /// The surroundings it is for; empty for all.
    pub media: String,
}

/// What checking a page gives.
#[derive(Debug)]
pub struct Audited {
    /// Findings in the order of the rules.
    pub findings: Vec<Finding>,
    /// What the same findings of other pages share with these, in their order.
    pub signatures: Vec<site::Signature>,
    /// What the site pass needs of the page.
    pub facts: site::Facts,
}

/// Reads a page.
pub fn parse(html: &str) -> Parsed {
    Parsed(tree::Tree::parse(html))
}

/// The style sheets that a page names, in order.
pub fn style_sheets(page: &Parsed) -> Vec<SheetLink> {
    let tree = &page.0;
    let rel = |id| tree.attribute(id, &name!("rel")).unwrap_or_default();
    let is = |id, word: &str| rel(id).split_ascii_whitespace().any(|found| found.eq_ignore_ascii_case(word));
    let links = tree.all().filter(|id| tree.is(*id, &name!("link")));
    let sheets = links.filter(|id| is(*id, "stylesheet") && !is(*id, "alternate"));
    let typed = |value: Option<&str>| value.unwrap_or_default().trim().to_owned();
    let link = |id| SheetLink {
        address: typed(tree.attribute(id, &name!("href"))),
        media: typed(tree.attribute(id, &name!("media"))),
    };
    sheets.map(link).collect()
}

/// Holds a page against all rules; `address` is where it stands, as its links mean it.
pub fn audit(parsed: &Parsed, html: &str, sheets: &Sheets, address: &str) -> Audited {
    let page = page::Page::new(&parsed.0, sheets);
    let findings = document::check(&page);
    let signatures = site::signatures(&page, html, &findings);
    Audited { facts: site::Facts::of(&page, address), findings, signatures }
}

/// Checks one page of HTML alone.
pub fn page(html: &str, sheets: &Sheets) -> Vec<Finding> {
    document::check(&page::Page::new(&tree::Tree::parse(html), sheets))
}

/// The codes of all rules over one page, in order.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = document::FAMILIES.iter().copied().flatten().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes
}
