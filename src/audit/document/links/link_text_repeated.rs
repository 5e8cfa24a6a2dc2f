//! `link-text-repeated`: links with the same words that lead to different places.
//!
//! Told of the text of the page, where words name what they lead to. In a table the row tells such links apart. What
//! `link-text-vague` tells is not told again, nor is a single word that a list of steps or files repeats on purpose
//! beside its item.

use super::{is_apart, links, without_edges};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-text-repeated",
    severity: Severity::Warning,
    basis: &["WCAG 2.4.9", "ACT b20e66", "GOV.UK content guidance: links"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let mut seen: Vec<(String, &str, NodeId)> = Vec::new();
    let is_link = |id: NodeId| page.role(id) == Some(Role::Link);
    for link in links(page).filter(|link| is_told_apart(link.href) && is_link(link.node)) {
        let words = without_edges(page.name(link.node));
        if words.contains(' ') {
            seen.push((words.to_lowercase(), place(link.href), link.node));
        }
    }
    seen.retain(|(words, ..)| words.len() > 5);
    seen.sort_by(|one, other| (&one.0, one.2).cmp(&(&other.0, other.2)));
    for group in seen.chunk_by(|one, other| one.0 == other.0) {
        let Some((_, href, first)) = group.first() else { continue };
        let Some((words, other_href, other)) = group.iter().find(|(_, other, _)| other != href) else { continue };
        let is_text = |id: NodeId| !is_apart(page, id) && page.tree.closest(id, &name!("td")).is_none();
        if is_text(*first) && is_text(*other) && !is_vague(words) {
            let name = quote(page.name(*other));
            found
                .at(
                    page,
                    *other,
                    format!("two links read {name} and lead to {} and {}", quote(href), quote(other_href)),
                )
                .help("say in each link what is different about its page, or let both lead to the same place")
                .also(page, *first, "the first link");
        }
    }
}

/// Addresses that name a page; those of mail and telephones have their own words.
fn is_told_apart(href: &str) -> bool {
    if href.starts_with('/') {
        return true;
    }
    let scheme = href.split(['/', '?', '#']).next().unwrap_or_default();
    !href.is_empty() && !href.starts_with('#') && (!scheme.contains(':') || scheme.starts_with("http"))
}

/// An address without what leads to the same page in another way.
fn place(href: &str) -> &str {
    let href = href.split('#').next().unwrap_or_default();
    let href = href.strip_prefix("https:").or_else(|| href.strip_prefix("http:")).unwrap_or(href);
    let href = href.strip_suffix("index.html").unwrap_or(href);
    href.trim_end_matches('/')
}

fn is_vague(words: &str) -> bool {
    const VAGUE: [&str; 9] = [
        "click here",
        "find out more",
        "learn more",
        "more details",
        "more info",
        "more information",
        "read more",
        "see more",
        "this page",
    ];
    VAGUE.contains(&words)
}
