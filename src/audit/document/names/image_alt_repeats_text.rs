//! Pictures whose words stand beside them as text, so that people hear them twice.
//!
//! Beside is what axe-core takes it for, the link, button, paragraph, list item or cell around the picture, and the
//! caption of its figure.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "image-alt-repeats-text", severity: Severity::Warning, basis: &["WCAG 1.1.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, alt) in super::described(page) {
        if super::is_nothing(page, id) {
            continue;
        }
        let words = page.name(id);
        let beside = [surrounding(page, id), caption(page, id)].into_iter().flatten().find(|around| {
            let text = super::shown_text(page, *around, |at| page.is_exposed(at)).unwrap_or_default();
            !text.is_empty() && text.to_lowercase() == words.to_lowercase()
        });
        if let Some(around) = beside {
            let help = if page.tree.is(around, &name!("figcaption")) {
                "say in the picture's words what the caption does not, or say that it only decorates: `![decorative](ramp.jpg)`"
            } else {
                "say that the picture only decorates: `![decorative](ramp.jpg)`"
            };
            found.at(page, id, format!("the words of the picture stand beside it as text: {}", quote(alt))).help(help);
        }
    }
}

/// The element around a picture that reads as one with it.
fn surrounding(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    page.tree.ancestors(id).find(|at| match *page.tree.name(*at) {
        name!("button") | name!("p") | name!("li") | name!("td") | name!("th") => true,
        name!("a") => page.tree.has(*at, &name!("href")),
        _ => page.tree.attribute(*at, &name!("role")) == Some("button"),
    })
}

fn caption(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let figure = page.tree.closest(id, &name!("figure"))?;
    page.tree.children(figure).find(|child| page.tree.is(*child, &name!("figcaption")))
}
