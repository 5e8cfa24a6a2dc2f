//! What a report for people needs besides findings: whose page is which, what rules mean, how pages read.
//!
//! In: the site. Out: [`Book`], plain lists. Programs get none of it: their formats stay small.
//! Not here: how it is shown.

use crate::model::readability::Readability;

/// What the pages and rules of a site are called.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Name of the site.
    pub site: String,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Codes with one sentence about each, in order of the codes.
    pub rules: Vec<(String, String)>,
}

/// A page of the site.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its file, from the root of the site.
    pub file: String,
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The team that owns it.
    pub owner: Option<String>,
    /// How its words read, where that was counted.
    pub readability: Option<Readability>,
}

impl Book {
    /// The page of a file.
    pub fn page(&self, file: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.file == file)
    }

    /// One sentence about a code.
    pub fn sentence(&self, code: &str) -> &str {
        let at = self.rules.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok();
        at.and_then(|at| self.rules.get(at)).map_or("", |(_, sentence)| sentence.as_str())
    }
}

/// What no program can tell. Every report says it, so that no clean run is taken for an accessible site.
pub const ONLY_PEOPLE: [&str; 9] = [
    "whether the words are true, kind and clear to the people they are for",
    "whether a picture only decorates, and whether its description says what matters",
    "whether a picture holds text that should be text",
    "whether links and headings say what a reader expects of them",
    "whether the order of reading and of the keyboard makes sense, and nothing traps the keyboard",
    "whether a page can be used when it is enlarged, in a person's own colours, or with a voice",
    "whether video and audio have captions, transcripts and descriptions that are right",
    "whether messages of forms can be understood and acted on",
    "whether people who use assistive technology, Easy Read or British Sign Language get the same help",
];
