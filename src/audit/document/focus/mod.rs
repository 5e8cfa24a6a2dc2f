//! Rules about the keyboard: shortcuts and the order of focus.
//!
//! In: [`Page`](crate::audit::page::Page). Out: findings. Whether a region scrolls, and so must be reached, only a browser
//! knows.

mod accesskey;
mod accesskey_twice;
mod tabindex_positive;

use crate::audit::rule::Rule;

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[&accesskey::RULE, &accesskey_twice::RULE, &tabindex_positive::RULE];
