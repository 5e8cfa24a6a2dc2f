//! `link-text-vague`: a link whose words say nothing of where it leads.
//!
//! The list is of words that say nothing anywhere. What a screen reader is given beside them (`aria-label`, hidden
//! words) counts as words of the link.

use super::{language, links, plain};
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

/// In English, in order.
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

/// In Welsh, in order.
const WELSH: [&str; 8] =
    ["cliciwch yma", "darllen mwy", "darllenwch fwy", "dolen", "mwy", "mwy o wybodaeth", "rhagor o wybodaeth", "yma"];

fn check(page: &Page<'_>, found: &mut Found) {
    for link in links(page) {
        let name = page.name(link.node);
        // No entry is longer.
        if name.len() > 40 {
            continue;
        }
        let words = plain(name);
        let (is_vague, example) = if ENGLISH.binary_search(&words.as_str()).is_ok() {
            (true, "Apply for a carer’s assessment")
        } else if WELSH.binary_search(&words.as_str()).is_ok() {
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
