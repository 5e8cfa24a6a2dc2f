//! Rules over one page, in families; each rule is a file named after its code.
//!
//! In: [`Page`]. Out: findings. A family holds the list of its rules; a new rule is one file and one line there.
//! Not here: what only the whole site shows.

mod aria;
mod focus;
mod forms;
mod headings;
mod ids;
mod landmarks;
mod language;
mod links;
mod lists;
mod looks;
mod media;
mod names;
mod page;
mod tables;
mod text;

use super::page::Page;
use super::rule::{Finding, Found, Rule};

/// All rules, family by family.
pub(crate) const FAMILIES: &[&[&Rule]] = &[
    aria::RULES,
    focus::RULES,
    forms::RULES,
    headings::RULES,
    ids::RULES,
    landmarks::RULES,
    language::RULES,
    links::RULES,
    lists::RULES,
    looks::RULES,
    media::RULES,
    names::RULES,
    page::RULES,
    tables::RULES,
    text::RULES,
];

/// Runs every rule over a page.
pub(crate) fn check(page: &Page<'_>) -> Vec<Finding> {
    Found::by(FAMILIES, page)
}
