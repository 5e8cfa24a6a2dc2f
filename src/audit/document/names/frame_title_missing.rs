//! Frames without a title. A frame taken out of the order of focus by `tabindex="-1"` is passed over, as axe-core does.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "frame-title-missing", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT cae760"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let frames = page.exposed(&name!("iframe")).chain(page.exposed(&name!("frame")));
    for id in frames.filter(|id| is_reached(page, *id) && page.is_nameless(*id) && !super::is_nothing(page, *id)) {
        let source = page.tree.attribute(id, &name!("src")).unwrap_or_default();
        let what = if source.is_empty() { String::new() } else { format!(" that shows {}", quote(source)) };
        found
            .at(page, id, format!("the frame{what} has no title"))
            .help("say what is in it: `<iframe title=\"Map of our offices\" …>`");
    }
}

fn is_reached(page: &Page<'_>, id: NodeId) -> bool {
    let index = page.tree.attribute(id, &name!("tabindex")).and_then(|value| value.trim().parse::<i32>().ok());
    index.is_none_or(|index| index >= 0)
}
