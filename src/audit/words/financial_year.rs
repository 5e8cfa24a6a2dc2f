//! `financial-year`: two years are joined by a dash or slash.
//!
//! In: "2019-20", "2019/20" and "2019–2020". Out: a finding, and "2019 to 2020" as correction.
//! Not here: other ranges of numbers.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "financial-year",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: dates"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { word, .. } in page.numbers() {
        let typed = page.word(word);
        let Some((first, second)) = typed.split_once(['-', '/', '\u{2013}', '\u{2014}']) else { continue };
        let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if first.len() != 4
            || !is_number(first)
            || !is_number(second)
            || !(first.starts_with("19") || first.starts_with("20"))
        {
            continue;
        }
        let Ok(year) = first.parse::<u32>() else { continue };
        let next = (year + 1).to_string();
        let is_next = second == next || second.len() == 2 && next.ends_with(second);
        // "2019-2024" is a range of years.
        let is_range = second.len() == 4 && (second.starts_with("19") || second.starts_with("20")) && second > first;
        if is_next || is_range {
            let last = if is_next { next } else { second.to_owned() };
            let wanted = format!("{first} to {last}");
            found
                .say(word.range(), "years are joined by a dash or slash")
                .help(format!("write \"{wanted}\""))
                .replace(&word.range(), wanted);
        }
    }
}
