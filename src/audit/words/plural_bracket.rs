//! `plural-bracket`: a plural stands in brackets.
//!
//! In: "(s)" and "(es)" behind a word. Out: a finding on the word. Not here: other brackets.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "plural-bracket",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: brackets", "NHS content guide: punctuation"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (passage, at) in page.signs('(') {
        let rest = page.slice(at..passage.text.end);
        let Some(end) = ["(s)", "(es)", "(ies)"].into_iter().find(|end| rest.starts_with(end)) else { continue };
        let before = page.slice(passage.text.start..at);
        let letters = before.len() - before.trim_end_matches(char::is_alphabetic).len();
        if letters > 1 {
            let word = page.slice(at - letters..at);
            found
                .say(at - letters..at + end.len(), "a plural stands in brackets")
                .help(format!("write the plural, which holds for one too: \"{word}{}\"", end.trim_matches(['(', ')'])));
        }
    }
}
