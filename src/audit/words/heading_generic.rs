//! `heading-generic`: a heading could stand over anything.
//!
//! In: headings. Out: a finding on "Introduction", "Overview", "More information" and their like.
//! Not here: headings in which such a word is part of more.

use super::found::{Found, bare};
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-generic",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear structure", "GOV.UK content guidance: add links"],
    pack: Pack::Every,
    list: None,
    check,
};

const GENERIC: [&str; 15] = [
    "introduction",
    "overview",
    "more information",
    "further information",
    "further reading",
    "general information",
    "background",
    "useful links",
    "links",
    "related links",
    "useful information",
    "other information",
    "additional information",
    "miscellaneous",
    "helpful links",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| matches!(passage.part, Part::Body(BlockKind::Heading(_)))) {
        let words = bare(page.words_of(passage));
        if GENERIC.contains(&words.as_str()) {
            let typed = page.words_of(passage).to_owned();
            found
                .say(passage.text.clone(), format!("the heading \"{typed}\" could stand over anything"))
                .help("say what the part is about: \"Help with the cost of care\"");
        }
    }
}
