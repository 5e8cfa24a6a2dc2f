//! Rules about the words of a page: a file for each, named after its code.
//!
//! In: [`Words`], made once for a run, and one page. Out: findings at the words they are about, with a correction where
//! it is certain. Each page is split into sentences and words once and searched for all phrases once.
//! Not here: reading Markdown (`parse/markdown/prose.rs`), levels, allowances.

mod abbreviation;
mod found;
mod heading_full_stop;
mod page;
mod phrases;
mod rule;
mod split;
mod words_to_avoid;

use crate::diag::Diagnostic;
use crate::model::document::Document;
use crate::model::settings::Settings;
use found::Found;
use page::Page;
use phrases::Phrases;
use rule::{Pack, Rule};

/// Every rule about words.
const RULES: &[&Rule] = &[&heading_full_stop::RULE, &words_to_avoid::RULE];

/// The rules in force, with all their phrases; made once for a run.
pub struct Words {
    rules: Vec<&'static Rule>,
    phrases: Phrases,
    nhs: bool,
}

impl Words {
    /// The rules that a site's settings ask for.
    pub fn new(settings: &Settings) -> Self {
        Self::of(settings, |_| true)
    }

    /// One of those rules alone; for tests.
    pub fn only(settings: &Settings, code: &str) -> Self {
        Self::of(settings, |rule| rule.code == code)
    }

    fn of(settings: &Settings, wanted: impl Fn(&Rule) -> bool) -> Self {
        let nhs = settings.style == "nhs";
        let is_on = |pack: Pack| match pack {
            Pack::Every => true,
            Pack::GovUk => !nhs,
            Pack::Nhs => nhs,
        };
        let rules: Vec<&Rule> = RULES.iter().copied().filter(|rule| is_on(rule.pack) && wanted(rule)).collect();
        let phrases = Phrases::new(&rules, is_on);
        Self { rules, phrases, nhs }
    }
}

/// A page to look at.
#[derive(Clone, Copy)]
pub struct PageWords<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its language; rules about words are for English.
    pub language: &'a str,
}

/// The codes of every rule about words.
pub fn codes() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.code)
}

/// What the rules find on a page.
pub fn check(engine: &Words, page: PageWords<'_>) -> Vec<Diagnostic> {
    if !page.language.starts_with("en") {
        return Vec::new();
    }
    Found::by(&engine.rules, &Page::new(engine, page))
}
