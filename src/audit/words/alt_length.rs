//! `alt-length`: the words for a picture are longer than people listen to.
//!
//! In: words for pictures, with the style of the NHS. Out: a finding over 125 characters. Not here: missing words.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "alt-length",
    severity: Severity::Notice,
    basis: &["NHS service manual: accessibility"],
    pack: Pack::Nhs,
    list: None,
    check,
};

/// Most characters.
const MOST: usize = 125;

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.own().filter(|passage| passage.part == Part::Body(BlockKind::Alt)) {
        let length = page.words_of(passage).chars().count();
        if length > MOST {
            found
                .say(passage.text.clone(), format!("the words for a picture have {length} characters"))
                .help(format!("say what it shows in at most {MOST}, and the rest in the text"));
        }
    }
}
