//! `title-placeholder`: a title that a program put there until somebody writes one.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-placeholder",
    severity: Severity::Error,
    basis: &["WCAG 2.4.2", "WCAG failure F25", "ACT c4a8a4"],
    check,
};

/// What programs write, in small letters.
const PLACEHOLDERS: [&str; 20] = [
    "document",
    "default",
    "enter the title of your html document here",
    "enter title here",
    "html document",
    "index",
    "insert title here",
    "lorem ipsum",
    "new document",
    "new page",
    "no title",
    "page",
    "page title",
    "sample page",
    "test",
    "title",
    "title goes here",
    "untitled",
    "untitled document",
    "untitled page",
];

fn check(page: &Page<'_>, found: &mut Found) {
    let title = page.elements(&name!("title")).iter().copied().find(|id| page.tree.is(*id, &name!("title")));
    let Some(title) = title else { return };
    let words = page.tree.text_content(title);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = words.to_lowercase();
    if PLACEHOLDERS.contains(&plain.as_str()) || is_file_name(&plain) {
        found
            .at(page, title, format!("the title of the page is {}", quote(&words)))
            .help("write what the page is about, for example `Help at home – Exampleshire Council`");
    }
}

/// `page-3.html`, `leaflet.docx`.
fn is_file_name(title: &str) -> bool {
    const ENDINGS: [&str; 7] = [".html", ".htm", ".php", ".aspx", ".doc", ".docx", ".pdf"];
    !title.contains(' ') && ENDINGS.iter().any(|ending| title.len() > ending.len() && title.ends_with(ending))
}
