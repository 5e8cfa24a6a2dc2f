//! `money-million`: a large sum of money is shortened.
//!
//! In: "£138m", "£2bn", "£50k", "£0.7 million". Out: a finding and a correction. Not here: other numbers.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::quantity::with_commas;

pub(super) const RULE: Rule = Rule {
    code: "money-million",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: millions", "GOV.UK style guide: money"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers() {
        let Some(sum) = page.word(word).strip_prefix('£') else { continue };
        let figure = sum.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let own = sum.get(figure.len()..).unwrap_or_default();
        let next = words.get(at + 1).filter(|next| own.is_empty() && page.between(word, **next) == " ");
        let (unit, end) = next.map_or((own, word), |next| (page.word(*next), *next));
        let Some(wanted) = wanted(figure, unit) else { continue };
        let range = word.range().start..end.range().end;
        found
            .say(range.clone(), "a large sum of money is not written as style guides ask")
            .help(format!("write \"{wanted}\""))
            .replace(&range, wanted);
    }
}

fn wanted(figure: &str, unit: &str) -> Option<String> {
    let is_figure = !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    let name = match unit {
        "m" | "M" | "mn" | "mil" | "mill" => "million",
        "bn" | "b" | "BN" | "Bn" => "billion",
        "k" | "K" => "thousand",
        "million" if figure.starts_with("0.") => "million",
        _ => return None,
    };
    if !is_figure {
        return None;
    }
    let small = name == "thousand" || figure.starts_with("0.") && name == "million";
    if !small {
        return Some(format!("£{figure} {name}"));
    }
    // In whole pounds, as the words of the number: "0.7" million is 700 thousand.
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let places = if name == "thousand" { 3 } else { 6 };
    let digits = format!("{}{part:0<places$}", whole.replace(',', ""));
    let pounds: u64 = digits.parse().ok().filter(|_| part.len() <= places)?;
    Some(format!("£{}", with_commas(&pounds.to_string())))
}
