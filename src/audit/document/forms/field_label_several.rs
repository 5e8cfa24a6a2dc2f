//! Fields with more than one label: some screen readers say the first, some the last.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "field-label-several", severity: Severity::Warning, basis: &["WCAG 3.3.2"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in super::fields(page) {
        let mut labels = page.labels(id).filter(|label| page.is_exposed(*label));
        let (Some(first), Some(second)) = (labels.next(), labels.next()) else { continue };
        let text = page.tree.text_content(second);
        found
            .at(page, second, format!("the field has another label before this one, {}", quote(&text)))
            .also(page, first, "the first label")
            .also(page, id, "the field")
            .help("put all of it into one label, or say the rest in a hint: `aria-describedby=\"postcode-hint\"`");
    }
}
