//! `summary-full-stop`: a summary does not end with a full stop.
//!
//! In: the summary. Out: a finding when its last sentence is not ended. Not here: its length; that is `summary-length`.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "summary-full-stop",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: summaries"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Summary) {
        let summary = page.words_of(passage).trim_end();
        let ended = summary.trim_end_matches(['"', '\'', ')', '\u{2019}', '\u{201D}']).ends_with(['.', '!', '?']);
        if !summary.is_empty() && !ended {
            found
                .say(passage.text.clone(), "the summary does not end with a full stop")
                .help("write it as one or two sentences, each with a full stop");
        }
    }
}
