//! `input type="image"` without words of its own. What the browser says in their place, "Submit Query", is none.

use crate::audit::accname::NameFrom;
use crate::audit::page::Page;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "image-button-alt-missing",
    severity: Severity::Error,
    basis: &["WCAG 1.1.1", "WCAG 4.1.2", "ACT 59796f"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let is_image = |id: &NodeId| {
        let kind = page.tree.attribute(*id, &name!("type")).unwrap_or_default();
        kind.eq_ignore_ascii_case("image") && super::is_in_need(page, *id)
    };
    for id in page.exposed(&name!("input")).filter(is_image) {
        if matches!(page.name_from(id), NameFrom::Nothing | NameFrom::Browser) {
            found
                .at(page, id, "the button is a picture without words")
                .help("say what the button does: `alt=\"Search\"`");
        }
    }
}
