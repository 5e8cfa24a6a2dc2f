//! `object` and `embed` without a name. What stands between the tags of an `object` is shown only where the object is
//! not, so it is no name. `embed` is judged like `object`; axe-core leaves it out.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "object-name-missing", severity: Severity::Error, basis: &["WCAG 1.1.1", "ACT 8fc3b6"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (element, source) in [(&name!("object"), &name!("data")), (&name!("embed"), &name!("src"))] {
        for id in page.exposed(element) {
            let Some(shown) = page.tree.attribute(id, source) else { continue };
            if page.is_nameless(id) && !super::is_nothing(page, id) {
                found
                    .at(page, id, format!("nothing says what {} is", quote(shown)))
                    .help("say what is shown: `title=\"Leaflet: breaks for carers\"`");
            }
        }
    }
}
