//! Forms without a button to send them.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "form-submit-missing", severity: Severity::Notice, basis: &["WCAG 3.2.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if page.elements(&name!("form")).is_empty() {
        return;
    }
    let (fields, buttons) = (super::fields(page), buttons(page));
    let tree = page.tree;
    let mut tied: Vec<&str> = buttons.iter().filter_map(|id| tree.attribute(*id, &name!("form"))).collect();
    tied.sort_unstable();
    for id in page.exposed(&name!("form")).filter(|id| super::count_in(page, &fields, *id) > 0) {
        let is_tied = tree.attribute(id, &name!("id")).is_some_and(|own| tied.binary_search(&own).is_ok());
        if !is_tied && super::count_in(page, &buttons, id) == 0 {
            found
                .at(page, id, "the form has no button to send it")
                .help("end the form with a button: `<button>Send your request</button>`");
        }
    }
}

/// Everything on the page that is pressed, in document order.
fn buttons(page: &Page<'_>) -> Vec<NodeId> {
    let inputs = page
        .elements(&name!("input"))
        .iter()
        .filter(|id| matches!(super::kind(page, **id).as_str(), "submit" | "image" | "button"));
    let others = page.with(&name!("role")).iter().filter(|id| page.explicit_role(**id) == Some(Role::Button));
    let mut all: Vec<_> = page.elements(&name!("button")).iter().chain(inputs).chain(others).copied().collect();
    all.sort_unstable();
    all
}
