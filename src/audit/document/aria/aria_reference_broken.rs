//! `aria-reference-broken`: an attribute that names other elements by ids which nothing on the page has.
//!
//! One id that leads somewhere is enough. What a script may still bring is left out: what is closed, not chosen, or opens
//! a menu.

use super::{attributes, exposed};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Value;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, NodeId, name};
use crate::diag::Severity;
use crate::model::slug::nearest;

pub(super) const RULE: Rule =
    Rule { code: "aria-reference-broken", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 6a7281"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page) {
        for (aria, typed) in attributes(page, id) {
            let leads = match aria.value {
                Value::IdRef => page.by_id(typed).is_some(),
                Value::IdRefs => typed.split_ascii_whitespace().any(|typed| page.by_id(typed).is_some()),
                _ => continue,
            };
            if leads || typed.trim().is_empty() || is_script_to_come(page, id, aria.name) {
                continue;
            }
            let finding = found.at(
                page,
                id,
                format!("nothing on the page has the id that `aria-{}` names: {}", aria.name, quote(typed)),
            );
            match nearest(typed.trim(), page.ids().iter().map(|(id, _)| *id)) {
                Some(near) => finding.help(format!("write `aria-{}=\"{near}\"`, or take it out", aria.name)),
                None => finding
                    .help(format!("give the element that is meant `id={typed:?}`, or take `aria-{}` out", aria.name)),
            };
        }
    }
}

fn is_script_to_come(page: &Page<'_>, id: NodeId, attribute: &str) -> bool {
    let is_false =
        |name: &Name| page.tree.attribute(id, name).is_some_and(|value| value.trim().eq_ignore_ascii_case("false"));
    match attribute {
        "controls" => {
            let opens = page.tree.has(id, &name!("aria-haspopup")) && !is_false(&name!("aria-haspopup"));
            opens || is_false(&name!("aria-expanded")) || is_false(&name!("aria-selected"))
        }
        "owns" => is_false(&name!("aria-expanded")),
        "errormessage" => page.tree.attribute(id, &name!("aria-invalid")).is_none_or(|value| value.trim() != "true"),
        _ => false,
    }
}
