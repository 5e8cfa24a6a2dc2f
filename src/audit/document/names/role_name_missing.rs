//! Elements that a role makes a control, a gauge or a tooltip, without a name; `meter` and `progress` too, which
//! axe-core leaves out though their roles need a name as well.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "role-name-missing", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT e086e5"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let opened = opened_by_boxes(page);
    for id in super::roled(page, is_meant).filter(|id| !has_own_rule(page, *id) && page.is_nameless(*id)) {
        let role = page.explicit_role(id).map_or("", Role::name);
        let own = page.tree.attribute(id, &name!("id")).unwrap_or_default();
        let is_opened = role == "listbox" && opened.binary_search(&own).is_ok();
        if !is_opened && !has_field(page, id) {
            found
                .at(page, id, format!("the element with the role {} has no name", quote(role)))
                .help("say what it is for: `aria-label=\"Your postcode\"`");
        }
    }
    for id in page.exposed(&name!("meter")).chain(page.exposed(&name!("progress"))) {
        if page.explicit_role(id).is_none() && page.is_nameless(id) {
            found
                .at(page, id, "nothing says what the bar measures")
                .help("say what it measures: `<label>Places taken <meter …></meter></label>`");
        }
    }
}

fn is_meant(role: Role) -> bool {
    matches!(
        role,
        Role::MenuItem
            | Role::MenuItemCheckbox
            | Role::MenuItemRadio
            | Role::Tab
            | Role::TreeItem
            | Role::Checkbox
            | Role::Switch
            | Role::Radio
            | Role::Option
            | Role::Combobox
            | Role::Listbox
            | Role::Searchbox
            | Role::Slider
            | Role::Spinbutton
            | Role::Textbox
            | Role::Meter
            | Role::Progressbar
            | Role::Tooltip
    )
}

/// Elements that are judged as what they are without the role.
fn has_own_rule(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    match *tree.name(id) {
        name!("a") => tree.has(id, &name!("href")),
        name!("button")
        | name!("input")
        | name!("select")
        | name!("textarea")
        | name!("img")
        | name!("area")
        | name!("summary")
        | name!("svg") => true,
        _ => false,
    }
}

/// Ids of the lists that open below a box, which has the name.
fn opened_by_boxes<'p>(page: &'p Page<'_>) -> Vec<&'p str> {
    let boxes = page.with(&name!("role")).iter().filter(|id| page.explicit_role(**id) == Some(Role::Combobox));
    let named = boxes.flat_map(|id| {
        [&name!("aria-controls"), &name!("aria-owns")]
            .map(|attribute| page.tree.attribute(*id, attribute).unwrap_or_default())
    });
    let mut ids: Vec<&str> = named.flat_map(str::split_ascii_whitespace).collect();
    ids.sort_unstable();
    ids
}

/// Whether this is a box around the field that has the name.
fn has_field(page: &Page<'_>, id: NodeId) -> bool {
    let is_field = |at: NodeId| {
        let kind = page.tree.attribute(at, &name!("type")).unwrap_or_default();
        page.tree.is(at, &name!("input")) && !kind.eq_ignore_ascii_case("hidden")
    };
    page.explicit_role(id) == Some(Role::Combobox) && page.tree.descendants(id).any(is_field)
}
