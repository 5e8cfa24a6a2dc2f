//! `list-item-capital`: a bullet begins with a capital that is no name's.
//!
//! In: bullets behind a line that ends with a colon. Out: a finding on ordinary words with a capital, which is made small.
//! Bullets that are a link keep the title of the page they lead to. Not here: words that may be names.

use super::found::Found;
use super::ordinary::is_ordinary;
use super::page::{Page, Part, Passage};
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-item-capital",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bullet points and steps", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut led = None;
    let mut before: Option<&Passage> = None;
    for passage in &page.passages {
        let last = before.replace(passage);
        let Part::Body(BlockKind::Item { list, ordered: false, .. }) = passage.part else { continue };
        if last.is_some_and(|last| page.words_of(last).ends_with(':')) {
            led = Some(list);
        }
        let Some(first) = page.words(&passage.words).first().filter(|word| word.shape == Shape::Capital) else {
            continue;
        };
        let typed = page.word(*first);
        let is_plain = typed != "I" && is_ordinary(typed) && first.range().start == passage.text.start;
        let in_mark = page.marks_in(&passage.text).any(|(text, _)| text.start == passage.text.start);
        if led == Some(list) && !passage.quoted && is_plain && !in_mark {
            let letter = first.range().start..first.range().start + 1;
            found
                .say(first.range(), "a bullet begins with a capital")
                .help("begin it with a small letter: it goes on from the line above the list")
                .replace(&letter, page.slice(letter.clone()).to_lowercase());
        }
    }
}
