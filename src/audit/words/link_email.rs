//! `link-email`: a link to an email address shows other words, or capitals.
//!
//! In: links that write an email. Out: a finding when their words are not the address in small letters.
//! Not here: links to pages.

use super::found::Found;
use super::page::Page;
use super::rule::{Pack, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-email",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: email addresses"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for link in page.links() {
        let Some(rest) = link.link.target.strip_prefix("mailto:") else { continue };
        let address = rest.split('?').next().unwrap_or_default();
        if link.words.trim() == address.to_lowercase() || address.is_empty() {
            continue;
        }
        let told = found
            .say(link.text.clone(), "a link that writes an email does not show the address")
            .help(format!("show it in full, in small letters: \"{}\"", address.to_lowercase()));
        if link.words.eq_ignore_ascii_case(address) {
            told.replace(&link.text, address.to_lowercase());
        }
    }
}
