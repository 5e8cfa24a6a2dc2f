//! `link-text-symbol`: a link whose words are signs alone, such as `»` or a full stop.
//!
//! Links within the page are left alone: marks of footnotes and of headings are signs by custom.

use super::links;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "link-text-symbol", severity: Severity::Error, basis: &["WCAG 2.4.4"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for link in links(page).filter(|link| !link.href.starts_with('#')) {
        let name = page.name(link.node);
        if !name.is_empty() && !name.contains(char::is_alphanumeric) {
            found
                .at(page, link.node, format!("the link reads only {}", quote(name)))
                .help("write where it leads, for example `Next page`, or take the stray link out");
        }
    }
}
