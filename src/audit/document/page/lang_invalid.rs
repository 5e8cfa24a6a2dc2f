//! `lang-invalid`: a page whose language is none that is registered.

use super::{of_page, root};
use crate::audit::document::language::subtag;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "lang-invalid", severity: Severity::Error, basis: &["WCAG 3.1.1", "ACT bf051a"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let Some(root) = root(page) else { return };
    let Some(language) = page.tree.attribute(root, &name!("lang")) else { return };
    // Of an empty one, `lang-missing` tells.
    if language.trim().is_empty() || subtag::is_registered(language) {
        return;
    }
    found
        .on(of_page(page), format!("{} is no language that browsers know", quote(language)))
        .help(subtag::advice(language));
}
