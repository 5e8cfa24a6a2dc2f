//! `title-dash`: a dash or slash breaks up a title.
//!
//! In: the title. Out: a finding where a colon should stand. Hyphens within words are left alone.
//! Not here: dashes in the text.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-dash",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: titles"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let title = page.words_of(passage);
        let is_dash = [" - ", " \u{2013} ", " \u{2014} ", "\u{2014}", " / "].iter().any(|dash| title.contains(dash));
        if is_dash {
            found
                .say(passage.text.clone(), "a dash or slash breaks up the title")
                .help("use a colon: \"Paying for care: what you may have to pay\"");
        }
    }
}
