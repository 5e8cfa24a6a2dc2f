//! `sentence-length`: a sentence has more words than people take in.
//!
//! In: sentences of paragraphs, items and the summary. Out: a finding over 25 words (GOV.UK) or 20 (NHS).
//! Not here: figures on a whole page; those are the readability trend.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "sentence-length",
    severity: Severity::Notice,
    basis: &["GOV.UK style guide: sentence length", "NHS content guide: how we write"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    // An Easy Read page has a rule of its own.
    if page.easy_read {
        return;
    }
    let most = if page.nhs { 20 } else { 25 };
    for passage in page.own().filter(|passage| is_text(passage.part)) {
        for sentence in page.sentences(passage).iter().filter(|sentence| sentence.words.len() > most) {
            let count = sentence.words.len();
            found
                .say(sentence.text.clone(), format!("a sentence has {count} words"))
                .help(format!("split it: most people lose the thread after {most} words"));
        }
    }
}

fn is_text(part: Part) -> bool {
    matches!(part, Part::Summary | Part::Body(BlockKind::Paragraph | BlockKind::Item { .. }))
}
