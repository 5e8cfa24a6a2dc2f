//! `link-fragment-broken`: a link to a part of its own page that the page does not have.
//!
//! Of a link that skips to the content, `skip-link-broken` tells.

use super::{Targets, fragment, links};
use crate::audit::document::landmarks::{says_skip, skip_links};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "link-fragment-broken", severity: Severity::Error, basis: &["WCAG 2.4.4"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let targets = Targets::of(page);
    let last_skip = skip_links(page).map(|(id, _)| id).last();
    for link in links(page) {
        let Some(target) = fragment(link.href).filter(|target| !targets.has(page, link.href, target)) else { continue };
        if last_skip.is_some_and(|last| link.node <= last) && says_skip(page, link.node) {
            continue;
        }
        found
            .at(page, link.node, format!("the page has no part {}", quote(&target)))
            .help("give the heading it should lead to that id, or take the link out");
    }
}
