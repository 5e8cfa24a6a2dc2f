//! `heading-full-stop`: a heading ends with a full stop.
//!
//! In: headings and the title. Out: a finding on the stop, which is taken off. Not here: other punctuation.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-full-stop",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: titles", "NHS content guide: punctuation"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| matches!(passage.part, Part::Title | Part::Body(BlockKind::Heading(_))))
    {
        let words = page.words_of(passage);
        // `etc.` and `…` have their stops for another reason.
        if !words.ends_with('.') || words.ends_with("..") || words.ends_with("etc.") {
            continue;
        }
        let stop = passage.text.end - 1..passage.text.end;
        found.say(stop.clone(), "a heading ends with a full stop").help("take the full stop off").replace(&stop, "");
    }
}
