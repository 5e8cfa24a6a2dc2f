//! Frames with the same title that show different things.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "frame-title-repeated", severity: Severity::Warning, basis: &["WCAG 4.1.2", "ACT 4b1c6c"], check };

/// Frames that are told apart; no page has more.
const MOST: usize = 100;

fn check(page: &Page<'_>, found: &mut Found) {
    let mut known: Vec<(String, &str, NodeId)> = Vec::new();
    for id in page.exposed(&name!("iframe")) {
        let title = page.name(id).to_lowercase();
        let source = page.tree.attribute(id, &name!("src")).unwrap_or_default().trim();
        if title.is_empty() || source.is_empty() {
            continue;
        }
        match known.iter().find(|(other, _, _)| *other == title) {
            Some((_, other, first)) if *other != source => {
                found
                    .at(
                        page,
                        id,
                        format!("two frames that show different things are both called {}", quote(page.name(id))),
                    )
                    .also(page, *first, "the first")
                    .help("give each a title of its own: `title=\"Map of the north office\"`");
            }
            None if known.len() < MOST => known.push((title, source, id)),
            _ => {}
        }
    }
}
