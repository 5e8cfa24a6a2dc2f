//! `aria-braille-alone`: words for braille displays where there are none for anybody else.

use super::exposed;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-braille-alone", severity: Severity::Error, basis: &["WCAG 4.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let braille = [name!("aria-brailleroledescription"), name!("aria-braillelabel")];
    if braille.iter().all(|name| page.with(name).is_empty()) {
        return;
    }
    for id in exposed(page) {
        let says = |name: &Name| page.tree.attribute(id, name).is_some_and(|value| !value.trim().is_empty());
        if says(&name!("aria-brailleroledescription")) && !says(&name!("aria-roledescription")) {
            found
                .at(page, id, "`aria-brailleroledescription` stands without `aria-roledescription`")
                .help("add `aria-roledescription` with the words to be spoken, or take it out");
        }
        if says(&name!("aria-braillelabel")) && page.name(id).is_empty() {
            found
                .at(page, id, "`aria-braillelabel` stands on an element without a name")
                .help("add `aria-label` with the words to be spoken, or take it out");
        }
    }
}
