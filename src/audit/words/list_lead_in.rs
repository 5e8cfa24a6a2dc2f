//! `list-lead-in`: a list of bullets has no line that leads into it.
//!
//! In: bullets and what stands before them. Out: a finding when a paragraph before them does not end with a colon.
//! Lists of links and what directives hold (timelines, steps) are left alone. Not here: numbered lists.

use super::found::Found;
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-lead-in",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bullet points and steps"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut seen = None;
    for pair in page.passages.windows(2) {
        let [before, item] = pair else { continue };
        let Part::Body(BlockKind::Item { list, ordered: false, depth: 0 }) = item.part else { continue };
        let is_new = seen.replace(list) != Some(list);
        let is_text = before.part == Part::Body(BlockKind::Paragraph) && before.directive == item.directive;
        if !is_new
            || item.quoted
            || !is_text
            || page.is_link(item)
            || page.directive(item).is_some_and(|found| found.name == "timeline")
        {
            continue;
        }
        let words = page.words_of(before).trim_end();
        if words.ends_with(['.', '!', '?']) || words.ends_with(char::is_alphanumeric) {
            let start = last_sentence(page, before);
            found
                .say(start..before.text.end, "a list follows a line that does not lead into it")
                .help("end the line before the list with a colon: \"You can ask for:\"");
        }
    }
}

/// Where the last sentence of a passage begins.
fn last_sentence(page: &Page<'_>, passage: &Passage) -> usize {
    page.sentences(passage).last().map_or(passage.text.start, |sentence| sentence.text.start)
}
