//! What the search index knows of a page.
//!
//! In: made by `page/` from a view, its text added once it is rendered. Out: [`Findable`], read by `export/search/`.
//! Not here: the index; which pages it leaves out, which `page/findable.rs` decides; the search page (`search_view.rs`).

use super::digest::Digest;

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
