//! `phone-label`: the label of a phone number is shortened, or another than the house style's.
//!
//! In: "Tel:", "Phone:" and their like before a number. Out: a finding, and "Telephone:" (GOV.UK) or "Phone:" (NHS) as
//! correction. Not here: the number itself.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "phone-label",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: telephone numbers", "NHS content guide: A to Z"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let wanted = if page.nhs { "Phone:" } else { "Telephone:" };
    for Among { words, at, word: number, .. } in page.numbers() {
        let Some(label) = at.checked_sub(1).and_then(|at| words.get(at)) else { continue };
        let before = at.checked_sub(2).and_then(|at| words.get(at)).map(|word| page.word(*word));
        if before.is_some_and(|before| before.eq_ignore_ascii_case("mobile")) {
            continue;
        }
        let between = page.between(*label, number);
        let is_number = page.word(number).starts_with('0') || between.ends_with('+');
        if !is_number || label.shape == Shape::Number {
            continue;
        }
        let wanted = match (page.word(*label).to_ascii_lowercase().as_str(), between.trim_end_matches(['+', '('])) {
            ("tel" | "t" | "ph", ": " | "." | ". " | ".: ") | ("tel", " ") => wanted,
            ("phone", ": ") if !page.nhs => wanted,
            ("telephone", ": ") if page.nhs => wanted,
            ("mob", ": " | ". " | " ") | ("mobile", ": ") => "Mobile phone:",
            _ => continue,
        };
        let end = number.range().start - (between.len() - between.trim_end_matches([' ', '+', '(']).len());
        let range = label.range().start..end.max(label.range().end);
        let typed = page.slice(range.clone());
        found
            .say(range.clone(), format!("\"{typed}\" is not the label of phone numbers in this style"))
            .help(format!("write \"{wanted}\""))
            .replace(&range, wanted);
    }
}
