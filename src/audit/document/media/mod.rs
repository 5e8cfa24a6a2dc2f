//! Rules about sound, film, movement, zoom, and links that lead out of the page: to documents, to new windows.

mod document_link_unannounced;
mod media_autoplay;
mod new_window_unannounced;
mod page_refresh;
mod page_refresh_late;
mod text_moving;
mod transcript_missing;
mod video_captions_missing;
mod zoom_blocked;
mod zoom_limited;

use crate::audit::page::Page;
use crate::audit::rule::Rule;
use crate::audit::tree::{Kind, NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &document_link_unannounced::RULE,
    &media_autoplay::RULE,
    &new_window_unannounced::RULE,
    &page_refresh::RULE,
    &page_refresh_late::RULE,
    &text_moving::RULE,
    &transcript_missing::RULE,
    &video_captions_missing::RULE,
    &zoom_blocked::RULE,
    &zoom_limited::RULE,
];

/// Whether the words around an element are in a language whose words the rules know: English, Welsh, or nobody says.
fn is_readable(page: &Page<'_>, id: NodeId) -> bool {
    let mut around = std::iter::once(id).chain(page.tree.ancestors(id));
    let language = around.find_map(|at| page.tree.attribute(at, &name!("lang"))).unwrap_or_default();
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.is_empty() || primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("cy")
}

/// The end of a file's name in an address, in small letters.
fn file_type(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    // Of an end that is longer nothing is asked, and most addresses have none.
    let tail = path.as_bytes().get(path.len().saturating_sub(5)..)?;
    if !tail.contains(&b'.') {
        return None;
    }
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    let (stem, end) = file.rsplit_once('.')?;
    (!stem.is_empty() && end.len() <= 4).then(|| end.to_ascii_lowercase())
}

/// What a link says of itself, and what stands around it in its paragraph, list item or cell, in small letters.
fn said_of(page: &Page<'_>, link: NodeId) -> String {
    let mut said = page.name(link).to_lowercase();
    said.push('\n');
    said.push_str(&page.description(link).to_lowercase());
    let Some(around) = page.tree.ancestors(link).find(|at| is_block(page, *at)) else { return said };
    let inside = page.tree.descendants(around);
    if inside.len() <= MOST_NODES {
        for text in inside.filter(|at| page.tree.node(*at).kind == Kind::Text) {
            said.push('\n');
            said.push_str(&page.tree.text(text).to_lowercase());
        }
    }
    said
}

/// What holds more says nothing about one link in it.
const MOST_NODES: usize = 100;

fn is_block(page: &Page<'_>, id: NodeId) -> bool {
    matches!(
        *page.tree.name(id),
        name!("dd")
            | name!("div")
            | name!("dt")
            | name!("figcaption")
            | name!("li")
            | name!("p")
            | name!("td")
            | name!("th")
    )
}

/// What a number begins with: "5.0x" is 5.
fn number(text: &str) -> Option<f64> {
    let signed = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = signed.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    text.get(..text.len() - signed.len() + digits).and_then(|number| number.parse().ok())
}
