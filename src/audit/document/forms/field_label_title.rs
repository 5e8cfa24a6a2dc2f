//! Fields named by `title` or explained by `aria-describedby` only: people who see the page see no label.

use crate::audit::accname::NameFrom;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "field-label-title", severity: Severity::Warning, basis: &["WCAG 3.3.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in super::fields(page).into_iter().filter(|id| page.name_from(*id) == NameFrom::Title) {
        let words = page.name(id);
        found
            .at(page, id, format!("what the field asks for, {}, shows only under the mouse", quote(words)))
            .help(format!("write it in a label above the field: `<label for=\"…\">{words}</label>`"));
    }
}
