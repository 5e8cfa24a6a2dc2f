//! `lang-mismatch`: `lang` and `xml:lang` of a page that name different languages.

use super::{of_page, root};
use crate::audit::document::language::subtag;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "lang-mismatch", severity: Severity::Error, basis: &["WCAG 3.1.1", "ACT 5b7ae0"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let Some(root) = root(page) else { return };
    let Some(language) = page.tree.attribute(root, &name!("lang")) else { return };
    let Some((_, other)) = page.tree.attributes(root).find(|(name, _)| &***name == "xml:lang") else { return };
    let known = subtag::is_registered(language) && subtag::is_registered(other);
    if known && !subtag::primary(language).eq_ignore_ascii_case(subtag::primary(other)) {
        found
            .on(of_page(page), format!("`lang` says {} and `xml:lang` says {}", quote(language), quote(other)))
            .help("take `xml:lang` out: browsers read `lang`");
    }
}
