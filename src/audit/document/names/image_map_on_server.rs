//! `ismap`: the server is told where the picture was clicked, which no keyboard can say.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "image-map-on-server", severity: Severity::Warning, basis: &["WCAG 2.1.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let is_map = |id: &NodeId| {
        let link = page.tree.closest(*id, &name!("a"));
        page.tree.has(*id, &name!("ismap")) && link.is_some_and(|link| page.tree.has(link, &name!("href")))
    };
    for id in page.exposed(&name!("img")).filter(is_map) {
        found
            .at(page, id, "where the link leads depends on where the picture is clicked")
            .help("write a list of links beside the picture and take `ismap` out");
    }
}
