//! `lang-missing`: a page that does not say its language.

use super::{is_whole_page, of_page, root};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "lang-missing", severity: Severity::Error, basis: &["WCAG 3.1.1", "ACT b5c3f8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let Some(root) = root(page).filter(|_| is_whole_page(page)) else { return };
    let mut given = page.tree.attribute(root, &name!("lang")).into_iter();
    if given.any(|language| !language.trim().is_empty()) {
        return;
    }
    let is_xml = page.tree.attributes(root).any(|(name, value)| &**name == "xml:lang" && !value.trim().is_empty());
    let message =
        if is_xml { "the page says its language only in `xml:lang`" } else { "the page does not say its language" };
    found.on(of_page(page), message).help("name the language on the first tag, for example `<html lang=\"en-GB\">`");
}
