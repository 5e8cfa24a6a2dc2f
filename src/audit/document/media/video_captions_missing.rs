//! Films without captions.
//!
//! axe-core wants `kind="captions"`. A track without a kind counts here too, and so does one of subtitles: in the page's
//! own language they read the same, and which they are stands in another file. A film without sound needs none.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "video-captions-missing", severity: Severity::Warning, basis: &["WCAG 1.2.2", "ACT eac66b"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.exposed(&name!("video")).filter(|id| is_film(page, *id) && !has_captions(page, *id)) {
        found.at(page, id, "the film has no captions for people who cannot hear it").help(
            "add a file of captions: `<track kind=\"captions\" src=\"breaks.vtt\" srclang=\"en\" label=\"English\">`",
        );
    }
}

/// Whether it plays something, with sound.
fn is_film(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let has_source = tree.has(id, &name!("src")) || tree.children(id).any(|at| tree.is(at, &name!("source")));
    has_source && !tree.has(id, &name!("muted"))
}

fn has_captions(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    tree.children(id).filter(|at| tree.is(*at, &name!("track"))).any(|track| {
        let kind = tree.attribute(track, &name!("kind")).unwrap_or("subtitles");
        kind.eq_ignore_ascii_case("captions") || kind.eq_ignore_ascii_case("subtitles")
    })
}
