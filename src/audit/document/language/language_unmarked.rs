//! `language-unmarked`: a passage in another language than the text around it, which does not say so.
//!
//! Asked of longer passages, and told only where the language is certain. When the whole page is in that language, the
//! page says the wrong one: `language-wrong` tells.

use super::{declared, guess, other_language, passages};
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "language-unmarked", severity: Severity::Warning, basis: &["WCAG 3.1.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let passages = passages(page);
    let other = other_language(passages);
    let is_told = |passage: &&super::Passage| passage.of_page && passage.written == other;
    for passage in passages.iter().filter(|passage| passage.is_other && !is_told(passage)) {
        let Some(written) = passage.written else { continue };
        let (name, code) = (guess::name(written), written);
        found
            .at(
                page,
                passage.block,
                format!("the passage is in {name}, and the page says `{}`", declared(page, passage.declares)),
            )
            .help(format!(
                "mark it, for example `<p lang=\"{code}\">`: a screen reader then reads it with the right voice"
            ));
    }
}
