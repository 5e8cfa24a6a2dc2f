//! What a report for people calls the pages, teams and rules.
//!
//! In: a loaded site. Out: [`Book`]. Made only when such a report is asked for. Not here: findings.

use super::Loaded;
use crate::diag::book::{Book, Page};
use crate::embedded;
use crate::model::source::{SourceFile, SourceTree};

/// The book of a site.
pub fn book(loaded: &Loaded) -> Book {
    let page = |page: &crate::model::site::Page| Page {
        file: loaded.tree.path(page.document.file).to_owned(),
        url: page.url.clone(),
        title: page.document.front.title.clone(),
        owner: page.document.front.owner.clone(),
        readability: page.language.starts_with("en").then(|| super::readability(page)),
    };
    let mut pages: Vec<Page> = loaded.site.pages.iter().map(page).collect();
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    Book { site: loaded.site.settings.name.clone(), pages, rules: rules() }
}

/// The book of pages that anything made: they are called as their files are, and nobody is known to own them.
pub fn book_of_files(tree: &SourceTree) -> Book {
    let page = |file: &SourceFile| Page { file: file.path.to_string(), ..Page::default() };
    let mut pages: Vec<Page> = tree.files.iter().map(page).collect();
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    Book { site: String::new(), pages, rules: rules() }
}

/// Every code with one sentence about it.
fn rules() -> Vec<(String, String)> {
    let pages = embedded::explanations().into_iter();
    pages.map(|(code, text)| (code, embedded::first_sentence(text).to_owned())).collect()
}
