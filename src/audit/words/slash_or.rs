//! `slash-or`: a slash stands for "or".
//!
//! In: words joined by a slash. Out: a finding on "and/or" and on two ordinary words with a slash between them.
//! Not here: "he/she"; that is `gendered-word`.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "slash-or",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: or"],
    pack: Pack::Every,
    list: None,
    check,
};

const FINE: [&str; 10] = ["n/a", "w/c", "c/o", "km/h", "mg/l", "either/or", "his/her", "he/she", "him/her", "s/he"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (_, at) in page.signs('/') {
        let Some(word) = page.word_at(at).filter(|word| word.shape == Shape::Lower) else { continue };
        let typed = page.word(word);
        let parts: Vec<&str> = typed.split('/').collect();
        let is_word = |part: &&str| part.len() > 1 && part.chars().all(|c| c.is_lowercase() || c == '-' || c == '\'');
        let reversed = parts.iter().rev().copied().collect::<Vec<_>>().join("/");
        let is_fine = FINE.iter().any(|fine| *fine == typed || *fine == reversed);
        if parts.len() == 2 && parts.iter().all(is_word) && !is_fine {
            let help = match parts.as_slice() {
                ["and", "or"] => "write \"or\", or \"a or b, or both\"".to_owned(),
                [left, right] => format!("say which is meant: \"{left} or {right}\", or \"{left} and {right}\""),
                _ => continue,
            };
            found.say(word.range(), format!("a slash in \"{typed}\" leaves open what is meant")).help(help);
        }
    }
}
