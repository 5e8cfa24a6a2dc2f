//! The styles of the elements of one page, to be asked by its rules.
//!
//! In: what the cascade gave each element, in the order of the page. Out: [`Styles`]. Not here: which declarations win.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::tree::NodeId;
use super::colour::Rgba;
use super::computed::Computed;
use crate::model::source::offset;

/// The colour of text, the colour behind it, and their contrast, where both are certain, by the way down to an element.
pub(crate) type Grounds = BTreeMap<u64, Option<(Rgba, Rgba, f32)>>;

/// The styles of a page's elements.
#[derive(Debug)]
pub(crate) struct Styles {
    list: Vec<Arc<Computed>>,
    /// For each node the position of its style.
    places: Vec<u32>,
    ways: Vec<u64>,
    grounds: Arc<Mutex<Vec<Grounds>>>,
}

impl Styles {
    /// The styles of a page with so many nodes, of which none is known yet.
    pub(super) fn new(nodes: usize, grounds: Arc<Mutex<Vec<Grounds>>>) -> Self {
        let list = vec![Arc::new(Computed::initial())];
        Self { list, places: Vec::with_capacity(nodes), ways: Vec::with_capacity(nodes), grounds }
    }

    /// Adds a style and gives its place.
    pub(super) fn add(&mut self, style: Arc<Computed>) -> u32 {
        let place = offset(self.list.len());
        self.list.push(style);
        place
    }

    /// Says of the next node where its style is and which way leads to it.
    pub(super) fn push(&mut self, place: u32, way: u64) {
        self.places.push(place);
        self.ways.push(way);
    }

    /// The style of an element; of text, that of what it stands in.
    pub(crate) fn of(&self, id: NodeId) -> &Computed {
        self.at(self.place(id))
    }

    /// Where the style of a node is.
    pub(super) fn place(&self, id: NodeId) -> u32 {
        self.places.get(id.index()).copied().unwrap_or(0)
    }

    /// The style at a place.
    pub(super) fn at(&self, place: u32) -> &Computed {
        // Places are of this list, which begins with the document's style.
        self.list.get(NodeId(place).index()).unwrap_or(&self.list[0])
    }

    /// A number for all that styles ask of an element and of what it stands in: where it is the same, all of them are.
    pub(crate) fn way(&self, id: NodeId) -> u64 {
        self.ways.get(id.index()).copied().unwrap_or(0)
    }

    /// What pages with the same sheets found out about colours, to be read and added to.
    pub(crate) fn with_grounds<T>(&self, ask: impl FnOnce(&mut Grounds) -> T) -> T {
        let mut grounds = self.grounds.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        let told = ask(&mut grounds);
        self.grounds.lock().unwrap_or_else(PoisonError::into_inner).push(grounds);
        told
    }

    /// Whether the element itself may have a box; what is above it is not asked.
    pub(crate) fn is_rendered(&self, id: NodeId) -> bool {
        self.of(id).rendered != Some(false)
    }

    /// Whether the element may be visible.
    pub(crate) fn is_visible(&self, id: NodeId) -> bool {
        self.of(id).visible != Some(false)
    }
}
