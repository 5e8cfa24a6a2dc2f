//! `easy-read-abbreviation`: an Easy Read page shortens a word.
//!
//! In: letters that stand for words, and short forms of days, months and contact details. Out: a warning on the first of
//! each. Well-known ones (NHS, GP, TV) and those that the page explains are left alone. Not here: other pages.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{Pack, Rule};
use super::super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-abbreviation",
    severity: Severity::Warning,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

/// Short forms with their words.
const SHORT: [(&str, &str); 17] = [
    ("tel", "telephone"),
    ("Tel", "Telephone"),
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Tues", "Tuesday"),
    ("Thu", "Thursday"),
    ("Thurs", "Thursday"),
    ("Fri", "Friday"),
    ("Feb", "February"),
    ("Sept", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
    ("mins", "minutes"),
    ("hrs", "hours"),
    ("approx", "about"),
    ("info", "information"),
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut said: Vec<&str> = Vec::new();
    for passage in super::passages(page) {
        for word in page.words(&passage.words) {
            let text = page.word(*word);
            let long = SHORT.iter().find(|(short, _)| *short == text).map(|(_, long)| *long);
            let is_letters = word.shape == Shape::Capitals
                && text.bytes().all(|letter| letter.is_ascii_uppercase())
                && !crate::audit::words::known::is_known(text)
                && !page.is_explained(*word);
            if said.contains(&text) || long.is_none() && !is_letters {
                continue;
            }
            said.push(text);
            let told = found.say(word.range(), format!("\"{text}\" shortens words on an Easy Read page"));
            match long {
                Some(long) => told.help(format!("write \"{long}\"")),
                None => told.help("write the words in full"),
            };
        }
    }
}
