//! Colours and pictures that attributes of old give an element: `<font color>`, `bgcolor`, `<body text>`.
//!
//! In: an element. Out: declarations, which weigh less than those of any sheet of the page (HTML, presentational hints).
//! Not here: how they are weighed.

use super::super::tree::{Name, NodeId, Tree, name};

/// The attributes that are read.
pub(super) const ATTRIBUTES: [Name; 4] = [name!("background"), name!("bgcolor"), name!("color"), name!("text")];

/// What an element's attributes say of its looks: properties with their values.
pub(super) fn hints(tree: &Tree, id: NodeId) -> Vec<(&'static str, String)> {
    let grounds = [
        name!("body"),
        name!("table"),
        name!("thead"),
        name!("tbody"),
        name!("tfoot"),
        name!("tr"),
        name!("td"),
        name!("th"),
    ];
    let mut hints = Vec::new();
    for (attribute, value) in tree.attributes(id) {
        let name = tree.name(id);
        let property = match *attribute {
            name!("color") if *name == name!("font") => "color",
            name!("text") if *name == name!("body") => "color",
            name!("bgcolor") if grounds.contains(name) || *name == name!("marquee") => "background-color",
            name!("background") if grounds.contains(name) => "background-image",
            _ => continue,
        };
        if !value.trim().is_empty() {
            hints.push((property, colour(value.trim())));
        }
    }
    hints
}

/// A colour as attributes write it: six digits need no `#`. What is no colour is left to be found uncertain.
fn colour(typed: &str) -> String {
    let is_bare = typed.len() == 6 && typed.chars().all(|sign| sign.is_ascii_hexdigit());
    if is_bare { format!("#{typed}") } else { typed.to_ascii_lowercase() }
}
