//! Rules about the language of text: what a screen reader pronounces it by.
//!
//! In: [`Page`]. Out: findings. Not here: the language attribute of the page, which is in `page/`.

pub(super) mod subtag;

use crate::audit::rule::Rule;

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[];
