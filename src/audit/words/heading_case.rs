//! `heading-case`: a heading or title has capitals on ordinary words.
//!
//! In: headings and the title. Out: a finding when ordinary words within it have capitals and no longer word has none.
//! Names keep their capitals: a word that is not known to be ordinary says nothing. Not here: block capitals.

use super::found::Found;
use super::ordinary::{is_ordinary, is_small};
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-case",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: capitalisation"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| matches!(passage.part, Part::Title | Part::Body(BlockKind::Heading(_))))
    {
        if is_title_case(page, passage) {
            found
                .say(passage.text.clone(), "a heading has capitals on ordinary words")
                .help("give a capital to the first word and to names only: \"How to apply for a Blue Badge\"");
        }
    }
}

fn is_title_case(page: &Page<'_>, passage: &Passage) -> bool {
    let (mut small, mut ordinary) = (0, 0);
    for sentence in page.sentences(passage) {
        let mut before: Option<Word> = None;
        for word in page.words(&sentence.words) {
            let typed = page.word(*word);
            // Behind a colon or a quotation mark a new beginning may stand.
            let begins = before.is_none_or(|before| page.between(before, *word) != " ");
            before = Some(*word);
            match word.shape {
                Shape::Lower if typed.len() >= 4 => return false,
                Shape::Capital if begins || typed == "I" => {}
                Shape::Capital if is_small(typed) => small += 1,
                Shape::Capital if is_ordinary(typed) => ordinary += 1,
                _ => {}
            }
        }
    }
    // One small word may be part of a name ("Right To Buy"); then another word must be ordinary too.
    small + ordinary >= 2
}
