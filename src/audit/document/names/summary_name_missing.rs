//! `summary` without words: nobody knows what opens.

use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "summary-name-missing", severity: Severity::Error, basis: &["WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let summaries = page.exposed(&name!("summary")).filter(|id| page.is_summary(*id) && page.is_nameless(*id));
    for id in summaries {
        found
            .at(page, id, "the part that opens and closes has no words")
            .help("say what it opens: `<summary>Who can get a break</summary>`");
    }
}
