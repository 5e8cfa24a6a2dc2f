//! `bypass-missing`: a page with links and no heading, main part or link to get past them.

use super::{landmarks, skip_links};
use crate::audit::document::headings::headings;
use crate::audit::document::page::{is_passage, is_whole_page, of_page};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "bypass-missing", severity: Severity::Warning, basis: &["WCAG 2.4.1", "ACT cf77f2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let has_links = page.elements(&name!("a")).iter().any(|id| page.tree.has(*id, &name!("href")));
    // A body that is hidden from all is told as that.
    let is_hidden = page.elements(&name!("body")).iter().any(|id| page.is_aria_hidden(*id));
    if !has_links || is_hidden || !is_whole_page(page) || !headings(page).is_empty() {
        return;
    }
    let has_main = landmarks(page).iter().any(|(_, role)| *role == Role::Main);
    let skips = skip_links(page).any(|(_, href)| page.by_id(href.trim_start_matches('#')).is_some());
    if !has_main && !skips && !is_passage(page) {
        found
            .on(of_page(page), "nothing on the page leads past its links")
            .help("put `<main>` around the content and a heading at its beginning");
    }
}
