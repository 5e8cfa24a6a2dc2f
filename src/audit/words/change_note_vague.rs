//! `change-note-vague`: a note on a change does not say what changed.
//!
//! In: the notes under `changes`. Out: a finding on those that only say that something did.
//! Not here: whether a change needs a note.

use super::found::{Found, bare};
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "change-note-vague",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: change notes"],
    pack: Pack::Every,
    list: None,
    check,
};

const VAGUE: [&str; 16] = [
    "updated",
    "page updated",
    "updated page",
    "guidance updated",
    "updated guidance",
    "content updated",
    "updated content",
    "information updated",
    "minor changes",
    "minor change",
    "minor updates",
    "minor edits",
    "small changes",
    "changes made",
    "various changes",
    "reviewed and updated",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Change) {
        let words = bare(page.words_of(passage));
        if VAGUE.contains(&words.trim_start_matches("the ").trim_start_matches("this ")) {
            found.say(passage.text.clone(), "the note does not say what changed").help(
                "say what a reader now finds different, and where: \"Added what to do at night, under 'How to ask'.\"",
            );
        }
    }
}
