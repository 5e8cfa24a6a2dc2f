//! What each element of HTML and SVG names itself by.
//!
//! In: an element. Out: pieces of its name. Not here: ARIA, content, `title`, which are the same for all.

use super::NameFrom;
use super::walk::{Walk, Way};
use crate::audit::tree::{Kind, Name, NodeId, name};

/// Adds the name that the element's own markup gives it.
pub(super) fn name(walk: &mut Walk<'_, '_>, id: NodeId, way: Way) -> NameFrom {
    let tree = walk.page.tree;
    if tree.node(id).kind == Kind::Svg {
        return part(walk, id, (&name!("title"), way));
    }
    if tree.node(id).kind == Kind::MathMl {
        return attribute(walk, id, (&name!("alttext"), NameFrom::Alt));
    }
    match *tree.name(id) {
        name!("input") => input(walk, id, way),
        name!("textarea") => field(walk, id, way),
        name!("select") | name!("button") | name!("meter") | name!("progress") | name!("output") => {
            labels(walk, id, way)
        }
        name!("img") | name!("area") => attribute(walk, id, (&name!("alt"), NameFrom::Alt)),
        name!("option") | name!("optgroup") => attribute(walk, id, (&name!("label"), NameFrom::Value)),
        name!("fieldset") => part(walk, id, (&name!("legend"), way)),
        name!("table") => part(walk, id, (&name!("caption"), way)),
        name!("figure") => part(walk, id, (&name!("figcaption"), way)),
        name!("br") | name!("hr") => {
            walk.words.space();
            NameFrom::Nothing
        }
        _ => NameFrom::Nothing,
    }
}

fn attribute(walk: &mut Walk<'_, '_>, id: NodeId, (given, from): (&Name, NameFrom)) -> NameFrom {
    walk.words.push(walk.page.tree.attribute(id, given).unwrap_or_default());
    from
}

/// The first child of a name, which names the whole.
fn part(walk: &mut Walk<'_, '_>, id: NodeId, (named, way): (&Name, Way)) -> NameFrom {
    let tree = walk.page.tree;
    let child = tree.children(id).find(|child| tree.name(*child) == named && tree.is_element(*child));
    match child {
        Some(child) if tree.node(child).kind == Kind::Svg => read(walk, child),
        Some(child) => _ = walk.naming(child, way),
        None => {}
    }
    NameFrom::Part
}

/// All labels of a control, unless the control stands in the label of another.
fn labels(walk: &mut Walk<'_, '_>, id: NodeId, way: Way) -> NameFrom {
    if way.is_label || way.is_referred {
        return NameFrom::Nothing;
    }
    for label in walk.page.labels(id) {
        walk.naming(label, way);
    }
    NameFrom::Label
}

fn field(walk: &mut Walk<'_, '_>, id: NodeId, way: Way) -> NameFrom {
    let before = walk.words.len();
    let from = labels(walk, id, way);
    if walk.words.len() > before {
        return from;
    }
    for (given, from) in [
        (&name!("title"), NameFrom::Title),
        (&name!("placeholder"), NameFrom::Placeholder),
        (&name!("aria-placeholder"), NameFrom::Placeholder),
    ] {
        attribute(walk, id, (given, from));
        if walk.words.len() > before {
            return from;
        }
    }
    NameFrom::Nothing
}

fn input(walk: &mut Walk<'_, '_>, id: NodeId, way: Way) -> NameFrom {
    let tree = walk.page.tree;
    let kind = tree.attribute(id, &name!("type")).unwrap_or_default().to_ascii_lowercase();
    if matches!(kind.as_str(), "checkbox" | "radio" | "range" | "color" | "file") {
        return labels(walk, id, way);
    }
    if !matches!(kind.as_str(), "button" | "submit" | "reset" | "image") {
        return field(walk, id, way);
    }
    let before = walk.words.len();
    let from = labels(walk, id, way);
    if walk.words.len() > before {
        return from;
    }
    if kind == "image" {
        attribute(walk, id, (&name!("alt"), NameFrom::Alt));
        if walk.words.len() > before || tree.has(id, &name!("title")) {
            return NameFrom::Alt;
        }
    } else if let Some(value) = tree.attribute(id, &name!("value")) {
        walk.words.push(value);
        return NameFrom::Value;
    }
    // The browser's own words, whatever they are in its language.
    walk.words.push(match kind.as_str() {
        "submit" => "Submit",
        "reset" => "Reset",
        "image" => "Submit Query",
        _ => "",
    });
    NameFrom::Browser
}

/// Adds all text in an element.
fn read(walk: &mut Walk<'_, '_>, id: NodeId) {
    if walk.may_read_all(id) {
        walk.words.push(&walk.page.tree.text_content(id));
    }
}

/// Adds what stands in a text field.
pub(super) fn typed(walk: &mut Walk<'_, '_>, id: NodeId) {
    let tree = walk.page.tree;
    if tree.is(id, &name!("input")) {
        attribute(walk, id, (&name!("value"), NameFrom::Value));
    } else {
        read(walk, id);
    }
}

/// Adds what is chosen in a list.
pub(super) fn chosen(walk: &mut Walk<'_, '_>, id: NodeId) {
    let tree = walk.page.tree;
    if tree.is(id, &name!("input")) {
        return typed(walk, id);
    }
    let is_native = tree.is(id, &name!("select"));
    let is_chosen = |at: &NodeId| {
        if is_native {
            tree.is(*at, &name!("option")) && tree.has(*at, &name!("selected"))
        } else {
            tree.attribute(*at, &name!("aria-selected")) == Some("true")
        }
    };
    if !walk.may_read_all(id) {
        return;
    }
    let first = || tree.descendants(id).find(|at| is_native && tree.is(*at, &name!("option")));
    if let Some(option) = tree.descendants(id).find(is_chosen).or_else(first) {
        read(walk, option);
    }
}

/// Adds what a slider, a spin button or a meter stands at.
pub(super) fn set(walk: &mut Walk<'_, '_>, id: NodeId) {
    let before = walk.words.len();
    for given in [&name!("aria-valuetext"), &name!("aria-valuenow"), &name!("value")] {
        attribute(walk, id, (given, NameFrom::Value));
        if walk.words.len() > before {
            return;
        }
    }
}
