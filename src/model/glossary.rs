//! The glossary: `data/glossary.yaml`, and how its words are met in a text.
//!
//! In: terms. Out: [`Glossary`], which finds the longest form of any term at a place of a text, so that one pass over a
//! page looks for all terms at once. Not here: which parts of a page are looked at.

use std::collections::BTreeMap;

use super::escape::escaped;
use super::slug::slug;
use super::source::FileId;

/// A word that is explained.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
    /// Other forms that pages use.
    pub also: Vec<String>,
    /// Its short form in capitals.
    pub abbreviation: Option<String>,
}

impl Term {
    /// Its id on pages.
    pub fn id(&self) -> String {
        format!("word-{}", slug(&self.term))
    }
}

/// All terms, ready to be looked for.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The file they came from.
    pub file: Option<FileId>,
    /// The terms in the order of the file.
    pub terms: Vec<Term>,
    /// Forms by their first word in small letters, the longest first.
    starts: BTreeMap<String, Vec<Form>>,
}

/// A form of a term as HTML writes it.
#[derive(Debug)]
struct Form {
    html: String,
    /// Whether capitals must be as typed: names and abbreviations.
    is_exact: bool,
    term: usize,
    is_short: bool,
}

/// A term that was met.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Met {
    /// Bytes of the form that was met.
    pub length: usize,
    /// Position of the term.
    pub term: usize,
    /// Whether it was met as its abbreviation.
    pub is_short: bool,
}

impl Glossary {
    /// A glossary of terms.
    pub fn new(file: Option<FileId>, terms: Vec<Term>) -> Self {
        let mut starts: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        let mut add = |text: &str, term: usize, is_short: bool| {
            let is_exact = is_short || text.contains(char::is_uppercase);
            let key: String = text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
            let html = escaped(text);
            let mut forms = vec![text.to_owned(), html, text.replace('\'', "\u{2019}")];
            forms.sort_unstable();
            forms.dedup();
            starts.entry(key).or_default().extend(forms.into_iter().map(|html| Form {
                html,
                is_exact,
                term,
                is_short,
            }));
        };
        for (at, term) in terms.iter().enumerate() {
            add(&term.term, at, false);
            term.also.iter().for_each(|form| add(form, at, false));
            if let Some(short) = &term.abbreviation {
                add(short, at, true);
            }
        }
        for forms in starts.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.html.len()));
        }
        Self { file, terms, starts }
    }

    /// The longest form that stands at a byte where a word begins.
    pub fn met_at(&self, html: &str, at: usize) -> Option<Met> {
        let rest = html.get(at..)?;
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..length)?;
        let forms = if word.contains(char::is_uppercase) {
            self.starts.get(&word.to_lowercase())?
        } else {
            self.starts.get(word)?
        };
        let fits = |form: &&Form| {
            let typed = rest.get(..form.html.len());
            let is_same = typed.is_some_and(|typed| {
                if form.is_exact { typed == form.html } else { typed.eq_ignore_ascii_case(&form.html) }
            });
            is_same && rest.get(form.html.len()..).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        let form = forms.iter().find(fits)?;
        Some(Met { length: form.html.len(), term: form.term, is_short: form.is_short })
    }

    /// Abbreviations that the program explains where a page does not.
    pub fn abbreviations(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter_map(|term| term.abbreviation.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::{Glossary, Term};

    fn glossary() -> Glossary {
        let term = |term: &str, also: &[&str], short: Option<&str>| Term {
            term: term.to_owned(),
            also: also.iter().map(|form| (*form).to_owned()).collect(),
            abbreviation: short.map(str::to_owned),
            ..Term::default()
        };
        Glossary::new(
            None,
            vec![
                term("carer", &["carers"], None),
                term("carer's assessment", &[], None),
                term("Care Quality Commission", &[], Some("CQC")),
            ],
        )
    }

    #[test]
    fn the_longest_form_is_met_however_its_apostrophe_is_written() {
        let met = |text: &str| glossary().met_at(text, 0).map(|met| (met.length, met.term));
        assert_eq!(met("Carers can"), Some((6, 0)));
        assert_eq!(met("carer&#39;s assessment."), Some((22, 1)));
        assert_eq!(met("carer\u{2019}s assessment"), Some((20, 1)));
        assert_eq!(met("careful"), None);
    }

    #[test]
    fn names_and_abbreviations_keep_their_capitals() {
        assert!(glossary().met_at("CQC", 0).is_some_and(|met| met.is_short));
        assert_eq!(glossary().met_at("cqc", 0), None);
        assert_eq!(glossary().met_at("care quality commission", 0), None);
    }
}
