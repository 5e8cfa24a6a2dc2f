//! `summary-repeats`: a summary says what the title or the first paragraph says.
//!
//! In: the summary. Out: a finding when it is word for word the title or the first paragraph.
//! Not here: summaries that only share some words with them.

use super::found::{Found, is_same};
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "summary-repeats",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: summaries"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let of = |part: Part| page.passages.iter().find(|passage| passage.part == part);
    let Some(summary) = of(Part::Summary) else { return };
    if !page.words_of(summary).contains(char::is_alphanumeric) {
        return;
    }
    let twins = [(of(Part::Title), "title"), (of(Part::Body(BlockKind::Paragraph)), "first paragraph")];
    for (twin, name) in twins.into_iter().filter_map(|(twin, name)| Some((twin?, name))) {
        if is_same(page.words_of(twin), page.words_of(summary)) {
            found
                .say(summary.text.clone(), format!("the summary is the same as the {name}"))
                .help("say what a person finds here that the title and the beginning do not say");
        }
    }
}
