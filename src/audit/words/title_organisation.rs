//! `title-organisation`: a title repeats the name of the organisation.
//!
//! In: the title. Out: a finding when the organisation's name stands behind a colon or bar, or before one: every page's
//! own title already names it. Not here: pages about the organisation.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-organisation",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear titles"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let name = page.engine.organisation.trim();
    if name.is_empty() {
        return;
    }
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let mut parts = page.words_of(passage).split([':', '|', '\u{2013}', '\u{2014}']).map(str::trim);
        let first = parts.next().unwrap_or_default();
        let last = parts.next_back();
        if last.is_some_and(|last| last.eq_ignore_ascii_case(name) || first.eq_ignore_ascii_case(name)) {
            found
                .say(passage.text.clone(), format!("the title repeats the name {name}"))
                .help("leave it out: the name of the site stands after every title");
        }
    }
}
