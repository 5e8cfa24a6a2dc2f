//! Rules about the words of a page: a file for each, named after its code.
//!
//! In: [`Words`], made once for a run, and one page. Out: findings at the words they are about, with a correction where
//! it is certain. Each page is split into sentences and words once and searched for all phrases once.
//! Not here: reading Markdown (`parse/markdown/prose.rs`), levels, allowances.

mod abbreviation;
mod dictionary;
mod found;
mod heading_full_stop;
mod page;
mod phrases;
mod rule;
mod spelling;
mod split;
mod syllables;
mod words_to_avoid;

use crate::diag::Diagnostic;
use crate::model::document::Document;
use crate::model::settings::{self, Settings};
use found::Found;
use page::Page;
use phrases::Phrases;
use rule::{Pack, Rule};

/// Every rule about words.
const RULES: &[&Rule] = &[&heading_full_stop::RULE, &spelling::RULE, &words_to_avoid::RULE];

/// The rules in force, with all their phrases; made once for a run.
pub struct Words {
    rules: Vec<&'static Rule>,
    phrases: Phrases,
    nhs: bool,
    /// Words of the site that are right although a list has them, in small letters and in order.
    own: Vec<String>,
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
            Pack::SocialCare => settings.packs.contains(&settings::Pack::SocialCare),
            Pack::ThreeConversations => settings.packs.contains(&settings::Pack::ThreeConversations),
        };
        let rules: Vec<&Rule> = RULES.iter().copied().filter(|rule| is_on(rule.pack) && wanted(rule)).collect();
        let phrases = Phrases::new(&rules, is_on);
        let mut own: Vec<String> = settings.words.iter().map(|word| word.to_lowercase()).collect();
        own.sort_unstable();
        Self { rules, phrases, nhs, own }
    }

    /// Whether a word is right on this site.
    fn has_own(&self, word: &str) -> bool {
        !self.own.is_empty() && self.own.binary_search(&word.to_lowercase()).is_ok()
    }
}

/// A page to look at.
#[derive(Clone, Copy)]
pub struct PageWords<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its language; rules about words are for English.
    pub language: &'a str,
    /// Whether it is the Easy Read form of a page; see [`is_easy_read`].
    pub easy_read: bool,
}

/// Whether the name of a file says that it is an Easy Read page: `breaks.easy-read.md`.
pub fn is_easy_read(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.ends_with(".md") && file.split('.').skip(1).any(|part| part == "easy-read")
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
