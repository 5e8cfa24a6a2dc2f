//! Fields whose only name is the grey text in them, which goes away when people type.

use crate::audit::accname::NameFrom;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "field-label-placeholder", severity: Severity::Warning, basis: &["WCAG 3.3.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in super::fields(page).into_iter().filter(|id| page.name_from(*id) == NameFrom::Placeholder) {
        let words = page.name(id);
        found
            .at(page, id, format!("what the field asks for, {}, goes away when people type", quote(words)))
            .help(format!("write it in a label above the field: `<label for=\"…\">{words}</label>`"));
    }
}
