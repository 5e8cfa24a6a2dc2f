//! What rules of several files ask of a page, gathered by the first that asks.
//!
//! In: nothing. Out: [`Gathered`], a part of [`Page`](crate::audit::page::Page). Not here: how any of it is found; that
//! is in the families.

use std::cell::OnceCell;

use super::headings::Heading;
use super::language::Passage;
use super::links::Link;
use crate::audit::role::Role;
use crate::audit::tree::NodeId;

/// What was gathered so far.
#[derive(Debug, Default)]
pub(in crate::audit) struct Gathered<'a> {
    pub(super) headings: OnceCell<Vec<Heading>>,
    pub(super) landmarks: OnceCell<Vec<(NodeId, Role)>>,
    pub(super) links: OnceCell<Vec<Link<'a>>>,
    pub(super) passages: OnceCell<Vec<Passage>>,
}
