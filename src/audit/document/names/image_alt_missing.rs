//! Pictures without `alt`. An `alt` of spaces only is none: browsers tell it, and it says nothing.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "image-alt-missing", severity: Severity::Error, basis: &["WCAG 1.1.1", "ACT 23a2a8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.exposed(&name!("img")).filter(|id| is_without_words(page, *id)) {
        let source = page.tree.attribute(id, &name!("src")).unwrap_or_default();
        let what = if source.is_empty() || source.starts_with("data:") {
            "the picture".to_owned()
        } else {
            format!("the picture {}", quote(source))
        };
        found
            .at(page, id, format!("{what} has no words for people who cannot see it"))
            .help("say what it shows: `alt=\"A ramp at the front door\"`; if it says nothing, `alt=\"\"`");
    }
}

fn is_without_words(page: &Page<'_>, id: NodeId) -> bool {
    if super::is_nothing(page, id) || !super::is_in_need(page, id) {
        return false;
    }
    match page.tree.attribute(id, &name!("alt")) {
        Some(alt) => !alt.is_empty() && alt.trim().is_empty(),
        None => page.is_nameless(id),
    }
}
