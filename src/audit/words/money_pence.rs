//! `money-pence`: a sum of money has needless noughts, or shortens pence.
//!
//! In: "£75.00" and "50p" in the text. Out: a finding and a correction. Tables may keep noughts where other rows have pence.
//! Not here: thousands and millions.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "money-pence",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: money"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { passage, word, .. } in page.numbers() {
        let in_table = passage.in_cell();
        let Some(wanted) = wanted(page.word(word)).filter(|_| !in_table) else { continue };
        found
            .say(word.range(), "a sum of money is not written as style guides ask")
            .help(format!("write \"{wanted}\""))
            .replace(&word.range(), wanted);
    }
}

fn wanted(typed: &str) -> Option<String> {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b',');
    if let Some(whole) = typed.strip_prefix('£').and_then(|sum| sum.strip_suffix(".00")) {
        return is_number(whole).then(|| format!("£{whole}"));
    }
    let pence = typed.strip_suffix('p').filter(|pence| pence.len() <= 2 && is_number(pence))?;
    Some(if pence == "1" { "1 penny".to_owned() } else { format!("{pence} pence") })
}
