//! `easy-read-percent`: an Easy Read page gives a percentage.
//!
//! In: figures with a per cent sign, and the words. Out: a warning on each. Not here: percentages on other pages.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-percent",
    severity: Severity::Warning,
    basis: &["NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in super::passages(page) {
        for word in page.words(&passage.words) {
            let text = page.word(*word);
            let is_percent = word.digit && text.ends_with('%') || matches!(text, "percent" | "percentage" | "cent");
            if is_percent {
                found
                    .say(word.range(), "an Easy Read page gives a percentage")
                    .help("say it as people, for example \"1 in 4 people\"");
            }
        }
    }
}
