//! `heading-level-skipped`: a heading that stands more than one level below the one before it.
//!
//! The first heading may have any level, as templates put menus before the title. Going back up any number of levels
//! is right: a part ends there.

use super::headings;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "heading-level-skipped", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG 2.4.6"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for pair in headings(page).windows(2) {
        let [before, heading] = pair else { continue };
        if heading.level > before.level + 1 {
            let (found_level, wanted) = (heading.level, before.level + 1);
            let signs = "######".get(..usize::try_from(wanted).unwrap_or(usize::MAX)).unwrap_or("######");
            found
                .at(
                    page,
                    heading.node,
                    format!("a heading of level {found_level} follows one of level {}", before.level),
                )
                .help(format!(
                    "make it level {wanted}, in Markdown `{signs} `, or add the heading of level {wanted} that it belongs to"
                ))
                .also(page, before.node, format!("the heading before it has level {}", before.level));
        }
    }
}
