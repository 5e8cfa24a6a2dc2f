//! `step-full-stop`: a numbered step does not end with a full stop.
//!
//! In: items of numbered lists of which another one ends with a stop. Out: a finding at the end, where a stop is added.
//! Not here: numbered lists without any stop, which may be a ranking.

use super::found::Found;
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "step-full-stop",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bullet points and steps", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    // Lists are numbered from 0 within the page.
    let mut stopped: Vec<bool> = Vec::new();
    for (list, passage) in page.passages.iter().filter_map(|passage| Some((number(passage)?, passage))) {
        stopped.resize(stopped.len().max(list + 1), false);
        if let Some(is_stopped) = stopped.get_mut(list) {
            *is_stopped |= ends(page, passage);
        }
    }
    let others = |passage: &&Passage| number(passage).and_then(|list| stopped.get(list)) == Some(&true);
    for passage in page.own().filter(others).filter(|passage| passage.words.len() > 1 && !ends(page, passage)) {
        let Some(word) = page.words(&passage.words).last().filter(|word| word.range().end == passage.text.end) else {
            continue;
        };
        let in_mark = page.marks_in(&passage.text).any(|(text, _)| text.end == passage.text.end);
        let told = found
            .say(word.range(), "a step does not end with a full stop")
            .help("end each step with one, as each is a sentence");
        if !in_mark {
            told.replace(&word.range(), format!("{}.", page.word(*word)));
        }
    }
}

fn number(passage: &Passage) -> Option<usize> {
    match passage.part {
        Part::Body(BlockKind::Item { list, ordered: true, .. }) => usize::try_from(list).ok(),
        _ => None,
    }
}

fn ends(page: &Page<'_>, passage: &Passage) -> bool {
    page.words_of(passage).ends_with(['.', '!', '?', ':', ')', '"', '\'', '\u{2019}', '\u{201D}'])
}
