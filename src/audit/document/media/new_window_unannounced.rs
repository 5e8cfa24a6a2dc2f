//! Links that open a new window without a word. What is said beside the link counts.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "new-window-unannounced",
    severity: Severity::Warning,
    basis: &["WCAG 3.2.5", "GOV.UK Design System: links"],
    check,
};

/// Words that say so, in English and Welsh.
const ANNOUNCED: [&str; 8] = [
    "new window",
    "new tab",
    "new browser",
    "another window",
    "another tab",
    "ffenestr newydd",
    "ffenest newydd",
    "tab newydd",
];

fn check(page: &Page<'_>, found: &mut Found) {
    if page.with(&name!("target")).is_empty() {
        return;
    }
    for id in page.exposed(&name!("a")).filter(|id| opens_window(page, *id)) {
        if page.name(id).is_empty() || !super::is_readable(page, id) {
            continue;
        }
        let said = super::said_of(page, id);
        if ANNOUNCED.iter().any(|words| said.contains(words)) {
            continue;
        }
        let text = page.name(id);
        found
            .at(page, id, format!("the link {} opens a new window and does not say so", quote(text)))
            .help("let the link open in the same window: take `target` out")
            .help(format!("or say it in the link: {}", quote(&format!("{text} (opens in new tab)"))));
    }
}

fn opens_window(page: &Page<'_>, id: NodeId) -> bool {
    let target = page.tree.attribute(id, &name!("target")).unwrap_or_default().trim();
    let stays = ["", "_self", "_parent", "_top"].iter().any(|known| target.eq_ignore_ascii_case(known));
    !stays && page.tree.has(id, &name!("href"))
}
