//! `heading-one-repeated`: a page with several headings of level 1.

use super::headings;
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "heading-one-repeated", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let mut first = None;
    // Of those that say nothing, `heading-empty` tells.
    let ones = headings(page).iter().filter(|heading| heading.level == 1 && page.tree.has_text(heading.node));
    for heading in ones {
        let Some(first) = first else {
            first = Some(heading.node);
            continue;
        };
        let words = quote(&text(page, heading.node));
        found
            .at(page, heading.node, format!("{words} is another heading of level 1"))
            .help("keep level 1 for the title of the page and make this heading level 2, in Markdown `## `")
            .also(page, first, "the first one");
    }
}
