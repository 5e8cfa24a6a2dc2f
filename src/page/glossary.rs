//! The type `glossary`: every term of the glossary, from A to Z.
//!
//! In: the glossary. Out: groups by first letter. Not here: the words that one page uses; that is `words`.

use std::collections::BTreeMap;

use super::PageKind;
use crate::model::glossary::Term;
use crate::model::page_type::PageType;
use crate::model::slug::slug;
use crate::model::view::{LetterView, WordView};

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Glossary,
    template: "glossary.html",
    purpose: "every word of the glossary, from A to Z",
    complete: |context, _, prepared| {
        let mut letters: BTreeMap<String, Vec<(String, WordView)>> = BTreeMap::new();
        for term in &context.site.glossary.terms {
            let letter = term.term.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().collect::<String>());
            letters.entry(letter.unwrap_or_default()).or_default().push((term.term.to_lowercase(), word(term)));
        }
        let letter = |(title, mut words): (String, Vec<(String, WordView)>)| {
            words.sort_by(|a, b| a.0.cmp(&b.0));
            LetterView {
                id: format!("letter-{}", slug(&title)),
                title,
                words: words.into_iter().map(|(_, word)| word).collect(),
            }
        };
        prepared.view.letters = letters.into_iter().map(letter).collect();
    },
};

/// A term as pages show it.
pub(super) fn word(term: &Term) -> WordView {
    WordView {
        id: term.id(),
        term: term.term.clone(),
        meaning: term.meaning.clone(),
        abbreviation: term.abbreviation.clone(),
        also: term.also.clone(),
    }
}
