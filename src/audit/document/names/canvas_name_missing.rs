//! `canvas` that nothing stands for: neither a name nor words in it. axe-core has no such rule.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "canvas-name-missing", severity: Severity::Warning, basis: &["WCAG 1.1.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let is_empty =
        |id: &NodeId| page.is_nameless(*id) && !page.tree.has_text(*id) && !page.tree.has(*id, &name!("role"));
    for id in page.exposed(&name!("canvas")).filter(is_empty) {
        found
            .at(page, id, "nothing says what the drawing shows")
            .help("describe it between the tags, `<canvas>Requests rose from 40 to 60 a week</canvas>`, or hide it with `aria-hidden=\"true\"` if it says nothing");
    }
}
