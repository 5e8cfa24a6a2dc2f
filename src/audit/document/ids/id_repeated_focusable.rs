//! `id-repeated-focusable`: an id that several elements have, one of which is reached by keyboard.

use super::{Use, tell};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "id-repeated-focusable",
    severity: Severity::Warning,
    basis: &["HTML: the id attribute", "ACT 3ea0c8"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    tell(page, Use::Focusable, "give each link, field and button an id of its own", found);
}
