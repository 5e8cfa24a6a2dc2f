//! `text-spacing-fixed`: spacing of text that a `style` attribute makes important, so that readers cannot change it.

use super::ground::is_concealed;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::styles::{fixed_line_height, fixed_spacing};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "text-spacing-fixed",
    severity: Severity::Error,
    basis: &["WCAG 1.4.12", "ACT 24afc2", "ACT 78fd32", "ACT 9e45ec"],
    check,
};

/// Bytes of text that fill more than one line of any screen.
const SEVERAL_LINES: usize = 400;

fn check(page: &Page<'_>, found: &mut Found) {
    if !page.is_styled_for_sure {
        return;
    }
    let tree = page.tree;
    let is_read = |id: &NodeId| page.is_seen(*id) && tree.has_text(*id) && !is_concealed(page, *id);
    let styled = page.with(&name!("style")).iter().copied().filter(is_read);
    for id in styled {
        let style = tree.attribute(id, &name!("style")).unwrap_or_default();
        let spacing = fixed_spacing(style, page.styles.of(id).font_size);
        // One line needs no room between lines: only long text surely has several.
        let lines =
            || (fixed_line_height(style) && tree.text_content(id).len() > SEVERAL_LINES).then_some("line-height");
        if let Some(property) = spacing.or_else(lines) {
            found
                .at(page, id, format!("`{property}` is fixed, so readers cannot widen it"))
                .help("take `!important` out of the `style` attribute");
        }
    }
}
