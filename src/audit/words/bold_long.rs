//! `bold-long`: a long run of words is bold.
//!
//! In: bold runs of the text. Out: a finding on those of more than 8 words: bold is for the names of buttons and the like.
//! Not here: a bold paragraph that stands for a heading, which the finished page shows.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::{BlockKind, MarkKind};

pub(super) const RULE: Rule = Rule {
    code: "bold-long",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: bold", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

/// A name on a screen is hardly longer.
const MOST: usize = 8;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for (text, kind) in page.marks().filter(|(_, kind)| *kind == MarkKind::Strong) {
        let is_text = |part| matches!(part, Part::Body(BlockKind::Paragraph | BlockKind::Item { .. }));
        let own = page.passage_at(text.start).is_some_and(|passage| !passage.quoted && is_text(passage.part));
        let count = page.slice(text.clone()).split_whitespace().count();
        if own && kind == MarkKind::Strong && count > MOST {
            found
                .say(text, format!("{count} words in a row are bold"))
                .help("keep bold for what a person selects, such as **Start**, and put what matters first");
        }
    }
}
