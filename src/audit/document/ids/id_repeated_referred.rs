//! `id-repeated-referred`: an id that several elements have and that a label or ARIA names.
//!
//! axe-core leaves these to a person; here they are certain: the reference means the first element, whatever its author
//! had in mind.

use super::{Use, tell};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "id-repeated-referred", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 3ea0c8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    tell(page, Use::Referred, "give each element an id of its own, and name that one in the label", found);
}
