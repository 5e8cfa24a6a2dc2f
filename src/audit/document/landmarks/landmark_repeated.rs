//! `landmark-repeated`: more than one main part, page header or page footer.

use super::{called, landmarks};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "landmark-repeated",
    severity: Severity::Warning,
    basis: &["WCAG 1.3.1", "WAI-ARIA 1.2: landmark roles"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let landmarks = landmarks(page);
    for role in [Role::Main, Role::Banner, Role::ContentInfo] {
        let mut nodes = landmarks.iter().filter(|(_, of)| *of == role).map(|(node, _)| *node);
        if let (Some(first), Some(second)) = (nodes.next(), nodes.next()) {
            let help = match role {
                Role::Main => "keep one `<main>` and write the other as `<div>` or `<section>`",
                Role::Banner => "keep one `<header>` outside `<main>`; put the other inside the part that it heads",
                _ => "keep one `<footer>` outside `<main>`; put the other inside the part that it ends",
            };
            found.at(page, second, format!("the page has more than one {}", called(role))).help(help).also(
                page,
                first,
                "the first one",
            );
        }
    }
}
