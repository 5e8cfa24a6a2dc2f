//! Buttons without words: `button`, `input` of the kinds that are buttons, and elements with that role.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "button-name-missing", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 97a4e1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let buttons = page.exposed(&name!("button")).filter(|id| super::is_in_need(page, *id));
    let inputs = page.exposed(&name!("input")).filter(|id| is_button(page, *id) && super::is_in_need(page, *id));
    let others = super::roled(page, |role| role == Role::Button).filter(|id| !is_native(page, *id));
    for id in buttons.chain(inputs).chain(others).filter(|id| page.is_nameless(*id)) {
        let help = if page.tree.is(id, &name!("input")) {
            "say what the button does: `value=\"Search\"`"
        } else {
            "say what the button does: `<button>Search</button>`; where it shows a picture only, `aria-label=\"Search\"`"
        };
        found.at(page, id, "the button has no words").help(help);
    }
}

fn is_button(page: &Page<'_>, id: NodeId) -> bool {
    let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default();
    ["button", "submit", "reset"].iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// Elements that other rules, or the lines above, look at.
fn is_native(page: &Page<'_>, id: NodeId) -> bool {
    match *page.tree.name(id) {
        // Without an address it is no link, and what its role says.
        name!("a") => page.tree.has(id, &name!("href")),
        // Fields are told by the rules of forms.
        name!("select") | name!("textarea") => true,
        _ => matches!(*page.tree.name(id), name!("button") | name!("input") | name!("img") | name!("svg")),
    }
}
