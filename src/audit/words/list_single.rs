//! `list-single`: a list has one bullet.
//!
//! In: bullets. Out: a finding on a list of one. Not here: numbered lists, and lists that directives hold.

use super::found::Found;
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::page_type::PageType;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-single",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bullet points and steps"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    // Lists are numbered from 0 within the page.
    let mut counts: Vec<usize> = Vec::new();
    for list in page.passages.iter().filter_map(number) {
        counts.resize(counts.len().max(list + 1), 0);
        if let Some(count) = counts.get_mut(list) {
            *count += 1;
        }
    }
    // A step of a process may be one page to go to.
    let is_step = |passage: &Passage| page.is_a(&[PageType::Steps]) && page.is_link(passage);
    for passage in page.own().filter(|passage| number(passage).and_then(|list| counts.get(list)) == Some(&1)) {
        if page.directive(passage).is_none() && !is_step(passage) {
            found
                .say(passage.text.clone(), "a list has one bullet")
                .help("write it as a sentence, or add what belongs with it");
        }
    }
}

fn number(passage: &Passage) -> Option<usize> {
    match passage.part {
        Part::Body(BlockKind::Item { list, ordered: false, depth: 0 }) => usize::try_from(list).ok(),
        _ => None,
    }
}
