//! Choices that belong together, radio buttons or tick boxes of one name, outside of any group: people hear the answers
//! and not the question. Said once for each name; two boxes are enough, one is its own question.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "choices-without-group", severity: Severity::Warning, basis: &["WCAG 1.3.1"], check };

/// Choices of one kind and name in one form.
struct Choices<'p> {
    kind: String,
    name: &'p str,
    form: Option<NodeId>,
    first: NodeId,
    count: usize,
    is_grouped: bool,
}

fn check(page: &Page<'_>, found: &mut Found) {
    let mut all: Vec<Choices<'_>> = Vec::new();
    for id in page.exposed(&name!("input")) {
        let kind = super::kind(page, id);
        let name = page.tree.attribute(id, &name!("name")).unwrap_or_default();
        if !matches!(kind.as_str(), "radio" | "checkbox") || name.is_empty() || all.len() > 200 {
            continue;
        }
        let form = page.tree.closest(id, &name!("form"));
        let is_grouped = is_grouped(page, id);
        match all.iter_mut().find(|known| known.name == name && known.kind == kind && known.form == form) {
            Some(known) => {
                known.count += 1;
                known.is_grouped |= is_grouped;
            }
            None => all.push(Choices { kind, name, form, first: id, count: 1, is_grouped }),
        }
    }
    for choices in all.iter().filter(|choices| choices.count > 1 && !choices.is_grouped) {
        let message =
            format!("nothing says what question the {} choices {} answer", choices.count, quote(choices.name));
        found.at(page, choices.first, message).help(
            "put them in a group with their question: `<fieldset><legend>Do you live alone?</legend> … </fieldset>`",
        );
    }
}

fn is_grouped(page: &Page<'_>, id: NodeId) -> bool {
    page.tree.ancestors(id).any(|at| {
        let is_group = matches!(
            page.role(at),
            Some(Role::Group | Role::RadioGroup | Role::Listbox | Role::Table | Role::Grid | Role::Menu)
        );
        is_group || page.tree.is(at, &name!("fieldset"))
    })
}
