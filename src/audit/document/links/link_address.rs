//! `link-address`: a web address as the words of a link.
//!
//! The short name of a site, such as `nhs.uk` or `www.gov.uk`, is read and said like a name and is left alone.

use super::links;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-address",
    severity: Severity::Warning,
    basis: &["WCAG 2.4.4", "GOV.UK content guidance: links"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for link in links(page) {
        let name = page.name(link.node);
        if is_address(name) {
            found
                .at(page, link.node, format!("the link reads out the address {}", quote(name)))
                .help("use the name of the page as the words of the link, for example `Carers UK: help and advice`");
        }
    }
}

fn is_address(name: &str) -> bool {
    let name = name.trim();
    if name.contains(char::is_whitespace) {
        return false;
    }
    let rest = name.strip_prefix("https://").or_else(|| name.strip_prefix("http://"));
    match (rest, name.strip_prefix("www.")) {
        (Some(rest), _) => rest.contains('.'),
        (None, Some(rest)) => rest.trim_end_matches('/').contains('/'),
        (None, None) => false,
    }
}
