//! The forms and languages of a page, as its template sees them.
//!
//! In: made by `page/forms.rs`. Out: links with their languages, notices. Not here: which page is a form of which.

use serde::Serialize;

use super::view::LinkView;

/// The forms and languages of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FormsView {
    /// All but the page itself, its standard form first.
    pub others: Vec<FormView>,
    /// What is said of a form that is older than its page, with the page as it is now.
    pub outdated: Option<OutdatedView>,
    /// What is said of a form that no reader of it has checked, in the page's language and in the site's.
    pub unchecked: Vec<WordsView>,
    /// For programs: the page in each language, itself included, addresses with the host.
    pub languages: Vec<(String, String)>,
}

/// A form of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FormView {
    /// Address.
    pub url: String,
    /// Its language in the language of the page that links to it; nothing where both are the same.
    pub language: Option<String>,
    /// What the language calls itself.
    pub own_name: Option<&'static str>,
    /// Language tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Easy Read, audio; nothing for the standard form in another language.
    pub form: Option<String>,
}

/// A form that is older than its page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OutdatedView {
    /// What is said.
    pub text: String,
    /// The page as it is now.
    pub original: LinkView,
}

/// Words in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordsView {
    /// The words.
    pub text: String,
    /// Their language, where it is not the page's.
    pub lang: Option<String>,
}
