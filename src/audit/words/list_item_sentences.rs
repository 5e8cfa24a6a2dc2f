//! `list-item-sentences`: a bullet has more than one sentence.
//!
//! In: bullets. Out: a finding on each of two sentences or more. Not here: numbered steps.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "list-item-sentences",
    severity: Severity::Notice,
    basis: &["GOV.UK style guide: bullet points and steps"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own() {
        let Part::Body(BlockKind::Item { ordered: false, .. }) = passage.part else { continue };
        let count = page.sentences(passage).len();
        if count > 1 && !page.words_of(passage).contains('\n') {
            found
                .say(passage.text.clone(), format!("a bullet has {count} sentences"))
                .help("say one thing in each bullet, or write paragraphs under headings");
        }
    }
}
