//! `heading-depth`: a heading is of the fifth level or deeper.
//!
//! In: headings. Out: a finding on each beyond the fourth level. Not here: skipped levels, which the finished page shows.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-depth",
    severity: Severity::Warning,
    basis: &["NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own() {
        let Part::Body(BlockKind::Heading(level @ 5..)) = passage.part else { continue };
        found
            .say(passage.text.clone(), format!("a heading is of level {level}"))
            .help("split the page, or use a list: more than four levels are hard to follow");
    }
}
