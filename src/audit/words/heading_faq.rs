//! `heading-faq`: a heading or title announces frequently asked questions.
//!
//! In: headings and the title. Out: a finding on "FAQ" and "frequently asked questions".
//! Not here: headings that are questions; those are `heading-question`.

use super::found::Found;
use super::page::{Page, Part, Passage};
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "heading-faq",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: FAQs"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(
        &[
            "faq",
            "faqs",
            "faq's",
            "f.a.q",
            "frequently asked questions",
            "frequently asked question",
            "common questions",
        ],
        "",
    )],
    exceptions: &[],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let is_heading = |passage: &Passage| matches!(passage.part, Part::Title | Part::Body(BlockKind::Heading(_)));
        if page.passage_at(hit.start).is_some_and(is_heading) {
            found
                .say(range, "a heading announces frequently asked questions")
                .help("sort the answers under headings that say what each is about");
        }
    }
}
