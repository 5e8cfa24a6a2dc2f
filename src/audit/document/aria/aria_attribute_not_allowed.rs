//! `aria-attribute-not-allowed`: an attribute that the element's role does not take, such as `aria-checked` on a link.

use super::{attributes, element, exposed};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::{Aria, AriaAllowed, Attributes, Role, aria_allowed};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-attribute-not-allowed", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 5c01ea"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page) {
        let is_drawing = page.tree.node(id).kind != Kind::Html && page.explicit_role(id).is_none();
        if is_drawing && !page.is_focusable(id) {
            continue;
        }
        let wrong: Vec<_> = attributes(page, id).filter(|(aria, value)| !is_taken(page, id, aria, value)).collect();
        for (aria, _) in &wrong {
            found
                .at(page, id, format!("{} does not take `aria-{}`", element(page, id), aria.name))
                .help(format!("take `aria-{}` out, or use an element that it belongs to", aria.name));
        }
        if wrong.is_empty() {
            check_case(page, id, found);
        }
    }
}

fn is_taken(page: &Page<'_>, id: NodeId, aria: &Aria, value: &str) -> bool {
    if aria.global {
        return match aria_allowed(page, id) {
            _ if page.explicit_role(id).is_some() => true,
            AriaAllowed::ByRole => true,
            AriaAllowed::Hidden => aria.name == "hidden",
            AriaAllowed::Nothing => false,
        };
    }
    let supported = |role: Option<Role>| role.map_or(Attributes::NONE, |role| role.facts().supported).has(aria.set());
    // What says the same as saying nothing does no harm.
    let says_nothing = value == "false"
        && (aria.name == "required" || aria.name == "multiline" && page.tree.has(id, &name!("contenteditable")));
    supported(page.role(id)) || says_nothing || is_of_book(page, id) && supported(page.implicit_role(id))
}

/// Roles of books say what something is for; the element stays what it is.
fn is_of_book(page: &Page<'_>, id: NodeId) -> bool {
    page.explicit_role(id).is_some_and(|role| role.name().starts_with("doc-"))
}

/// Browsers take some words only in small letters.
fn check_case(page: &Page<'_>, id: NodeId, found: &mut Found) {
    for (aria, value) in attributes(page, id).filter(|(aria, _)| aria.needs_lower_case) {
        let small = value.to_ascii_lowercase();
        let is_default = match aria.name {
            "checked" | "pressed" => small == "undefined",
            "relevant" => small == "additions text",
            "sort" => small == "none",
            "busy" | "multiline" => small == "false",
            // Capitals make these come out as if nothing were written.
            _ => small == "true" || small == "false",
        };
        if value != small && !is_default {
            found
                .at(page, id, format!("browsers do not know {} in capitals", quote(value)))
                .help(format!("write `aria-{}=\"{small}\"`", aria.name));
        }
    }
}
