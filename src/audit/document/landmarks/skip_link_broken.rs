//! `skip-link-broken`: a link that skips to a part which the page does not have.

use super::{says_skip, skip_links};
use crate::audit::document::links::{Targets, fragment};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "skip-link-broken", severity: Severity::Error, basis: &["WCAG 2.4.1", "WCAG technique G1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let targets = Targets::of(page);
    for (link, href) in skip_links(page) {
        let Some(target) = fragment(href).filter(|target| !targets.has(page, href, target)) else { continue };
        if says_skip(page, link) {
            let name = quote(page.name(link));
            found
                .at(page, link, format!("the link {name} leads to {}, which the page does not have", quote(href)))
                .help(format!("give the main part that id: `<main id=\"{target}\" tabindex=\"-1\">`"));
        }
    }
}
