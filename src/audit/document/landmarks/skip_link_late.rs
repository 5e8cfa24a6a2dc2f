//! `skip-link-late`: a link that skips to the content and stands behind what it should skip.

use super::says_skip;
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "skip-link-late", severity: Severity::Warning, basis: &["WCAG 2.4.1", "WCAG technique G1"], check };

/// So many links before it are more than a logo, a language and a way to leave.
const MANY: usize = 6;

fn check(page: &Page<'_>, found: &mut Found) {
    let links = page.exposed(&name!("a")).filter(|id| page.tree.has(*id, &name!("href")));
    // One that stands first makes any later one a convenience.
    let first = links.enumerate().find(|(_, id)| leads_to_main(page, *id) && says_skip(page, *id));
    let Some((at, link)) = first.filter(|(at, _)| *at >= MANY) else { return };
    found
        .at(page, link, format!("{at} links stand before the link that skips to the content"))
        .help("make it the first link of the page, right after `<body>`");
}

/// Whether a link leads to the main part, or to where it begins.
fn leads_to_main(page: &Page<'_>, link: NodeId) -> bool {
    let target = page.tree.attribute(link, &name!("href")).and_then(|href| href.trim().strip_prefix('#'));
    let Some(target) = target.and_then(|id| page.by_id(id)) else { return false };
    // It skips nothing when it stands in the part it leads to.
    let parts = std::iter::once(target).chain(page.tree.ancestors(target));
    let main = parts.into_iter().find(|at| page.role(*at) == Some(Role::Main));
    main.is_some_and(|main| link < main)
}
