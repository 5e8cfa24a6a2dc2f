//! `link-address`: an address of the web stands in the text.
//!
//! In: words that are an address with "https://" or "www.". Out: a finding on each, in a link or not.
//! Not here: addresses of mail, which are to be shown.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::Shape;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-address",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: email addresses"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { word, .. } in page.shaped(&[Shape::Address]) {
        let typed = page.word(word);
        let is_web = typed.starts_with("www.") || typed.contains("://");
        if is_web {
            found.say(word.range(), "an address stands where words should").help(
                "link words that say what is there: `[Find your local council](https://www.gov.uk/find-local-council)`",
            );
        }
    }
}
