//! `link-script`: a link whose address is a script.

use super::links;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "link-script", severity: Severity::Warning, basis: &["WCAG failure F42"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let is_script = |href: &str| href.get(..11).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript:"));
    for link in links(page).filter(|link| is_script(link.href)) {
        found
            .at(page, link.node, format!("the address of the link is a script, {}", quote(link.href)))
            .help("link to a page that works without scripts, or write `<button type=\"button\">` if it only acts on this page");
    }
}
