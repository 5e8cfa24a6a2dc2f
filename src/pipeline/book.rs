//! What a report for people calls the pages, teams and rules.
//!
//! In: a loaded site. Out: [`Book`]. Made only when such a report is asked for. Not here: findings.

use super::Loaded;
use crate::diag::book::{Book, Page};
use crate::embedded;

/// The book of a site.
pub fn book(loaded: &Loaded) -> Book {
    let page = |page: &crate::model::site::Page| Page {
        file: loaded.tree.path(page.document.file).to_owned(),
        url: page.url.clone(),
        title: page.document.front.title.clone(),
        owner: page.document.front.owner.clone(),
        readability: None,
    };
    Book {
        site: loaded.site.settings.name.clone(),
        pages: loaded.site.pages.iter().map(page).collect(),
        rules: rules(),
    }
}

/// Every code with one sentence about it.
fn rules() -> Vec<(String, String)> {
    let pages = embedded::explanations().into_iter();
    pages.map(|(code, text)| (code, embedded::first_sentence(text).to_owned())).collect()
}
