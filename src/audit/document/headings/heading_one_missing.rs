//! `heading-one-missing`: a page without a heading of level 1.
//!
//! A page in front of which a dialogue is open is not asked, nor is a page that only sends people on.

use super::headings;
use crate::audit::document::page::{is_passage, is_whole_page, of_page};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "heading-one-missing", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG 2.4.6"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let has_one = || headings(page).iter().any(|heading| heading.level == 1);
    if !is_whole_page(page) || has_one() || is_passage(page) {
        return;
    }
    found
        .on(of_page(page), "the page has no heading of level 1")
        .help("make the title of the page the first heading of its main part, `<h1>Help at home</h1>`");
}
