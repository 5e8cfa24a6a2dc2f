//! `link-image-beside-text`: a picture and the words beside it as two links to the same place.

use super::link_twice::{has_words, neighbours};
use super::links;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "link-image-beside-text", severity: Severity::Warning, basis: &["WCAG technique H2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if links(page).nth(1).is_none() || page.elements(&name!("img")).is_empty() {
        return;
    }
    let is_picture =
        |id: NodeId| !has_words(page, id) && page.tree.descendants(id).any(|at| page.tree.is(at, &name!("img")));
    for (first, second) in neighbours(page) {
        let pairs = [(first, second), (second, first)];
        let Some((picture, words)) = pairs.into_iter().find(|(one, other)| is_picture(*one) && has_words(page, *other))
        else {
            continue;
        };
        found
            .at(page, picture, "the picture and the words beside it are two links to the same place")
            .help("put the picture, with `alt=\"\"`, inside the link with the words, in Markdown `[![decorative](b.jpg) Breaks](breaks.md)`")
            .also(page, words, "the link in words");
    }
}
