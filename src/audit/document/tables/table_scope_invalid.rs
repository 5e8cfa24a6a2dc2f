//! `table-scope-invalid`: `scope` with a value that does not exist, or on a cell that is no header.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "table-scope-invalid",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WCAG technique H63"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for (name, is_header) in [(name!("th"), true), (name!("td"), false)] {
        for id in page.elements(&name).iter().copied().filter(|id| page.is_exposed(*id)) {
            let Some(scope) = page.tree.attribute(id, &name!("scope")) else { continue };
            let is_known = ["row", "col", "rowgroup", "colgroup"].iter().any(|known| scope.eq_ignore_ascii_case(known));
            if !is_header {
                found
                    .at(page, id, "`scope` stands on a cell that is no header")
                    .help("write the cell as `<th>` if it names a row or column, or take `scope` out");
            } else if !is_known {
                found
                    .at(page, id, format!("{} is no scope of a header", quote(scope)))
                    .help("write `scope=\"col\"` for the header of a column and `scope=\"row\"` for that of a row");
            }
        }
    }
}
