//! `word-please`: "please" is said where nothing is asked as a favour.
//!
//! In: "please" and "please note". Out: a finding on each; a lone "please" before a verb is taken out.
//! Not here: other words of politeness.

use super::found::{Found, cased};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "word-please",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: please"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(&["please note that", "please note", "please be aware that", "please"], "")],
    exceptions: &["if you please"],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        let rest = page.rest(hit.end);
        let follows =
            |letters: &str| letters.starts_with(' ') && letters.chars().nth(1).is_some_and(char::is_lowercase);
        let told = found
            .say(range.clone(), format!("\"{typed}\" is not needed"))
            .help("say what to do: \"Call us\", not \"Please call us\"");
        if typed.len() == "please".len() && follows(rest) {
            let next = hit.end..hit.end + 2;
            let verb = page.slice(hit.end + 1..next.end);
            told.replace(&(hit.start..next.end), cased(verb, typed));
        }
    }
}
