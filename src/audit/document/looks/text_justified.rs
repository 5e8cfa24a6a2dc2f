//! `text-justified`: text drawn out to both edges, with rivers of white that are hard to read across.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "text-justified", severity: Severity::Notice, basis: &["WCAG 1.4.8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    let mut paragraphs = page.elements(&name!("p")).iter().copied();
    let first = paragraphs.find(|id| page.is_seen(*id) && page.styles.of(*id).justified == Some(true));
    if let Some(id) = first {
        found.at(page, id, "the text is justified").help("write `text-align: start` in the style sheet");
    }
}
