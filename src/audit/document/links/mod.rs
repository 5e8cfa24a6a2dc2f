//! Rules about links.

mod accesskey;

use crate::audit::rule::Rule;

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[&accesskey::RULE];
