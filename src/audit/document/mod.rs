//! Rules over one page, in families; each rule is a file named after its code.
//!
//! In: [`Page`]. Out: findings. A family holds the list of its rules; a new rule is one file and one line there.
//! Not here: what only the whole site shows.

mod aria;
mod focus;
mod forms;
mod gathered;
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

pub(super) use gathered::Gathered;

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

/// Rules that are run only where a site gives them a level: what they ask is more than is asked of all.
pub(crate) const ON_REQUEST: &[&[&Rule]] = &[looks::ON_REQUEST];

/// Runs the rules over a page, and those on request that are asked for.
pub(crate) fn check(page: &Page<'_>, is_asked: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut found = Found::by(FAMILIES, page);
    let asked: Vec<&'static Rule> = on_request().filter(|rule| is_asked(rule.code)).collect();
    if !asked.is_empty() {
        found.extend(Found::by(&[&asked], page));
    }
    found
}

/// The rules on request.
pub(crate) fn on_request() -> impl Iterator<Item = &'static Rule> {
    ON_REQUEST.iter().copied().flatten().copied()
}
