//! `easy-read-passive`: a sentence of an Easy Read page does not say who does something.
//!
//! In: a form of "be" with a verb that is done to somebody. Out: a notice. Not here: words that only look like such a
//! verb: "you are worried", "the centre is closed".

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{Pack, Rule};
use super::super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-passive",
    severity: Severity::Notice,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
/// Verbs that are done to somebody and do not end in `ed`.
const IRREGULAR: [&str; 20] = [
    "given", "made", "done", "told", "sent", "paid", "kept", "held", "shown", "written", "chosen", "taken", "seen",
    "found", "brought", "bought", "sold", "built", "spoken", "driven",
];
/// Words in `ed` that say how somebody or something is.
const STATES: [&str; 40] = [
    "worried",
    "tired",
    "married",
    "retired",
    "closed",
    "disabled",
    "confused",
    "scared",
    "excited",
    "pleased",
    "interested",
    "qualified",
    "related",
    "experienced",
    "concerned",
    "limited",
    "united",
    "advanced",
    "detailed",
    "red",
    "bored",
    "annoyed",
    "frightened",
    "upset",
    "relaxed",
    "divorced",
    "separated",
    "widowed",
    "stressed",
    "depressed",
    "embarrassed",
    "ashamed",
    "supposed",
    "used",
    "allowed",
    "crowded",
    "located",
    "prepared",
    "satisfied",
    "surprised",
];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in super::passages(page) {
        let words = page.words(&passage.words);
        for (be, verb) in words.iter().zip(words.iter().skip(1)) {
            let text = page.word(*verb);
            let is_verb = verb.shape == Shape::Lower
                && (IRREGULAR.contains(&text)
                    || text.len() > 4 && text.ends_with("ed") && !text.ends_with("eed") && !STATES.contains(&text));
            if is_verb && BE.contains(&page.word(*be)) {
                let range = be.range().start..verb.range().end;
                let message = format!("\"{}\" does not say who does it", page.slice(range.clone()));
                found.say(range, message).help("say who does it, for example \"We will tell you\"");
            }
        }
    }
}
