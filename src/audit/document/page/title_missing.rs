//! `title-missing`: a page without a title.

use super::{is_whole_page, of_page};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "title-missing", severity: Severity::Error, basis: &["WCAG 2.4.2", "ACT 2779a5"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    if !is_whole_page(page) {
        return;
    }
    let title = page.elements(&name!("title")).iter().copied().find(|id| page.tree.is(*id, &name!("title")));
    match title {
        Some(title) if page.tree.has_text(title) => {}
        Some(title) => {
            found.at(page, title, "the title of the page is empty").help("write what the page is about");
        }
        None => {
            found
                .on(of_page(page), "the page has no title")
                .help("add one to its head, for example `<title>Help at home – Exampleshire Council</title>`");
        }
    }
}
