//! `text-spaced`: words set apart by fixed spaces, to line them up or to make columns.

use super::is_typed_as_is;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::NodeId;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "text-spaced", severity: Severity::Warning, basis: &["WCAG 1.3.2", "WCAG failure F33"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let mut told: Option<NodeId> = None;
    for text in page.texts().iter().filter(|text| is_spaced(text.words)) {
        let Some(around) = page.tree.parent(text.node).filter(|around| Some(*around) != told) else { continue };
        if is_typed_as_is(page, text.node) {
            continue;
        }
        told = Some(around);
        found
            .at(page, around, format!("{} is set apart by fixed spaces", quote(text.words)))
            .help("use a table or a list for what belongs in columns, and a style sheet to make room");
    }
}

/// Whether words stand on both sides of three fixed spaces or more.
fn is_spaced(text: &str) -> bool {
    const THREE: [&str; 2] = ["\u{a0}\u{a0}\u{a0}", "\u{a0} \u{a0} \u{a0}"];
    if text.is_ascii() || !text.contains('\u{a0}') {
        return false;
    }
    let run = THREE.iter().find_map(|run| text.split_once(run));
    let has_word = |part: &str| part.contains(char::is_alphanumeric);
    run.is_some_and(|(before, after)| has_word(before) && has_word(after))
}
