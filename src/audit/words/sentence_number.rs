//! `sentence-number`: a sentence begins with a figure.
//!
//! In: sentences of paragraphs, with the style of GOV.UK. Out: a finding on the figure. Years and dates may begin one.
//! Not here: headings, bullets, tables.

use super::calendar::is_month;
use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "sentence-number",
    severity: Severity::Notice,
    basis: &["GOV.UK style guide: numbers"],
    pack: Pack::GovUk,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| passage.part == Part::Body(BlockKind::Paragraph)) {
        for sentence in page.sentences(passage) {
            let words = page.words(&sentence.words);
            let Some(first) = words.first().filter(|word| word.shape == Shape::Number && words.len() > 3) else {
                continue;
            };
            let typed = page.word(*first);
            let is_plain = typed.bytes().all(|b| b.is_ascii_digit() || b == b',');
            let is_year = typed.len() == 4 && (typed.starts_with("19") || typed.starts_with("20"));
            let is_date = words.get(1).is_some_and(|next| is_month(page.word(*next)));
            // The mark of a numbered paragraph, and a number to call.
            let is_mark = page.rest(first.range().end).starts_with(['.', ')']);
            if is_plain
                && !is_year
                && !is_date
                && !is_mark
                && !typed.starts_with('0')
                && !matches!(typed, "999" | "111" | "101")
            {
                found
                    .say(first.range(), "a sentence begins with a figure")
                    .help("write it as a word, or begin with another word: \"About 30 people came\"");
            }
        }
    }
}
