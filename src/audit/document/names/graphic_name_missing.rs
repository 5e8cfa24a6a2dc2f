//! What says that it is a picture, `role="img"`, in HTML or SVG, without a name.

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "graphic-name-missing",
    severity: Severity::Error,
    basis: &["WCAG 1.1.1", "ACT 23a2a8", "ACT 7d6734"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let graphics = super::roled(page, |role| {
        matches!(role, Role::Img | Role::Image | Role::GraphicsSymbol | Role::GraphicsDocument)
    });
    for id in graphics.filter(|id| is_judged_here(page, *id) && page.is_nameless(*id)) {
        let help = if page.tree.node(id).kind == Kind::Svg {
            "say what it shows: `<svg role=\"img\"><title>Requests rose from 40 to 60 a week</title>…`"
        } else {
            "say what it shows: `aria-label=\"Requests rose from 40 to 60 a week\"`"
        };
        found.at(page, id, "the picture has no words for people who cannot see it").help(help);
    }
}

/// Whether no rule of its own is about the element.
fn is_judged_here(page: &Page<'_>, id: NodeId) -> bool {
    let element = page.tree.name(id);
    match page.explicit_role(id) {
        Some(Role::GraphicsDocument) => *element == name!("svg"),
        _ => !matches!(
            *element,
            name!("img")
                | name!("area")
                | name!("input")
                | name!("object")
                | name!("embed")
                | name!("iframe")
                | name!("button")
        ),
    }
}
