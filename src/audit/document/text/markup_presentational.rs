//! `markup-presentational`: elements that only say how text looks, and that HTML no longer has.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "markup-presentational",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "HTML: obsolete features"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for name in [name!("font"), name!("center"), name!("big"), name!("tt"), name!("strike"), name!("basefont")] {
        let mut nodes = page
            .elements(&name)
            .iter()
            .copied()
            .filter(|id: &NodeId| page.tree.is(*id, &name) && page.is_rendered(*id));
        let Some(first) = nodes.next() else { continue };
        let message = match nodes.count() {
            0 => format!("`<{name}>` says only how the text looks"),
            more => format!("`<{name}>` says only how the text looks, here and {more} more times"),
        };
        found
            .at(page, first, message)
            .help("take it out and let the style sheet say how text looks; write a heading, `<strong>` or `<em>` where it means something");
    }
}
