//! `list-item-end`: a bullet ends with punctuation or with "and" or "or".
//!
//! In: bullets of one sentence. Out: a finding on what stands at the end, which is taken off.
//! Not here: bullets of several sentences; those are `list-item-sentences`.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-item-end",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bullet points and steps", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own() {
        let Part::Body(BlockKind::Item { ordered: false, .. }) = passage.part else { continue };
        let words = page.words_of(passage);
        if page.sentences(passage).len() != 1 || words.ends_with("etc.") || words.ends_with("..") {
            continue;
        }
        let ends = ["; and", "; or", ", and", ", or", " and", " or", ";", ",", "."];
        let Some(end) = ends.into_iter().find(|end| words.ends_with(end)) else { continue };
        let from = passage.text.end - end.len();
        let shown = from + (end.len() - end.trim_start().len());
        found
            .say(shown..passage.text.end, format!("a bullet ends with \"{}\"", end.trim()))
            .help("leave it off: the bullet already shows where the point ends")
            .replace(&(from..passage.text.end), "");
    }
}
