//! Rules about the words of a page: a file for each, named after its code.
//!
//! In: [`Words`], made once for a run, and one page. Out: findings at the words they are about, with a correction where
//! it is certain. Each page is split into sentences and words once and searched for all phrases once.
//! Not here: reading Markdown (`parse/markdown/prose.rs`), levels, allowances.

mod abbreviation;
mod abbreviation_first;
mod abbreviation_stops;
mod age_format;
mod alt_length;
mod ampersand_used;
mod bold_long;
mod calendar;
mod capital_letters;
mod care;
mod care_worker;
mod cell_not_applicable;
mod change_note_vague;
mod chunk;
mod contraction_hard;
mod contraction_negative;
mod covid_19;
mod dash_long;
mod date_format;
mod date_range;
mod deadline_midnight;
mod dictionary;
mod easy_read;
mod file_size;
mod financial_year;
mod footnote_mark;
mod found;
mod gendered_word;
mod heading_case;
mod heading_depth;
mod heading_faq;
mod heading_full_stop;
mod heading_generic;
mod heading_link;
mod heading_question;
mod health_words;
mod identity;
mod italic_text;
mod known;
mod latin_short_form;
mod leading_zero;
mod link_address;
mod link_email;
mod link_full_stop;
mod link_text_vague;
mod list_item_capital;
mod list_item_end;
mod list_item_sentences;
mod list_lead_in;
mod list_long;
mod list_single;
mod local_authority;
mod minus_sign;
mod money_million;
mod money_pence;
mod number_words;
mod opening_hours;
mod ordinal_number;
mod ordinary;
mod page;
mod paragraph_length;
mod per_cent;
mod phone_format;
mod phone_label;
mod phrases;
mod plain_words;
mod plural_bracket;
mod quarter_date;
mod quote_marks;
mod range_dash;
mod readability;
mod rule;
mod semicolon_used;
mod sentence_length;
mod sentence_number;
mod sign_in;
mod slash_or;
mod spelling;
mod split;
mod step_full_stop;
mod summary_full_stop;
mod summary_repeats;
mod syllables;
mod third_person;
mod thousands_comma;
mod time_format;
mod time_vague;
mod title_content_type;
mod title_contraction;
mod title_dash;
mod title_date;
mod title_length;
mod title_organisation;
mod word_click;
mod word_form;
mod word_please;
mod word_should;
mod words_to_avoid;

use crate::diag::Diagnostic;
use crate::model::document::Document;
use crate::model::page_type::PageType;
use crate::model::settings::{self, Settings};
use found::Found;
use page::Page;
use phrases::Phrases;
use rule::{Pack, Rule};

pub use readability::readability;

/// Rules by family; a family has a folder of its own.
const FAMILIES: [&[&Rule]; 4] = [RULES, care::RULES, easy_read::RULES, identity::RULES];

/// Rules that belong to no family.
const RULES: &[&Rule] = &[
    &abbreviation_first::RULE,
    &abbreviation_stops::RULE,
    &age_format::RULE,
    &alt_length::RULE,
    &ampersand_used::RULE,
    &bold_long::RULE,
    &capital_letters::RULE,
    &care_worker::RULE,
    &cell_not_applicable::RULE,
    &change_note_vague::RULE,
    &contraction_hard::RULE,
    &contraction_negative::RULE,
    &covid_19::RULE,
    &dash_long::RULE,
    &date_format::RULE,
    &date_range::RULE,
    &deadline_midnight::RULE,
    &file_size::RULE,
    &financial_year::RULE,
    &footnote_mark::RULE,
    &gendered_word::RULE,
    &heading_case::RULE,
    &heading_depth::RULE,
    &heading_faq::RULE,
    &heading_full_stop::RULE,
    &heading_generic::RULE,
    &heading_link::RULE,
    &heading_question::RULE,
    &health_words::RULE,
    &italic_text::RULE,
    &latin_short_form::RULE,
    &leading_zero::RULE,
    &link_address::RULE,
    &link_email::RULE,
    &link_full_stop::RULE,
    &link_text_vague::RULE,
    &list_item_capital::RULE,
    &list_item_end::RULE,
    &list_item_sentences::RULE,
    &list_lead_in::RULE,
    &list_long::RULE,
    &list_single::RULE,
    &local_authority::RULE,
    &minus_sign::RULE,
    &money_million::RULE,
    &money_pence::RULE,
    &number_words::RULE,
    &opening_hours::RULE,
    &ordinal_number::RULE,
    &paragraph_length::RULE,
    &per_cent::RULE,
    &phone_format::RULE,
    &phone_label::RULE,
    &plain_words::RULE,
    &plural_bracket::RULE,
    &quarter_date::RULE,
    &quote_marks::RULE,
    &range_dash::RULE,
    &semicolon_used::RULE,
    &sentence_length::RULE,
    &sentence_number::RULE,
    &sign_in::RULE,
    &slash_or::RULE,
    &spelling::RULE,
    &step_full_stop::RULE,
    &summary_full_stop::RULE,
    &summary_repeats::RULE,
    &third_person::RULE,
    &thousands_comma::RULE,
    &time_format::RULE,
    &time_vague::RULE,
    &title_content_type::RULE,
    &title_contraction::RULE,
    &title_dash::RULE,
    &title_date::RULE,
    &title_length::RULE,
    &title_organisation::RULE,
    &word_click::RULE,
    &word_form::RULE,
    &word_please::RULE,
    &word_should::RULE,
    &words_to_avoid::RULE,
];

/// The rules in force, with all their phrases; made once for a run.
pub struct Words {
    rules: Vec<&'static Rule>,
    phrases: Phrases,
    nhs: bool,
    /// Whether the pack `social-care` is on.
    social_care: bool,
    /// Words of the site that are right although a list has them, in small letters and in order.
    own: Vec<String>,
    organisation: String,
    /// Abbreviations that the program explains on pages of the site's language.
    explained: Vec<String>,
    language: String,
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
        let rules: Vec<&Rule> = every().filter(|rule| is_on(rule.pack) && wanted(rule)).collect();
        let phrases = Phrases::new(&rules, is_on);
        let mut own: Vec<String> = settings.words.iter().map(|word| word.to_lowercase()).collect();
        own.sort_unstable();
        let organisation = settings.organisation.clone();
        let (explained, language) = (Vec::new(), settings.language.clone());
        Self { rules, phrases, nhs, social_care: is_on(Pack::SocialCare), own, organisation, explained, language }
    }

    /// The same, for a site whose glossary explains these abbreviations.
    #[must_use]
    pub fn explaining<'s>(mut self, abbreviations: impl Iterator<Item = &'s str>) -> Self {
        self.explained = abbreviations.map(str::to_owned).collect();
        self
    }

    /// Whether the glossary explains an abbreviation on such a page.
    fn explains(&self, page: &PageWords<'_>, short: &str) -> bool {
        let has_words = !matches!(page.document.front.kind, PageType::Home | PageType::Glossary);
        has_words && !page.easy_read && page.language == self.language && self.explained.iter().any(|own| own == short)
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
    std::path::Path::new(file).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("md"))
        && file.split('.').skip(1).any(|part| part == "easy-read")
}

/// The codes of every rule about words.
pub fn codes() -> impl Iterator<Item = &'static str> {
    every().map(|rule| rule.code)
}

/// Every rule.
fn every() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten().copied()
}

/// What the rules find on a page.
pub fn check(engine: &Words, page: PageWords<'_>) -> Vec<Diagnostic> {
    if !page.language.starts_with("en") {
        return Vec::new();
    }
    Found::by(&engine.rules, &Page::new(engine, page))
}
