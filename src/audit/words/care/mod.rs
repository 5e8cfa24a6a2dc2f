//! How social care speaks of the people it is for: packs that a site switches on with `packs:`.
//!
//! In: lists of phrases, each with what to write, why, and who says so. Out: the rules of both packs.
//! Not here: matching; words that every public service avoids (`words_to_avoid.rs`).

mod alone;
mod care_jargon;
mod people_first;
mod three_conversations;

use super::found::Found;
use super::page::Page;
use super::phrases::Hit;
use super::rule::Rule;

/// The rules of the packs.
pub(super) const RULES: &[&Rule] = &[&care_jargon::RULE, &people_first::RULE, &three_conversations::RULE];

/// Says of a phrase what is wrong with it and what to write.
fn say(page: &Page<'_>, hit: &Hit, found: &mut Found<'_>) {
    let range = hit.start..hit.end;
    let typed = page.slice(range.clone());
    let phrase = hit.phrase;
    let mut told = found.say(range.clone(), format!("\"{typed}\" {}", phrase.why)).help(phrase.write);
    if !phrase.source.is_empty() {
        told = told.basis(phrase.source);
    }
    if let Some(fix) = hit.fix() {
        told.replace(&range, super::found::cased(fix, typed));
    }
}
