//! `paragraph-length`: a paragraph has more sentences than one thought needs.
//!
//! In: paragraphs. Out: a finding over 5 sentences (GOV.UK) or 3 (NHS). Not here: long sentences.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "paragraph-length",
    severity: Severity::Notice,
    basis: &["GOV.UK content guidance: clear language", "NHS content guide: how we write"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let most = if page.nhs { 3 } else { 5 };
    for passage in page.own().filter(|passage| passage.part == Part::Body(BlockKind::Paragraph)) {
        let sentences = page.sentences(passage);
        let (count, words) = (sentences.len(), page.words_of(passage));
        // Lines of an address or a timetable are no sentences.
        if count > most && !words.contains('\n') {
            found
                .say(passage.text.clone(), format!("a paragraph has {count} sentences"))
                .help(format!("begin a new one with each thought: at most {most} sentences"));
        }
    }
}
