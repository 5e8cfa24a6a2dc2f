//! The search page, as its template sees it.
//!
//! In: made by `page/search.rs`. Out: indexes by language, words of danger, pages that help. Not here: what is in an index.

use serde::Serialize;

use super::view::LinkView;

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
