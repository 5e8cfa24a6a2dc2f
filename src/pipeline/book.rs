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
    Book {
        site: loaded.site.settings.name.clone(),
        pages: loaded.site.pages.iter().map(page).collect(),
        rules: rules(),
    }
}

/// The book of pages that anything made: nobody but their paths names them.
pub fn book_of_files(tree: &SourceTree) -> Book {
    let page = |file: &SourceFile| {
        let path = file.path.to_string();
        Page { file: path.clone(), url: path.clone(), title: path, ..Page::default() }
    };
    Book { site: String::new(), pages: tree.files.iter().map(page).collect(), rules: rules() }
}

/// Every code with one sentence about it.
fn rules() -> Vec<(String, String)> {
    let pages = embedded::explanations().into_iter();
    pages.map(|(code, text)| (code, embedded::first_sentence(text).to_owned())).collect()
}
