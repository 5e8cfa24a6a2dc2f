//! `semicolon-used`: a semicolon joins two sentences.
//!
//! In: the text. Out: a finding on each semicolon outside of quotations. Not here: other punctuation.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "semicolon-used",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: semicolons"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (passage, at) in page.signs(';') {
        // At the end of a bullet it is a matter of lists.
        let ends_item = matches!(passage.part, Part::Body(BlockKind::Item { .. })) && at + 1 == passage.text.end;
        if !ends_item {
            found
                .say(at..at + 1, "a semicolon joins two sentences")
                .help("make two sentences, or a list: many people misread a semicolon");
        }
    }
}
