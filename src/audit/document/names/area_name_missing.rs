//! Regions of an image map without words. A map that no picture uses is met by nobody.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "area-name-missing",
    severity: Severity::Error,
    basis: &["WCAG 1.1.1", "WCAG 2.4.4", "WCAG 4.1.2", "ACT c487ae"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let areas = page.elements(&name!("area"));
    if areas.is_empty() {
        return;
    }
    let shown = page.exposed(&name!("img")).filter_map(|id| page.tree.attribute(id, &name!("usemap")));
    let mut used: Vec<&str> = shown.filter_map(|map| map.strip_prefix('#')).collect();
    used.sort_unstable();
    for id in areas.iter().copied().filter(|id| is_on(page, *id, &used)) {
        let Some(to) = page.tree.attribute(id, &name!("href")) else { continue };
        if page.is_nameless(id) {
            found
                .at(page, id, format!("the region of the picture that leads to {} has no words", quote(to)))
                .help("say where it leads: `<area alt=\"Offices in the north\" …>`");
        }
    }
}

/// Whether a region stands on one of these maps.
fn is_on(page: &Page<'_>, area: NodeId, maps: &[&str]) -> bool {
    let map = page.tree.closest(area, &name!("map")).and_then(|map| page.tree.attribute(map, &name!("name")));
    map.is_some_and(|map| maps.binary_search(&map).is_ok())
}
