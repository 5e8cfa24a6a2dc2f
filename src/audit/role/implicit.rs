//! The role that HTML gives an element (HTML-AAM, SVG-AAM).
//!
//! In: [`Page`]. Out: [`implicit`]. Every field that people type into counts as a text box, as ARIA in HTML lets it have
//! a text box's attributes. Not here: what the author says.

use super::Role;
use crate::audit::page::Page;
use crate::audit::tree::{Kind, Name, NodeId, name};

/// The role an element has by its name and place.
pub(super) fn implicit(page: &Page<'_>, id: NodeId) -> Option<Role> {
    let tree = page.tree;
    match tree.node(id).kind {
        Kind::Html => of_html(page, id),
        Kind::Svg => match *tree.name(id) {
            name!("svg") => Some(Role::GraphicsDocument),
            name!("a") => tree.has(id, &name!("href")).then_some(Role::Link),
            name!("image") => Some(Role::Img),
            _ => None,
        },
        Kind::MathMl => (*tree.name(id) == name!("math")).then_some(Role::Math),
        Kind::Document | Kind::Text | Kind::Comment => None,
    }
}

fn of_html(page: &Page<'_>, id: NodeId) -> Option<Role> {
    let role = match *page.tree.name(id) {
        name!("a") | name!("area") => return page.tree.has(id, &name!("href")).then_some(Role::Link),
        name!("aside") => return aside(page, id),
        name!("form") => return has_author_name(page, id).then_some(Role::Form),
        name!("section") => return has_author_name(page, id).then_some(Role::Region),
        name!("footer") => return (!is_in_section(page, id, true)).then_some(Role::ContentInfo),
        name!("header") => return (!is_in_section(page, id, true)).then_some(Role::Banner),
        name!("img") => img(page, id),
        name!("input") => input(page, id),
        name!("li") => return is_in_list(page, id).then_some(Role::ListItem),
        name!("select") => select(page, id),
        name!("summary") => return page.is_summary(id).then_some(Role::Button),
        name!("td") => cell(page, id),
        name!("th") => header_cell(page, id),
        _ => return by_name(page, id),
    };
    Some(role)
}

/// Roles that come with the name alone.
fn by_name(page: &Page<'_>, id: NodeId) -> Option<Role> {
    Some(match *page.tree.name(id) {
        name!("address") | name!("details") | name!("fieldset") | name!("hgroup") | name!("optgroup") => Role::Group,
        name!("article") => Role::Article,
        name!("blockquote") => Role::Blockquote,
        name!("button") => Role::Button,
        name!("caption") => Role::Caption,
        name!("code") => Role::Code,
        name!("datalist") => Role::Listbox,
        name!("dd") => Role::Definition,
        name!("del") | name!("s") => Role::Deletion,
        name!("dfn") | name!("dt") => Role::Term,
        name!("dialog") => Role::Dialog,
        name!("em") => Role::Emphasis,
        name!("figure") => Role::Figure,
        name!("h1") | name!("h2") | name!("h3") | name!("h4") | name!("h5") | name!("h6") => Role::Heading,
        name!("hr") => Role::Separator,
        name!("html") => Role::Document,
        name!("ins") => Role::Insertion,
        name!("main") => Role::Main,
        name!("mark") => Role::Mark,
        name!("menu") | name!("ol") | name!("ul") => Role::List,
        name!("meter") => Role::Meter,
        name!("nav") => Role::Navigation,
        name!("option") => Role::Option,
        name!("output") => Role::Status,
        name!("p") => Role::Paragraph,
        name!("progress") => Role::Progressbar,
        name!("search") => Role::Search,
        name!("strong") => Role::Strong,
        name!("sub") => Role::Subscript,
        name!("sup") => Role::Superscript,
        name!("table") => Role::Table,
        name!("tbody") | name!("tfoot") | name!("thead") => Role::RowGroup,
        name!("textarea") => Role::Textbox,
        name!("time") => Role::Time,
        name!("tr") => Role::Row,
        _ => return None,
    })
}

/// Whether its author names it, by `aria-labelledby`, `aria-label` or `title`.
pub(crate) fn has_author_name(page: &Page<'_>, id: NodeId) -> bool {
    let says = |id: NodeId, name: &Name| page.tree.attribute(id, name).is_some_and(|value| !value.trim().is_empty());
    let has_words = |at: NodeId| {
        page.tree.has_text(at)
            || std::iter::once(at)
                .chain(page.tree.descendants(at))
                .any(|at| says(at, &name!("alt")) || says(at, &name!("aria-label")))
    };
    says(id, &name!("aria-label"))
        || says(id, &name!("title"))
        || page.referred(id, &name!("aria-labelledby")).into_iter().any(has_words)
}

/// Whether it stands in a part of the page that has headers of its own; `main` is one for headers and footers.
fn is_in_section(page: &Page<'_>, id: NodeId, or_main: bool) -> bool {
    let tree = page.tree;
    tree.ancestors(id).any(|at| match page.explicit_role(at) {
        Some(Role::Article | Role::Complementary | Role::Navigation | Role::Region) => true,
        Some(Role::Main) => or_main,
        Some(role) if !role.is_presentational() || !page.keeps_its_role(at) => false,
        _ if tree.node(at).kind != Kind::Html => false,
        _ => match *tree.name(at) {
            name!("article") | name!("aside") | name!("nav") | name!("section") => true,
            name!("main") => or_main,
            _ => false,
        },
    })
}

fn aside(page: &Page<'_>, id: NodeId) -> Option<Role> {
    (!is_in_section(page, id, false) || has_author_name(page, id)).then_some(Role::Complementary)
}

/// An empty alternative says that a picture means nothing, unless people meet it nonetheless.
fn img(page: &Page<'_>, id: NodeId) -> Role {
    let is_decorative = page.tree.attribute(id, &name!("alt")) == Some("");
    if is_decorative && !page.keeps_its_role(id) { Role::Presentation } else { Role::Img }
}

fn input(page: &Page<'_>, id: NodeId) -> Role {
    let has_list = || {
        let list = page.tree.attribute(id, &name!("list")).and_then(|list| page.by_id(list));
        list.is_some_and(|list| page.tree.is(list, &name!("datalist")))
    };
    let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default().to_ascii_lowercase();
    match kind.as_str() {
        "button" | "image" | "reset" | "submit" => Role::Button,
        "checkbox" => Role::Checkbox,
        "number" => Role::Spinbutton,
        "radio" => Role::Radio,
        "range" => Role::Slider,
        "search" if !has_list() => Role::Searchbox,
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "password" | "time" | "week" => {
            Role::Textbox
        }
        _ if has_list() => Role::Combobox,
        _ => Role::Textbox,
    }
}

fn is_in_list(page: &Page<'_>, id: NodeId) -> bool {
    let Some(parent) = page.tree.parent(id) else { return false };
    let is_list = page.tree.node(parent).kind == Kind::Html
        && matches!(*page.tree.name(parent), name!("menu") | name!("ol") | name!("ul"));
    is_list || page.explicit_role(parent) == Some(Role::List)
}

fn select(page: &Page<'_>, id: NodeId) -> Role {
    let rows = page.tree.attribute(id, &name!("size")).and_then(|size| size.trim().parse::<u32>().ok());
    let is_list = page.tree.has(id, &name!("multiple")) || rows.is_some_and(|rows| rows > 1);
    if is_list { Role::Listbox } else { Role::Combobox }
}

fn cell(page: &Page<'_>, id: NodeId) -> Role {
    let table = page.tree.closest(id, &name!("table")).and_then(|table| page.explicit_role(table));
    if matches!(table, Some(Role::Grid | Role::Treegrid)) { Role::GridCell } else { Role::Cell }
}

fn header_cell(page: &Page<'_>, id: NodeId) -> Role {
    let tree = page.tree;
    let scope = tree.attribute(id, &name!("scope")).unwrap_or_default();
    if scope.eq_ignore_ascii_case("row") || scope.eq_ignore_ascii_case("rowgroup") {
        return Role::RowHeader;
    }
    let is_first = |row| tree.children(row).find(|at| tree.is_element(*at)) == Some(id);
    let has_cells = |row| tree.children(row).any(|at| tree.is(at, &name!("td")));
    let leads_row = tree.parent(id).is_some_and(|row| is_first(row) && has_cells(row));
    if scope.is_empty() && leads_row { Role::RowHeader } else { Role::ColumnHeader }
}
