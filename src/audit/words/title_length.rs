//! `title-length`: a title is longer than search results show.
//!
//! In: the title. Out: a finding when it has more than 65 characters. Not here: whether it is clear.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-length",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear titles", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

/// Most characters of a title, spaces included.
const MOST: usize = 65;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let length = page.words_of(passage).chars().count();
        if length > MOST {
            found
                .say(passage.text.clone(), format!("the title has {length} characters"))
                .help(format!("say it in at most {MOST}: put first what people search for, and leave out the rest"));
        }
    }
}
