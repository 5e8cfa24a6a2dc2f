//! Rules about the language of text: what a screen reader pronounces it by.
//!
//! In: [`Page`]. Out: findings. Not here: the language attribute of the page, which is in `page/`.

mod guess;
mod lang_value_invalid;
mod language_unmarked;
mod language_wrong;
pub(super) mod subtag;

use crate::audit::page::Page;
use crate::audit::reading::block_of;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[&lang_value_invalid::RULE, &language_unmarked::RULE, &language_wrong::RULE];

/// Shorter passages are names and words.
const SHORTEST: usize = 100;

/// Runs of text between two tags that are shorter say nothing of the passage, and there are many.
const RUN: usize = 16;

/// So many passages that are not plainly English are looked at; a page of more is decided by then.
const MOST_GUESSES: usize = 60;

/// A passage: the text of a block as far as it has one language.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    block: NodeId,
    /// The element that declares its language, and whether that is the whole page.
    declares: NodeId,
    of_page: bool,
    /// What it is written in, where that is certain.
    written: Option<&'static str>,
    /// Bytes.
    length: usize,
    /// Whether that is another language than the one that is declared.
    is_other: bool,
}

/// The longer passages of a page, found once for all rules.
fn passages<'p>(page: &'p Page<'_>) -> &'p [Passage] {
    page.gathered.passages.get_or_init(|| gathered(page))
}

fn gathered(page: &Page<'_>) -> Vec<Passage> {
    let mut found = Vec::new();
    let (mut texts, mut more) = (Vec::new(), MOST_GUESSES);
    let mut open: Option<(NodeId, NodeId)> = None;
    let mut declaring = page.with(&name!("lang")).iter().copied();
    // On most pages one element declares the language of all.
    let (first, is_one) = (declaring.next(), declaring.next().is_none());
    let whole = first.filter(|id| is_one && page.tree.is(*id, &name!("html")));
    for text in page.texts().iter().filter(|text| text.words.len() >= RUN) {
        let Some(block) = block_of(page.tree, text.node) else { continue };
        let declares = whole.unwrap_or_else(|| declares(page, text.node));
        if open != Some((block, declares)) {
            found.extend(passage(page, open, &texts, &mut more));
            texts.clear();
            open = Some((block, declares));
        }
        texts.push(text.words);
    }
    found.extend(passage(page, open, &texts, &mut more));
    found
}

fn passage(page: &Page<'_>, open: Option<(NodeId, NodeId)>, texts: &[&str], more: &mut usize) -> Option<Passage> {
    // A space stands behind each text. Most passages are too short, and are not put together.
    let length: usize = texts.iter().map(|text| text.len() + 1).sum();
    let (block, declares) = open.filter(|_| length >= SHORTEST)?;
    let mut words = String::with_capacity(length);
    for text in texts {
        words.push_str(text);
        words.push(' ');
    }
    let declared = subtag::primary(declared(page, declares));
    let written = guess::written(&words, declared, more);
    let is_other = !declared.is_empty() && written.is_some_and(|written| !guess::are_alike(written, declared));
    let of_page = page.tree.is(declares, &name!("html"));
    Some(Passage { block, declares, of_page, written, length: words.len(), is_other })
}

/// The language that an element declares.
fn declared<'p>(page: &'p Page<'_>, declares: NodeId) -> &'p str {
    page.tree.attribute(declares, &name!("lang")).unwrap_or_default()
}

/// The element that declares the language of a text.
fn declares(page: &Page<'_>, id: NodeId) -> NodeId {
    page.tree.ancestors(id).find(|at| page.tree.has(*at, &name!("lang"))).unwrap_or(NodeId::DOCUMENT)
}

/// The one language in which nearly all of the page's passages are written, when it is not the one that the page says.
fn other_language(passages: &[Passage]) -> Option<&'static str> {
    let of_page = || passages.iter().filter(|passage| passage.of_page);
    let length = |passage: &Passage| passage.length;
    let all: usize = of_page().map(length).sum();
    let written = of_page().filter(|passage| passage.is_other).find_map(|passage| passage.written)?;
    let so: usize = of_page().filter(|passage| passage.written == Some(written)).map(length).sum();
    (so * 10 > all * 8).then_some(written)
}
