//! `accesskey-twice`: two elements with one shortcut key.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "accesskey-twice",
    severity: Severity::Warning,
    basis: &["House rule: a page has no shortcut keys of its own"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let key = |id: NodeId| page.tree.attribute(id, &name!("accesskey")).map(|key| (key.to_uppercase(), id));
    let mut keys: Vec<(String, NodeId)> = page.with(&name!("accesskey")).iter().filter_map(|id| key(*id)).collect();
    keys.retain(|(key, id)| !key.is_empty() && page.is_seen(*id));
    // Stable: the first in the page comes first, and the finding is there.
    keys.sort_by(|one, other| one.0.cmp(&other.0));
    for same in keys.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
        let [(key, first), rest @ ..] = same else { continue };
        let finding = found.at(page, *first, format!("{} elements have the shortcut key {}", same.len(), quote(key)));
        finding.help("take `accesskey` out of all of them");
        for (_, other) in rest.iter().take(3) {
            finding.also(page, *other, "the same key");
        }
    }
}
