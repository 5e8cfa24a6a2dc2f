//! Pages that reload or go elsewhere by themselves while people read. At once is allowed, and so is after 20 hours.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "page-refresh",
    severity: Severity::Error,
    basis: &["WCAG 2.2.1", "WCAG 2.2.4", "WCAG 3.2.5", "ACT bc659a", "ACT bisz58"],
    check,
};

/// 20 hours, from which WCAG leaves people time enough.
pub(super) const LONG: f64 = 72_000.0;

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, seconds) in delays(page).filter(|(_, seconds)| *seconds > 0.0 && *seconds <= LONG) {
        found
            .at(page, id, format!("the page reloads or goes elsewhere by itself after {seconds} seconds"))
            .help("take `<meta http-equiv=\"refresh\" …>` out; where a page has moved, let the server answer with its new address");
    }
}

/// What makes the page reload, with the seconds it waits.
pub(super) fn delays<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (NodeId, f64)> + 'p {
    let tree = page.tree;
    page.elements(&name!("meta")).iter().copied().filter_map(|id| {
        let is_refresh = tree.attribute(id, &name!("http-equiv"))?.eq_ignore_ascii_case("refresh");
        let content = tree.attribute(id, &name!("content"))?.trim();
        let delay = content.split(|sign: char| matches!(sign, ';' | ',') || sign.is_whitespace()).next()?;
        let is_number = delay.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let seconds = super::number(delay).filter(|_| is_refresh && is_number)?;
        Some((id, seconds))
    })
}
