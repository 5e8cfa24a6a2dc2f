//! `dir-invalid`: a direction of writing that does not exist.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "dir-invalid", severity: Severity::Error, basis: &["WCAG 1.3.2", "WCAG technique H34"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.with(&name!("dir")).iter().copied() {
        let Some(direction) = page.tree.attribute(id, &name!("dir")) else { continue };
        let is_known = ["ltr", "rtl", "auto", ""].iter().any(|known| direction.trim().eq_ignore_ascii_case(known));
        // In SVG the attribute means nothing.
        if !is_known && page.tree.node(id).kind == crate::audit::tree::Kind::Html {
            found
                .at(page, id, format!("{} is no direction of writing", quote(direction)))
                .help("write `dir=\"rtl\"` for Arabic, Urdu or Hebrew, and leave it out for other languages");
        }
    }
}
