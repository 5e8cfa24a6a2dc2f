//! `language-wrong`: a page that is written in another language than it says.

use super::{declared, guess, other_language, passages};
use crate::audit::document::page::of_page;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "language-wrong", severity: Severity::Error, basis: &["WCAG 3.1.1"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let passages = passages(page);
    let Some(written) = other_language(passages) else { return };
    let Some(declared) =
        passages.iter().find(|passage| passage.of_page).map(|passage| declared(page, passage.declares))
    else {
        return;
    };
    let name = guess::name(written);
    found
        .on(of_page(page), format!("the page is written in {name} and says that it is `{declared}`"))
        .help(format!("name its language on the first tag: `<html lang=\"{written}\">`"));
}
