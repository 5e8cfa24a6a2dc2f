//! `aria-error-message-unheard`: a field's error message that nobody is told of.

use super::exposed;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-error-message-unheard", severity: Severity::Error, basis: &["WCAG 3.3.1", "WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if page.with(&name!("aria-errormessage")).is_empty() {
        return;
    }
    for id in exposed(page) {
        let Some(message) = page.tree.attribute(id, &name!("aria-errormessage")) else { continue };
        let invalid = page.tree.attribute(id, &name!("aria-invalid")).map(str::trim);
        if message.trim().is_empty() || invalid.is_none_or(|invalid| invalid.eq_ignore_ascii_case("false")) {
            continue;
        }
        let target = page.referred(id, &name!("aria-errormessage")).first().copied();
        let several = message.split_ascii_whitespace().count() > 1;
        let fault = match target {
            _ if several => "`aria-errormessage` names several elements, which screen readers do not follow",
            Some(target) if !page.is_exposed(target) => "the error message of the field is hidden",
            Some(target) if !is_heard(page, id, target) => "the error message of the field is not announced",
            _ => continue,
        };
        let finding = found.at(page, id, fault);
        finding.help("name the message in `aria-describedby` too, or give it `role=\"alert\"`");
        if let Some(target) = target {
            finding.also(page, target, "the message");
        }
    }
}

fn is_heard(page: &Page<'_>, id: NodeId, target: NodeId) -> bool {
    let live = page.tree.attribute(target, &name!("aria-live")).unwrap_or_default().trim();
    page.explicit_role(target) == Some(Role::Alert)
        || ["assertive", "polite"].iter().any(|word| live.eq_ignore_ascii_case(word))
        || page.referred(id, &name!("aria-describedby")).contains(&target)
}
