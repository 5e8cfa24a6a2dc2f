//! The way down to an element as a number: all that selectors ask of it and of what it stands in.
//!
//! In: what the selectors of all sheets ask, the elements of a page. Out: one number for all elements that no selector tells
//! apart but by their siblings. Not here: which selectors match.

use std::hash::{Hash, Hasher};

use super::super::tree::{Name, NodeId, Tree, name};
use super::hints;
use super::mixed::{Mixed, number};
use super::selector::Interests;

/// What selectors ask of elements, as numbers in order: comparing those takes less than comparing names. Two names with
/// one number would only tell ways apart that could be taken as one.
#[derive(Debug, Default)]
pub(super) struct Traits {
    classes: Vec<u64>,
    ids: Vec<u64>,
    attributes: Vec<u64>,
}

impl Traits {
    /// What those selectors ask, with the attributes that style elements without any sheet.
    pub(super) fn of(interests: &Interests) -> Self {
        let numbers = |names: &[Box<str>]| {
            let mut numbers: Vec<u64> = names.iter().map(|name| number(&**name)).collect();
            numbers.sort_unstable();
            numbers
        };
        let given = hints::ATTRIBUTES.into_iter().chain([name!("style")]).map(|name| name.get_hash());
        let mut attributes: Vec<u64> = interests.attributes.iter().map(Name::get_hash).chain(given).collect();
        attributes.sort_unstable();
        Self { classes: numbers(&interests.classes), ids: numbers(&interests.ids), attributes }
    }

    /// A number for the way down to an element: all that selectors ask of it and of what is above it.
    pub(super) fn way(&self, tree: &Tree, id: NodeId, above: u64) -> u64 {
        let mut hasher = Mixed::default();
        let mut has_address = false;
        (above, tree.name(id), tree.is(id, tree.name(id))).hash(&mut hasher);
        for (attribute, value) in tree.attributes(id) {
            match *attribute {
                name!("class") => {
                    let classes = value.split_ascii_whitespace().map(number);
                    let asked = classes.filter(|class| self.classes.binary_search(class).is_ok());
                    asked.for_each(|class| class.hash(&mut hasher));
                }
                name!("id") => {
                    let id = number(value);
                    if self.ids.binary_search(&id).is_ok() {
                        ('#', id).hash(&mut hasher);
                    }
                }
                name!("href") => has_address = true,
                _ => {}
            }
            if self.attributes.binary_search(&attribute.get_hash()).is_ok() {
                (attribute, value).hash(&mut hasher);
            }
        }
        // Of an address selectors ask whether it is there (`:link`), not what it is.
        has_address.hash(&mut hasher);
        hasher.finish()
    }
}
