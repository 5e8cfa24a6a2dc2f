//! `link-nowhere`: a link without an address, or one that only leads to the top of the page and does not say so.
//!
//! `#` is told only where no script is on the page that could act on it.

use super::{links, plain};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "link-nowhere", severity: Severity::Warning, basis: &["WCAG 2.4.4"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    let has_script = !page.elements(&name!("script")).is_empty();
    for link in links(page) {
        let acts = || has_script || tree.attributes(link.node).any(|(name, _)| name.starts_with("on"));
        if !matches!(link.href, "" | "#") || acts() {
            continue;
        }
        let name = page.name(link.node);
        // Without words, the link has no name: that is told elsewhere.
        if name.is_empty() || link.href == "#" && says_top(name) {
            continue;
        }
        found
            .at(page, link.node, format!("the link {} leads nowhere", quote(name)))
            .help("give it the address of its page, or take the link off the words");
    }
}

/// Whether a link says that it leads to the top of the page.
fn says_top(name: &str) -> bool {
    let words = plain(name);
    ["top", "up", "start", "brig", "fyny", "beginning"]
        .iter()
        .any(|word| words.split_whitespace().any(|said| said == *word))
}
