//! Pages that reload by themselves after more than 20 hours: allowed, and still a page that changes under people's eyes.

use super::page_refresh::{LONG, delays};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "page-refresh-late",
    severity: Severity::Warning,
    basis: &["WCAG 2.2.4", "WCAG 3.2.5", "ACT bisz58"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, seconds) in delays(page).filter(|(_, seconds)| *seconds > LONG) {
        found
            .at(page, id, format!("the page reloads or goes elsewhere by itself after {seconds} seconds"))
            .help("take `<meta http-equiv=\"refresh\" …>` out and let people reload the page when they wish");
    }
}
