//! `cell-not-applicable`: a cell of a table has a sign where words should say that there is nothing.
//!
//! In: cells of tables. Out: a finding on "N/A", "-" and their like. Not here: empty cells, which the finished page shows.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "cell-not-applicable",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: N/A", "GOV.UK content guidance: tables"],
    pack: Pack::Every,
    list: None,
    check,
};

const SIGNS: [&str; 12] = ["N/A", "n/a", "N/a", "NA", "na", "-", "--", "\u{2013}", "\u{2014}", "n.a.", "nil", "tbc"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| passage.in_cell()) {
        let words = page.words_of(passage).trim();
        if SIGNS.contains(&words) {
            found.say(passage.text.clone(), format!("a cell says \"{words}\"")).help(
                "say what it means: \"not applicable\", \"no data\", \"not yet known\", or 0 where there is none",
            );
        }
    }
}
