//! `aria-state-conflict`: ARIA says one thing and HTML another, or says it where only some wholes take it.

use super::{exposed, shaping_role};
use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-state-conflict", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 5c01ea"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page) {
        match page.role(id) {
            Some(Role::Checkbox | Role::Radio) if page.tree.is(id, &name!("input")) => check_box(page, id, found),
            Some(Role::Row) => check_row(page, id, found),
            _ => {}
        }
    }
}

fn check_box(page: &Page<'_>, id: NodeId, found: &mut Found) {
    let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default();
    let said = page.tree.attribute(id, &name!("aria-checked")).unwrap_or_default();
    let is_checkbox = kind.eq_ignore_ascii_case("checkbox");
    if said.is_empty() || !is_checkbox && !kind.eq_ignore_ascii_case("radio") {
        return;
    }
    let is_checked = page.tree.has(id, &name!("checked")) && (is_checkbox || !is_released(page, id));
    let agrees = match said.to_ascii_lowercase().as_str() {
        "true" => is_checked,
        "mixed" if is_checkbox => false,
        _ => !is_checked,
    };
    if !agrees {
        let is = if is_checked { "ticked" } else { "not ticked" };
        found
            .at(page, id, format!("`aria-checked=\"{}\"` stands on a field that is {is}", said.trim()))
            .help("take `aria-checked` out: the field says it by itself");
    }
}

/// Whether a later choice of the same group is the one that counts.
fn is_released(page: &Page<'_>, id: NodeId) -> bool {
    let group = |at: NodeId| page.tree.attribute(at, &name!("name")).filter(|name| !name.is_empty());
    let form = |at: NodeId| page.tree.closest(at, &name!("form"));
    let is_chosen = |at: NodeId| {
        let kind = page.tree.attribute(at, &name!("type")).unwrap_or_default();
        kind.eq_ignore_ascii_case("radio") && page.tree.has(at, &name!("checked"))
    };
    let mut later = page.elements(&name!("input")).iter().copied().filter(|at| *at > id);
    group(id).is_some() && later.any(|at| group(at) == group(id) && form(at) == form(id) && is_chosen(at))
}

/// Rows open, have levels and are counted only in a grid that is a tree.
fn check_row(page: &Page<'_>, id: NodeId, found: &mut Found) {
    let names = [name!("aria-posinset"), name!("aria-setsize"), name!("aria-expanded"), name!("aria-level")];
    let Some(wrong) = names.iter().find(|name| page.tree.has(id, name)) else { return };
    let around = page.tree.ancestors(id).filter_map(|at| shaping_role(page, at));
    let owner = around.into_iter().find(|role| matches!(role, Role::Table | Role::Grid | Role::Treegrid));
    if let Some(owner) = owner.filter(|owner| *owner != Role::Treegrid) {
        found
            .at(page, id, format!("a row of a `{}` does not take `{wrong}`", owner.name()))
            .help(format!("take `{wrong}` out, or make the whole a `role=\"treegrid\"`"));
    }
}
