//! `main-missing`: a page without a main part.

use crate::audit::document::page::{is_passage, is_whole_page, of_page};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "main-missing", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG technique ARIA11"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !is_whole_page(page) {
        return;
    }
    let has_main = super::landmarks(page).iter().any(|(_, role)| *role == Role::Main);
    if !has_main && !is_passage(page) && page.elements(&name!("body")).iter().any(|body| page.tree.has_text(*body)) {
        found
            .on(of_page(page), "no part of the page is marked as its main part")
            .help("put `<main>` around everything between the header and the footer");
    }
}
