//! `landmark-nested`: a main part, a page header or a page footer inside another landmark.
//!
//! A complementary part may stand in the main part: HTML-AAM maps `aside` that way.

use super::{called, landmarks};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "landmark-nested",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WAI-ARIA 1.2: landmark roles"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let landmarks = landmarks(page);
    // Landmarks that are open where the next one begins.
    let mut open = Vec::new();
    for (node, role) in landmarks.iter().copied() {
        while open.pop_if(|(around, _)| !page.tree.is_inside(node, *around)).is_some() {}
        if let Some((around, outer)) =
            open.last().filter(|_| matches!(role, Role::Main | Role::Banner | Role::ContentInfo))
        {
            let (inner, outer) = (called(role), called(*outer));
            found
                .at(page, node, format!("the {inner} stands inside a {outer}"))
                .help(format!("move it out, so that the {inner} stands beside the other parts of the page"))
                .also(page, *around, "the part around it");
        }
        open.push((node, role));
    }
}
