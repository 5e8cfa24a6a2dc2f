//! `aria-attribute-unknown`: an attribute that begins with `aria-` and is none of ARIA's.

use super::exposed;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::all_aria;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;
use crate::model::slug::nearest;

pub(super) const RULE: Rule =
    Rule { code: "aria-attribute-unknown", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 5f99a7"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.has_unknown_aria() {
        return;
    }
    for id in exposed(page) {
        for (name, _) in page.tree.attributes(id) {
            let Some(typed) = name.strip_prefix("aria-").filter(|_| page.aria(name).is_none()) else { continue };
            let finding = found.at(page, id, format!("there is no attribute {}", quote(name)));
            match nearest(typed, all_aria()) {
                Some(near) => finding.help(format!("write `aria-{near}`, or take it out")),
                None => finding.help("take it out"),
            };
        }
    }
}
