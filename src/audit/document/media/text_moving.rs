//! `blink` and `marquee`: words that flash or run.

use crate::audit::document::looks::is_concealed;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "text-moving", severity: Severity::Error, basis: &["WCAG 2.2.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (element, moves) in [(Name::from("blink"), "flash"), (name!("marquee"), "run")] {
        for id in page.elements(&element).iter().copied().filter(|id| page.is_seen(*id) && !is_concealed(page, *id)) {
            found
                .at(page, id, format!("the words {moves} and nobody can stop them"))
                .help(format!("take `<{element}>` out and write the words as a paragraph"));
        }
    }
}
