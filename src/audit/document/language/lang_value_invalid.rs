//! `lang-value-invalid`: a passage whose language is none that is registered.

use super::subtag;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "lang-value-invalid", severity: Severity::Error, basis: &["WCAG 3.1.2", "ACT de46e4"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    for id in page.with(&name!("lang")).iter().copied() {
        let Some(language) = tree.attribute(id, &name!("lang")).filter(|language| !language.is_empty()) else {
            continue;
        };
        if tree.is(id, &name!("html")) || subtag::is_registered(language) || !page.is_exposed(id) {
            continue;
        }
        // Passages within it that name their own language are not asked for this one.
        let says = tree
            .descendants(id)
            .any(|at| page.is_exposed(at) && (!tree.text(at).trim().is_empty() || tree.has(at, &name!("alt"))));
        if says {
            found
                .at(page, id, format!("{} is no language that browsers know", quote(language)))
                .help(subtag::advice(language));
        }
    }
}
