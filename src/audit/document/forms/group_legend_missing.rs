//! `fieldset` around fields without words that say what they are about.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "group-legend-missing", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let fields = super::fields(page);
    for id in page.exposed(&name!("fieldset")).filter(|id| page.is_nameless(*id)) {
        if super::count_in(page, &fields, id) > 1 && !page.role(id).is_some_and(Role::is_presentational) {
            found
                .at(page, id, "nothing says what the fields of the group have in common")
                .help("begin the group with its question: `<fieldset><legend>Where do you live?</legend>`");
        }
    }
}
