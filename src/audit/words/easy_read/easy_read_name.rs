//! `easy-read-name`: the name of the format is not written "Easy Read".
//!
//! In: other ways of writing it, on every page. Out: a finding with its correction. Something that is "an easy read" is
//! not the format, and is left alone. Not here: addresses and file names.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "easy-read-name",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: Easy Read"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[Phrase::hint(&["easy read", "easy-read", "easyread"], "Easy Read")],
    exceptions: &["is an easy read", "was an easy read", "makes an easy read", "makes easy reading"],
    names: false,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let range = hit.start..hit.end;
        let typed = page.slice(range.clone());
        if typed != "Easy Read" {
            found
                .say(range.clone(), format!("the format is written \"Easy Read\", not \"{typed}\""))
                .help("write \"Easy Read\"")
                .replace(&range, "Easy Read");
        }
    }
}
