//! `table-caption-repeated`: a table whose `summary` says what its caption says.

use super::caption;
use crate::audit::page::Page;
use crate::audit::reading::text;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "table-caption-repeated", severity: Severity::Warning, basis: &["WCAG technique H39"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for table in page.elements(&name!("table")).iter().copied().filter(|id| page.is_exposed(*id)) {
        let Some(summary) = page.tree.attribute(table, &name!("summary")) else { continue };
        let summary = summary.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let caption = caption(page, table).map(|caption| text(page, caption).to_lowercase());
        if !summary.is_empty() && caption.is_some_and(|caption| caption == summary) {
            found
                .at(page, table, "the `summary` of the table says the same as its caption")
                .help("take `summary` out: screen readers would say the words twice");
        }
    }
}
