//! Sound without its words: a player, or a link to a recording, on a page that nowhere speaks of a transcript.
//! A link of `rel="alternate"` leads to the page itself as a recording, whose words are on the page.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "transcript-missing", severity: Severity::Warning, basis: &["WCAG 1.2.1"], check };

const SOUNDS: [&str; 8] = ["mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"];

fn check(page: &Page<'_>, found: &mut Found) {
    let players = page.exposed(&name!("audio")).filter(|id| page.tree.has(*id, &name!("controls")));
    let links = page.exposed(&name!("a")).filter(|id| {
        let end = page.tree.attribute(*id, &name!("href")).and_then(super::file_type);
        end.is_some_and(|end| SOUNDS.contains(&end.as_str())) && !is_the_page_itself(page, *id)
    });
    let sounds: Vec<NodeId> = players.chain(links).filter(|id| super::is_readable(page, *id)).collect();
    if sounds.is_empty() || speaks_of_transcript(page) {
        return;
    }
    for id in sounds {
        found
            .at(page, id, "nothing on the page says where the words of the recording can be read")
            .help("write down what is said and link to it beside the recording: `[Transcript of the recording](transcript.md)`");
    }
}

/// A recording of the page is a media alternative for text (WCAG 1.2.1, exception).
fn is_the_page_itself(page: &Page<'_>, id: NodeId) -> bool {
    let rel = page.tree.attribute(id, &name!("rel")).unwrap_or_default();
    rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("alternate"))
}

fn speaks_of_transcript(page: &Page<'_>) -> bool {
    let texts = page.tree.all().filter(|id| page.tree.node(*id).kind == Kind::Text);
    let says = |text: &str| {
        let small = text.to_lowercase();
        small.contains("transcript") || small.contains("trawsgrifiad")
    };
    texts.map(|id| page.tree.text(id)).any(says)
}
