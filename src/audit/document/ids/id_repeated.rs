//! `id-repeated`: an id that several elements have.

use super::{Use, tell};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "id-repeated", severity: Severity::Warning, basis: &["HTML: the id attribute", "ACT 3ea0c8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    tell(page, Use::Other, "give each element an id of its own: a link to the id leads to the first only", found);
}
