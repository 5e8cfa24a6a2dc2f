//! Rules about what style sheets make of a page: contrast, focus, links in text, spacing. Only what is certain counts.

mod contrast;
mod contrast_enhanced;
mod contrast_low;
mod focus_hidden;
mod ground;
mod link_by_colour;
mod orientation_locked;
mod target_small;
mod text_justified;
mod text_spacing_fixed;

use crate::audit::rule::Rule;
pub(super) use ground::is_concealed;

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &contrast_low::RULE,
    &focus_hidden::RULE,
    &link_by_colour::RULE,
    &orientation_locked::RULE,
    &target_small::RULE,
    &text_justified::RULE,
    &text_spacing_fixed::RULE,
];

/// Rules of the family that a site asks for.
pub(super) const ON_REQUEST: &[&Rule] = &[&contrast_enhanced::RULE];
