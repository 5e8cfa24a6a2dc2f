//! Sound that starts by itself and that nothing on the page stops.
//!
//! Three seconds may pass. How long a file plays stands in the file; only a short piece named in the address is known.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "media-autoplay", severity: Severity::Error, basis: &["WCAG 1.4.2", "ACT 80f0bf"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    // Hidden ones too: they are heard.
    let players = page.elements(&name!("audio")).iter().chain(page.elements(&name!("video")));
    for id in players.copied().filter(|id| starts_and_stays(page, *id)) {
        found
            .at(page, id, "sound starts by itself and nothing on the page stops it")
            .help("take `autoplay` out and add `controls`, so that people start it themselves");
    }
}

fn starts_and_stays(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    if !tree.has(id, &name!("autoplay")) || tree.has(id, &name!("muted")) || tree.has(id, &name!("controls")) {
        return false;
    }
    let own = tree.attribute(id, &name!("src"));
    let inside = || tree.children(id).find_map(|at| tree.attribute(at, &name!("src")));
    let Some(source) = own.or_else(inside) else { return false };
    tree.has(id, &name!("loop")) || !is_short(source)
}

/// Whether the address names a piece of three seconds at most: `#t=2,4`.
fn is_short(source: &str) -> bool {
    let piece = source.split_once("#t=").map_or("", |(_, piece)| piece);
    let Some((from, to)) = piece.split_once(',') else { return false };
    let from = if from.is_empty() { Some(0.0) } else { super::number(from) };
    matches!((from, super::number(to)), (Some(from), Some(to)) if to - from <= 3.0)
}
