//! Windows in the page without a name.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "dialog-name-missing", severity: Severity::Warning, basis: &["WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let dialogs = super::roled(page, |role| matches!(role, Role::Dialog | Role::AlertDialog));
    let native = page.exposed(&name!("dialog")).filter(|id| page.explicit_role(*id).is_none());
    for id in dialogs.chain(native).filter(|id| page.is_nameless(*id)) {
        found
            .at(page, id, "the window that opens has no name")
            .help("name it by its heading: `aria-labelledby=\"cookies-heading\"`");
    }
}
