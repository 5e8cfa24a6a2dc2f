//! `list-long`: a list has more than 6 bullets.
//!
//! In: bullets, with the style of the NHS. Out: a finding on the seventh. Not here: numbered lists.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-long",
    severity: Severity::Notice,
    basis: &["NHS content guide: formatting"],
    pack: Pack::Nhs,
    list: None,
    check,
};

/// Most bullets that people keep in mind.
const MOST: usize = 6;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut counted = (None, 0);
    for passage in page.own() {
        let Part::Body(BlockKind::Item { list, ordered: false, .. }) = passage.part else { continue };
        counted = if counted.0 == Some(list) { (Some(list), counted.1 + 1) } else { (Some(list), 1) };
        if counted.1 == MOST + 1 {
            found
                .say(passage.text.clone(), format!("a list has more than {MOST} bullets"))
                .help("sort them into shorter lists, each under a line that says what is in it");
        }
    }
}
