//! `abbreviation-stops`: an abbreviation has full stops between its letters.
//!
//! In: "N.H.S." and its like. Out: a finding and a correction. Initials before a name are left alone.
//! Not here: "e.g." and "i.e.".

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "abbreviation-stops",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: abbreviations"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.shaped(&[Shape::Capitals]) {
        let typed = page.word(word);
        let letters: Vec<&str> = typed.split('.').collect();
        let is_letter = |part: &&str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
        let before_name = words.get(at + 1).is_some_and(|next| next.shape == Shape::Capital);
        if letters.len() < 2 || !letters.iter().all(is_letter) || before_name {
            continue;
        }
        let ends_sentence = page.rest(word.range().end) == ".";
        let has_stop = page.rest(word.range().end).starts_with('.') && !ends_sentence;
        let range = word.range().start..word.range().end + usize::from(has_stop);
        let plain = letters.concat();
        found
            .say(range.clone(), "an abbreviation has full stops")
            .help(format!("write \"{plain}\""))
            .replace(&range, plain);
    }
}
