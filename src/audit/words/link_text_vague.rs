//! `link-text-vague`: the words of a link do not say where it leads.
//!
//! In: links. Out: a finding on "click here", "read more" and their like when they are all of a link's words.
//! Not here: links that are an address; those are `link-address`.

use super::found::{Found, bare};
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-text-vague",
    severity: Severity::Warning,
    basis: &["WCAG 2.4.4", "GOV.UK content guidance: add links", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

const VAGUE: [&str; 32] = [
    "click here",
    "here",
    "click",
    "more",
    "read more",
    "more information",
    "more info",
    "further information",
    "find out more",
    "learn more",
    "see more",
    "view more",
    "this link",
    "link",
    "follow this link",
    "this",
    "this page",
    "this website",
    "this site",
    "website",
    "page",
    "details",
    "more details",
    "continue",
    "read on",
    "go",
    "info",
    "see here",
    "click this link",
    "find out more here",
    "read more here",
    "click here for more information",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for link in page.links() {
        if link.words.len() <= 40 && VAGUE.contains(&bare(link.words).as_str()) {
            found
                .say(link.text.clone(), format!("the link \"{}\" does not say where it leads", link.words.trim()))
                .help("use words that make sense alone: \"how to ask for a break\", not \"click here\"");
        }
    }
}
