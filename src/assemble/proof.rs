//! Whether a page has what a duty needs.
//!
//! In: a page, the needs of a duty, the pages that claim each duty. Out: what is lacking. A guide counts with its parts.
//! Not here: findings; how well the page says it, which only people can judge.

use std::collections::BTreeMap;

use crate::model::document::{Document, Heading};
use crate::model::duty::{Lack, Needs};
use crate::model::page_type::PageType;
use crate::model::site::{Page, PageId, Site, Target};

/// The sections of a statement that the program writes.
const STATEMENT: [&str; 6] = [
    "feedback and contact information",
    "reporting accessibility problems with this website",
    "enforcement procedure",
    "compliance status",
    "non-accessible content",
    "preparation of this accessibility statement",
];

/// Those of an accessible documents policy.
const DOCUMENTS: [&str; 4] = [
    "documents on this website",
    "how to ask for another format",
    "formats that you can ask for",
    "if a document does not work for you",
];

/// Those of a page on the Accessible Information Standard.
const STANDARD: [&str; 6] = [
    "what the standard is",
    "what we do",
    "formats that you can ask for",
    "who is responsible",
    "how we check ourselves",
    "tell us what you need",
];

/// What the page does not have.
pub(super) fn lacks(site: &Site, page: &Page, needs: &Needs, pages: &BTreeMap<String, Vec<PageId>>) -> Vec<Lack> {
    let front = &page.document.front;
    let parts = parts(site, page);
    let mut lacks = Vec::new();
    if front.withdrawn.is_some() || front.kind == PageType::Gone {
        lacks.push(Lack::Withdrawn);
    }
    let made = made(site, page);
    for words in &needs.sections {
        let is_made = made.iter().any(|title| words.iter().any(|word| has_word(title, &word.to_lowercase())));
        if !is_made && !parts.iter().any(|part| has_section(part, words, part.document.file != page.document.file)) {
            lacks.push(Lack::Section(words.first().cloned().unwrap_or_default()));
        }
    }
    let uses = |name: &str| {
        parts.iter().any(|part| part.document.body.directives.iter().any(|directive| directive.name == name))
    };
    if needs.contact && front.contact.is_none() && site.settings.contact.is_none() && !uses("contact") {
        lacks.push(Lack::Contact);
    }
    lacks.extend(needs.blocks.iter().filter(|name| !uses(name)).map(|name| Lack::Block(name.clone())));
    for duty in &needs.links_to {
        let there = pages.get(duty).map(Vec::as_slice).unwrap_or_default();
        if !parts.iter().any(|part| leads_to(part, there)) {
            lacks.push(Lack::Link(duty.clone()));
        }
    }
    if needs.reviewed && (front.last_reviewed.is_none() || front.review_by.is_none()) {
        lacks.push(Lack::Review);
    }
    lacks
}

/// Sections that the program writes itself, from `data/accessibility.yaml` and `data/accessible-information.yaml`.
fn made(site: &Site, page: &Page) -> &'static [&'static str] {
    let information = site.information.as_ref();
    match page.document.front.kind {
        PageType::Statement if site.accessibility.is_some() => &STATEMENT,
        PageType::Documents if information.is_some() => &DOCUMENTS,
        PageType::InformationStandard if information.is_some_and(|known| known.standard.is_some()) => &STANDARD,
        _ => &[],
    }
}

/// The page, and the parts of a guide.
fn parts<'a>(site: &'a Site, page: &'a Page) -> Vec<&'a Page> {
    let mut parts = vec![page];
    if matches!(page.document.front.kind, PageType::Guide | PageType::Publication) {
        parts.extend(page.children.iter().filter_map(|id| site.page(*id)));
    }
    parts
}

/// Whether something stands under a heading with one of the words, or the part itself is about it.
fn has_section(part: &Page, words: &[String], is_part: bool) -> bool {
    let document = &part.document;
    let says = |text: &str| words.iter().any(|word| has_word(&text.to_lowercase(), &word.to_lowercase()));
    is_part && says(&document.front.title)
        || document.body.headings.iter().enumerate().any(|(at, heading)| says(&heading.text) && is_filled(document, at))
}

/// Whether a word begins with these letters, so that `cost` finds `costs` and not `accost`.
fn has_word(text: &str, start: &str) -> bool {
    text.match_indices(start)
        .any(|(at, _)| text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric)))
}

/// Whether anything stands under a heading before the next of its level or above.
fn is_filled(document: &Document, at: usize) -> bool {
    let body = &document.body;
    let Some(heading) = body.headings.get(at) else { return false };
    let ends = |next: &&Heading| next.level <= heading.level;
    let next = body.headings.get(at + 1..).unwrap_or_default().iter().find(ends);
    let end = next.map_or(u32::MAX, |next| next.html.start);
    let from = usize::try_from(heading.html.end).unwrap_or(usize::MAX);
    let to = usize::try_from(end).unwrap_or(usize::MAX).min(body.html.len());
    let has_text = body.html.get(from..to).is_some_and(|html| !html.trim().is_empty());
    // A block that a directive makes leaves only a hole.
    has_text || body.holes.iter().any(|hole| hole.at >= heading.html.end && hole.at < end)
}

fn leads_to(part: &Page, there: &[PageId]) -> bool {
    let targets = part.targets.iter().chain(&part.tasks);
    let linked = targets.filter_map(|target| if let Target::Page(id, _) = target { Some(id) } else { None });
    linked.chain(&part.related).chain(&part.children).any(|id| there.contains(id))
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_section_is_found_by_the_beginning_of_a_word() {
        assert!(has_word("what it costs", "cost"));
        assert!(has_word("how much you pay", "how much"));
        assert!(!has_word("people who accost you", "cost"));
    }
}
