//! Rules about markup that makes text look right and read wrong.
//!
//! In: [`Page`]. Out: findings. Not here: wording, which is in `audit/words/`; style sheets, which are in `style/`.

mod letters_spaced;
mod markup_presentational;
mod paragraph_empty;
mod paragraph_faked;
mod text_spaced;

use crate::audit::page::Page;
use crate::audit::rule::Rule;
use crate::audit::tree::{NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &letters_spaced::RULE,
    &markup_presentational::RULE,
    &paragraph_empty::RULE,
    &paragraph_faked::RULE,
    &text_spaced::RULE,
];

/// Whether a text is typed as is, so that its spaces and letters mean what they are.
fn is_typed_as_is(page: &Page<'_>, id: NodeId) -> bool {
    let typed = [name!("pre"), name!("code"), name!("kbd"), name!("samp"), name!("svg"), name!("math")];
    page.tree.ancestors(id).any(|at| typed.contains(page.tree.name(at)))
}
