//! `easy-read-ideas`: a sentence of an Easy Read page holds more than one idea.
//!
//! In: words and signs that tie two ideas into one sentence. Out: a notice on the tie, once for each sentence.
//! Not here: "and" and "because", which may well stand in a sentence of one idea.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-ideas",
    severity: Severity::Notice,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

/// Words that bring a second idea.
const TIES: [&str; 11] = [
    "which",
    "whose",
    "although",
    "though",
    "unless",
    "whereas",
    "therefore",
    "however",
    "whilst",
    "furthermore",
    "moreover",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in super::passages(page) {
        for sentence in page.sentences(passage) {
            let words = page.words(&sentence.words);
            // A sentence that begins with "Which" is a question.
            let tie = words.iter().skip(1).find(|word| TIES.contains(&page.word(**word)));
            let sign = page.slice(sentence.text.clone()).find([';', '(']).map(|at| sentence.text.start + at);
            let range = tie.map(|word| word.range()).or_else(|| sign.map(|at| at..at + 1));
            if let Some(range) = range {
                found
                    .say(range, "a sentence of an Easy Read page holds more than one idea")
                    .help("make two sentences of it, each with one idea");
            }
        }
    }
}
