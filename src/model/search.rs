//! What the search index knows of a page, and what the search page shows.
//!
//! In: made by `page/`; the text of a page is added once it is rendered. Out: [`Findable`], read by `export/search/`, and
//! [`SearchView`] for the template. Not here: the index; which pages it leaves out, which `page/findable.rs` decides.

use serde::Serialize;

use super::digest::Digest;
use super::view::LinkView;

/// A page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable {
    /// Address with the site's own path in front.
    pub url: String,
    /// Language of the index it is in: the first part of the page's language tag, `en` of `en-GB`.
    pub language: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Its text as HTML.
    pub html: String,
    /// Words that it can be found by and that it need not print: other words of the glossary, numbers of its contact.
    pub also: Vec<String>,
    /// Whether it comes behind a page that says the same: Easy Read behind the page it was made from.
    pub is_second: bool,
}

impl Findable {
    /// The digest of everything that the index is made of.
    pub fn digest(&self) -> Digest {
        let own = [&self.url, &self.language, &self.title, &self.summary, &self.html];
        let second: &[u8] = if self.is_second { b"second" } else { b"first" };
        let texts = own.into_iter().chain(&self.also).map(String::as_bytes);
        Digest::of_parts(std::iter::once(second).chain(texts))
    }
}

/// Folder of the index of a language below the site, with `/` at both ends.
pub fn index_folder(language: &str) -> String {
    format!("/search/{language}/")
}

/// What only the search page shows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SearchView {
    /// Address of its script.
    pub script: String,
    /// The languages that can be searched, that of the page first.
    pub languages: Vec<IndexView>,
    /// Words of danger in every language of the theme, with commas between.
    pub danger: String,
    /// Pages that help people at risk. They are in no index, so words of danger lead to them.
    pub help: Vec<LinkView>,
}

/// The index of a language.
#[derive(Clone, Debug, Default, Serialize)]
pub struct IndexView {
    /// Language, the first part of its tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Name of the language in itself.
    pub name: String,
    /// Folder of the index.
    pub url: String,
}
