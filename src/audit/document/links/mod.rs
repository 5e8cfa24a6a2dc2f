//! Rules about links.

use crate::audit::rule::Rule;

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[];
