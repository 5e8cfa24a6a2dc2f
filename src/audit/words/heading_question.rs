//! `heading-question`: a heading or title is a question.
//!
//! In: headings and the title. Out: a finding on those that end with a question mark. Not here: questions in the text.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-question",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear structure", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| matches!(passage.part, Part::Title | Part::Body(BlockKind::Heading(_))))
    {
        if page.words_of(passage).trim_end().ends_with('?') {
            found
                .say(passage.text.clone(), "a heading is a question")
                .help("say what the part tells: \"Who can get help\", not \"Can I get help?\"");
        }
    }
}
