//! `ampersand-used`: "&" stands for "and".
//!
//! In: the text. Out: a finding on each "&" between words of which one has no capital, so that it is no name.
//! Not here: "A&E" and other signs without spaces.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "ampersand-used",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: ampersands", "NHS content guide: ampersand"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (passage, at) in page.signs('&') {
        let (before, after) = (page.slice(passage.text.start..at), page.slice(at + 1..passage.text.end));
        let (Some(left), Some(right)) = (before.strip_suffix(' '), after.strip_prefix(' ')) else { continue };
        let left = left.rsplit(' ').next().unwrap_or_default();
        let begins = left.len() + 1 == before.len();
        let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if is_name(right) && (is_name(left) || begins) {
            continue;
        }
        found.say(at..at + 1, "\"&\" stands for \"and\"").help("write \"and\"").replace(&(at..at + 1), "and");
    }
}
