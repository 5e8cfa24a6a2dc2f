//! `title-content-type`: a title says what kind of document the page is.
//!
//! In: the title. Out: a finding when "guidance", "consultation" or "factsheet" stands at its beginning or end.
//! Not here: the words in the middle of a title, where they may be what the page is about.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-content-type",
    severity: Severity::Notice,
    basis: &["GOV.UK content guidance: clear titles"],
    pack: Pack::Every,
    list: None,
    check,
};

const KINDS: [&str; 7] =
    ["guidance", "consultation", "factsheet", "fact sheet", "factsheets", "leaflet", "information sheet"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let title = page.words_of(passage);
        let first = title.split(':').next().unwrap_or_default();
        let last = title.rsplit(':').next().unwrap_or_default();
        let is_kind = |part: &str| KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(part.trim()));
        let ends = KINDS.iter().any(|kind| *kind != "consultation" && ends_with_word(title, kind));
        if first != title && (is_kind(first) || is_kind(last)) || ends && passage.words.len() > 1 {
            found
                .say(passage.text.clone(), "the title says what kind of document the page is")
                .help("say only what it is about: \"Paying for care\", not \"Factsheet: paying for care\"");
        }
    }
}

fn ends_with_word(title: &str, word: &str) -> bool {
    let cut = title.len().saturating_sub(word.len());
    let (before, end) = title.split_at_checked(cut).unwrap_or(("", title));
    end.eq_ignore_ascii_case(word) && before.ends_with(' ')
}
