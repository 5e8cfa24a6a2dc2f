//! `ordinal-number`: an ordinal number up to the ninth is a figure.
//!
//! In: "1st" to "9th" in the text, with the style of GOV.UK. Out: a finding and a correction. Tables, names and dates are
//! left alone. Not here: "10th" and on, which are figures.

use super::calendar::is_month;
use super::found::{Found, cased};
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "ordinal-number",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers"],
    pack: Pack::GovUk,
    list: None,
    check,
};

const ORDINALS: [(&str, &str); 9] = [
    ("1st", "first"),
    ("2nd", "second"),
    ("3rd", "third"),
    ("4th", "fourth"),
    ("5th", "fifth"),
    ("6th", "sixth"),
    ("7th", "seventh"),
    ("8th", "eighth"),
    ("9th", "ninth"),
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers().filter(|among| !among.passage.in_cell()) {
        let typed = page.word(word);
        let Some((_, name)) = ORDINALS.iter().find(|(short, _)| *short == typed) else { continue };
        // "1st Floor" and "1st May" are names and dates; so is "May 1st".
        let next = words.get(at + 1);
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let is_name = |word: Option<&Word>| word.is_some_and(|word| word.shape == Shape::Capital);
        let is_date =
            next.is_some_and(|next| page.word(*next) == "of") || before.is_some_and(|word| is_month(page.word(*word)));
        if !is_name(next) && !is_date {
            let wanted = if page.begins_sentence(word.range().start) { cased(name, "A") } else { (*name).to_owned() };
            found
                .say(word.range(), format!("\"{typed}\" is a figure"))
                .help(format!("write \"{wanted}\""))
                .replace(&word.range(), wanted);
        }
    }
}
