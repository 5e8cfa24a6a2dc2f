//! `easy-read-sentence`: a sentence of an Easy Read page has more than 15 words.
//!
//! In: sentences of paragraphs and items. Out: a warning on each that is too long. Not here: other pages.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-sentence",
    severity: Severity::Warning,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

/// Words of the longest sentence.
const MOST: usize = 15;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in super::passages(page) {
        for sentence in page.sentences(passage).iter().filter(|sentence| sentence.words.len() > MOST) {
            found
                .say(
                    sentence.text.clone(),
                    format!("a sentence of an Easy Read page has {} words", sentence.words.len()),
                )
                .help("split it: 10 to 15 words are the most, and one idea in each");
        }
    }
}
