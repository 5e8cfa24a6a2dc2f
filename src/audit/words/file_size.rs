//! `file-size`: the size of a file is written with a space or small letters.
//!
//! In: "19.5 KB", "2mb" and their like. Out: a finding and a correction. Not here: whether a link gives a size at all.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "file-size",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: numbers", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers() {
        let typed = page.word(word);
        let figure = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let own_unit = typed.get(figure.len()..).unwrap_or_default();
        let next = words.get(at + 1).filter(|next| own_unit.is_empty() && page.between(word, **next) == " ");
        let (unit, end) = next.map_or((own_unit, word), |next| (page.word(*next), *next));
        let right = match unit {
            "kb" | "Kb" | "kB" | "KB" => "KB",
            "mb" | "Mb" | "MB" => "MB",
            "gb" | "Gb" | "GB" => "GB",
            _ => continue,
        };
        let is_figure = figure.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let wanted = format!("{figure}{right}");
        let range = word.range().start..end.range().end;
        if is_figure && page.slice(range.clone()) != wanted {
            found
                .say(range.clone(), "the size of a file is not written as style guides ask")
                .help(format!("write \"{wanted}\""))
                .replace(&range, wanted);
        }
    }
}
