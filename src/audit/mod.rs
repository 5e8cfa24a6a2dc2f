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

/// The codes of all rules, in order.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = document::FAMILIES.iter().copied().flatten().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes
}
