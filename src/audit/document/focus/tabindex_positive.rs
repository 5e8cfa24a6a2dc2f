//! `tabindex-positive`: an element that jumps the queue when people press Tab.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "tabindex-positive", severity: Severity::Warning, basis: &["WCAG 2.4.3"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.with(&name!("tabindex")).iter().copied() {
        let Some(typed) = page.tree.attribute(id, &name!("tabindex")) else { continue };
        let is_positive = typed.trim().parse::<i64>().is_ok_and(|order| order > 0);
        if is_positive && page.is_exposed(id) {
            found
                .at(
                    page,
                    id,
                    format!("the Tab key comes here before the rest of the page: `tabindex=\"{}\"`", typed.trim()),
                )
                .help("write `tabindex=\"0\"`, or take `tabindex` out of a link, button or field");
        }
    }
}
