//! What part an element plays in a name.
//!
//! In: an element. Out: whether its content is its name, whether it is a control with a value, whether words before and
//! after it run into it. Not here: the name.

use crate::audit::page::Page;
use crate::audit::role::Role;
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

/// Whether an element's name is its content.
pub(super) fn is_named_by_content(page: &Page<'_>, id: NodeId) -> bool {
    page.role(id).is_some_and(|role| role.facts().named_by_content)
}

/// Whether an element says that it means nothing.
pub(super) fn is_presentational(page: &Page<'_>, id: NodeId) -> bool {
    page.role(id).is_some_and(Role::is_presentational)
}

/// Which control an element is.
pub(super) fn control(page: &Page<'_>, id: NodeId) -> Option<Control> {
    match page.role(id)? {
        Role::Textbox | Role::Searchbox => Some(Control::Text),
        Role::Combobox | Role::Listbox => Some(Control::Choice),
        Role::Slider | Role::Spinbutton | Role::Scrollbar | Role::Progressbar | Role::Meter => Some(Control::Range),
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
