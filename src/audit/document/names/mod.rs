//! Rules about what assistive technology calls links, buttons, pictures and the like.

mod area_name_missing;
mod button_name_missing;
mod canvas_name_missing;
mod dialog_name_missing;
mod frame_title_missing;
mod frame_title_repeated;
mod frame_unreachable;
mod graphic_name_missing;
mod image_alt_file_name;
mod image_alt_missing;
mod image_alt_placeholder;
mod image_alt_repeats_text;
mod image_alt_says_image;
mod image_button_alt_missing;
mod image_map_on_server;
mod label_not_in_name;
mod link_name_missing;
mod object_name_missing;
mod role_name_missing;
mod summary_name_missing;

use crate::audit::page::Page;
use crate::audit::role::Role;
use crate::audit::rule::Rule;
use crate::audit::tree::{Kind, NodeId, name};

/// The rules of the family.
pub(super) const RULES: &[&Rule] = &[
    &area_name_missing::RULE,
    &button_name_missing::RULE,
    &canvas_name_missing::RULE,
    &dialog_name_missing::RULE,
    &frame_title_missing::RULE,
    &frame_title_repeated::RULE,
    &frame_unreachable::RULE,
    &graphic_name_missing::RULE,
    &image_alt_file_name::RULE,
    &image_alt_missing::RULE,
    &image_alt_placeholder::RULE,
    &image_alt_repeats_text::RULE,
    &image_alt_says_image::RULE,
    &image_button_alt_missing::RULE,
    &image_map_on_server::RULE,
    &label_not_in_name::RULE,
    &link_name_missing::RULE,
    &object_name_missing::RULE,
    &role_name_missing::RULE,
    &summary_name_missing::RULE,
];

/// Elements that the author gave a role of a sort and that assistive technology meets.
fn roled(page: &Page<'_>, is_meant: impl Fn(Role) -> bool) -> impl Iterator<Item = NodeId> {
    page.exposed_with(&name!("role")).filter(move |id| page.explicit_role(*id).is_some_and(&is_meant))
}

/// Whether an element means nothing to assistive technology.
fn is_nothing(page: &Page<'_>, id: NodeId) -> bool {
    page.role(id).is_some_and(Role::is_presentational)
}

/// Whether the role that the author gave an element, if any, leaves it in need of a name.
fn is_in_need(page: &Page<'_>, id: NodeId) -> bool {
    match page.explicit_role(id) {
        None => true,
        Some(role) if role.is_presentational() => !is_nothing(page, id),
        Some(role) => role.facts().needs_name || page.is_focusable(id),
    }
}

/// Pictures that say something by `alt`, with what they say.
fn described<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (NodeId, &'p str)> {
    let alt = |id: NodeId| page.tree.attribute(id, &name!("alt")).map(|alt| (id, alt.trim()));
    page.exposed(&name!("img")).filter_map(alt).filter(|(_, alt)| !alt.is_empty())
}

/// The text in an element of which `is_shown` holds for what it stands in, in one line; nothing when there is more of it
/// than any name has.
fn shown_text(page: &Page<'_>, id: NodeId, is_shown: impl Fn(NodeId) -> bool) -> Option<String> {
    let tree = page.tree;
    let mut line = String::new();
    let inside = tree.descendants(id);
    if inside.len() > MOST_NODES {
        return None;
    }
    for at in inside {
        match tree.node(at).kind {
            Kind::Text if tree.parent(at).is_some_and(&is_shown) => line.push_str(tree.text(at)),
            Kind::Html if tree.is(at, &name!("br")) => line.push(' '),
            _ => {}
        }
        if line.len() > MOST_LETTERS {
            return None;
        }
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    Some(words.join(" "))
}

/// Elements with more in them are read as nobody's name.
const MOST_NODES: usize = 400;
const MOST_LETTERS: usize = 4_000;
