//! `aria-attribute-missing`: a role without an attribute that it needs, such as a checkbox that does not say whether it
//! is ticked.
//!
//! An element whose own role is written out once more says these things by itself (`<select role="combobox">`).

use super::{element, typed};
use crate::audit::page::Page;
use crate::audit::role::{Attributes, Role};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-attribute-missing", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 4e8ab6"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in typed(page) {
        let Some(role) = page.explicit_role(id).filter(|role| is_bound(page, id, *role)) else { continue };
        let missing = role.facts().required.iter().filter(|aria| {
            let given = page.tree.attributes(id).find(|(name, _)| name.strip_prefix("aria-") == Some(aria.name));
            given.is_none_or(|(_, value)| value.trim().is_empty()) && !comes_by_itself(page, id, aria.set())
        });
        let missing: Vec<_> = missing.map(|aria| format!("`aria-{}`", aria.name)).collect();
        if missing.is_empty() {
            continue;
        }
        found.at(page, id, format!("{} lacks {}", element(page, id), missing.join(" and "))).help(format!(
            "add {}, {}",
            missing.join(" and "),
            example(role)
        ));
    }
}

/// Whether the role's demands hold here.
fn is_bound(page: &Page<'_>, id: NodeId, role: Role) -> bool {
    let says = |name: &Name| page.tree.attribute(id, name).unwrap_or_default().trim();
    match role {
        _ if role.facts().required == Attributes::NONE || page.implicit_role(id) == Some(role) => false,
        // A line that nobody moves has no value.
        Role::Separator => page.is_focusable(id),
        Role::Combobox => !says(&name!("aria-expanded")).eq_ignore_ascii_case("false"),
        Role::Slider => says(&name!("aria-valuetext")).is_empty(),
        _ => true,
    }
}

/// Whether HTML says it.
fn comes_by_itself(page: &Page<'_>, id: NodeId, attribute: Attributes) -> bool {
    let has = |names| Attributes::of(names).has(attribute);
    match *page.tree.name(id) {
        name!("input") => {
            let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default();
            has("valuenow")
                || has("checked") && (kind.eq_ignore_ascii_case("checkbox") || kind.eq_ignore_ascii_case("radio"))
        }
        name!("select") | name!("textarea") | name!("progress") => has("valuenow"),
        name!("h1") | name!("h2") | name!("h3") | name!("h4") | name!("h5") | name!("h6") => has("level"),
        _ => false,
    }
}

fn example(role: Role) -> &'static str {
    match role {
        Role::Heading => "such as `aria-level=\"2\"`, or write `<h2>`",
        Role::Combobox => "such as `aria-expanded=\"false\"`, or write `<select>`",
        Role::Meter | Role::Scrollbar | Role::Separator | Role::Slider => "such as `aria-valuenow=\"50\"`",
        _ => "such as `aria-checked=\"false\"`, or write `<input type=\"checkbox\">`",
    }
}
