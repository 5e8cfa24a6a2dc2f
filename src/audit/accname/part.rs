//! What part an element plays in a name.
//!
//! In: an element. Out: whether its content is its name, whether it is a control with a value, whether words before and
//! after it run into it. Not here: the name.

use crate::audit::page::Page;
use crate::audit::tree::{Kind, NodeId, Tree, name};

/// A control whose value is read where it stands in a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Control {
    /// A text field.
    Text,
    /// A list to choose from.
    Choice,
    /// A number in a range.
    Range,
}

fn explicit<'p>(page: &'p Page<'_>, id: NodeId) -> Option<&'p str> {
    page.tree.attribute(id, &name!("role"))?.split_ascii_whitespace().next()
}

/// Whether an element's name is its content.
pub(super) fn is_named_by_content(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    if let Some(role) = explicit(page, id) {
        return matches!(
            role,
            "button"
                | "cell"
                | "checkbox"
                | "columnheader"
                | "gridcell"
                | "heading"
                | "link"
                | "menuitem"
                | "menuitemcheckbox"
                | "menuitemradio"
                | "option"
                | "radio"
                | "row"
                | "rowheader"
                | "switch"
                | "tab"
                | "tooltip"
                | "treeitem"
        );
    }
    match *tree.name(id) {
        name!("a") => tree.has(id, &name!("href")),
        name!("button")
        | name!("h1")
        | name!("h2")
        | name!("h3")
        | name!("h4")
        | name!("h5")
        | name!("h6")
        | name!("option")
        | name!("td")
        | name!("th")
        | name!("tr") => true,
        name!("summary") => page.is_summary(id),
        _ => false,
    }
}

/// Whether an element says that it means nothing.
pub(super) fn is_presentational(page: &Page<'_>, id: NodeId) -> bool {
    matches!(explicit(page, id), Some("none" | "presentation")) && !page.is_focusable(id)
}

/// Which control an element is.
pub(super) fn control(page: &Page<'_>, id: NodeId) -> Option<Control> {
    let tree = page.tree;
    match explicit(page, id) {
        Some("textbox" | "searchbox") => return Some(Control::Text),
        Some("combobox" | "listbox") => return Some(Control::Choice),
        Some("slider" | "spinbutton" | "scrollbar" | "progressbar" | "meter") => return Some(Control::Range),
        Some(_) => return None,
        None => {}
    }
    match *tree.name(id) {
        name!("textarea") => Some(Control::Text),
        name!("select") => Some(Control::Choice),
        name!("progress") | name!("meter") => Some(Control::Range),
        name!("input") => match tree.attribute(id, &name!("type")).unwrap_or_default().to_ascii_lowercase().as_str() {
            "button" | "submit" | "reset" | "image" | "checkbox" | "radio" | "hidden" | "file" | "color" => None,
            "range" | "number" => Some(Control::Range),
            _ => Some(Control::Text),
        },
        _ => None,
    }
}

/// Whether what stands in an element is no text of the page: what browsers show in its place, or what it is a value of.
pub(super) fn is_closed(tree: &Tree, id: NodeId) -> bool {
    let name = tree.name(id);
    if tree.node(id).kind == Kind::Svg {
        return matches!(*name, name!("title") | name!("desc") | name!("style") | name!("script"))
            || matches!(*name, name!("metadata") | name!("defs") | name!("symbol"));
    }
    matches!(
        *name,
        name!("audio")
            | name!("canvas")
            | name!("datalist")
            | name!("embed")
            | name!("iframe")
            | name!("meter")
            | name!("object")
            | name!("progress")
            | name!("select")
            | name!("textarea")
            | name!("video")
    )
}

/// Whether an element stands on lines of its own, so that its words do not run into those around it.
pub(super) fn stands_apart(tree: &Tree, id: NodeId) -> bool {
    if tree.node(id).kind != Kind::Html {
        return false;
    }
    !matches!(
        *tree.name(id),
        name!("a")
            | name!("abbr")
            | name!("b")
            | name!("bdi")
            | name!("bdo")
            | name!("big")
            | name!("cite")
            | name!("code")
            | name!("data")
            | name!("del")
            | name!("dfn")
            | name!("em")
            | name!("font")
            | name!("i")
            | name!("img")
            | name!("ins")
            | name!("kbd")
            | name!("label")
            | name!("mark")
            | name!("nobr")
            | name!("output")
            | name!("picture")
            | name!("q")
            | name!("ruby")
            | name!("s")
            | name!("samp")
            | name!("small")
            | name!("span")
            | name!("strike")
            | name!("strong")
            | name!("sub")
            | name!("sup")
            | name!("time")
            | name!("tt")
            | name!("u")
            | name!("var")
            | name!("wbr")
    )
}
