//! `link-text-vague`: a link whose words say nothing of where it leads.
//!
//! The list is of words that say nothing anywhere. What a screen reader is given beside them (`aria-label`, hidden
//! words) counts as words of the link.

use super::{language, links, without_edges};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-text-vague",
    severity: Severity::Warning,
    basis: &["WCAG 2.4.4", "GOV.UK content guidance: links", "NHS content guide: links"],
    check,
};

/// In English.
const ENGLISH: [&str; 23] = [
    "check here",
    "click",
    "click here",
    "click here for more",
    "click here to read more",
    "click this link",
    "find out more",
    "find out more here",
    "follow this link",
    "here",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "read more",
    "read more here",
    "see here",
    "see more",
    "this link",
    "this page",
];

/// In Welsh.
const WELSH: [&str; 8] =
    ["cliciwch yma", "darllen mwy", "darllenwch fwy", "dolen", "mwy", "mwy o wybodaeth", "rhagor o wybodaeth", "yma"];

fn check(page: &Page<'_>, found: &mut Found) {
    for link in links(page) {
        let name = page.name(link.node);
        // No entry is longer.
        if name.len() > 40 {
            continue;
        }
        let words = without_edges(name);
        let (is_vague, example) = if is_one_of(words, &ENGLISH) {
            (true, "Apply for a carer’s assessment")
        } else if is_one_of(words, &WELSH) {
            (language(page, link.node).to_ascii_lowercase().starts_with("cy"), "Gwneud cais am asesiad gofalwr")
        } else {
            continue;
        };
        if is_vague {
            found.at(page, link.node, format!("the link {} does not say where it leads", quote(name))).help(format!(
                "use the name of the page or of the task as the words of the link, for example `{example}`"
            ));
        }
    }
}

/// Whether a list in small letters has the words, in whatever letters they are.
fn is_one_of(words: &str, list: &[&str]) -> bool {
    // Most links have words of another length than any entry: no copy is made of them.
    if words.is_ascii() {
        return list.iter().any(|known| known.eq_ignore_ascii_case(words));
    }
    list.contains(&words.to_lowercase().as_str())
}
