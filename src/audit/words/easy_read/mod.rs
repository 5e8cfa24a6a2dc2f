//! Rules of Easy Read, for pages whose file name says that they are: `breaks.easy-read.md`.
//!
//! In: the words of a page. Out: findings. The rules are those of the government's list for accessible formats; where a
//! rule of house style asks for less, these ask for more. Not here: how such a page looks.

mod easy_read_abbreviation;
mod easy_read_hard_word;
mod easy_read_ideas;
mod easy_read_name;
mod easy_read_passive;
mod easy_read_percent;
mod easy_read_picture;
mod easy_read_sentence;

use super::page::{Page, Part, Passage};
use super::rule::Rule;
use crate::model::prose::BlockKind;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &easy_read_abbreviation::RULE,
    &easy_read_hard_word::RULE,
    &easy_read_ideas::RULE,
    &easy_read_name::RULE,
    &easy_read_passive::RULE,
    &easy_read_percent::RULE,
    &easy_read_picture::RULE,
    &easy_read_sentence::RULE,
];

/// The list that most of the rules come from.
const FORMATS: &[&str] = &["GOV.UK: accessible communication formats, Easy Read"];

/// Paragraphs and items of an Easy Read page; nothing of any other page.
fn passages<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Passage> {
    let is_text = |part: Part| matches!(part, Part::Body(BlockKind::Paragraph | BlockKind::Item { .. }));
    page.own().filter(move |passage| page.easy_read && is_text(passage.part))
}
