//! Where the standard puts an element without moving, closing or adding anything.
//!
//! In: what is open, and what begins. Out: the part of the page that reading is in then, or nothing where the standard does
//! more than put the element there. Not here: text and tags.

use super::super::NodeId;
use super::Reader;
use super::names::Role;

/// The part of the page that is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stage {
    Start,
    BeforeHtml,
    BeforeHead,
    Head,
    AfterHead,
    Body,
    AfterBody,
    End,
}

/// An element that has not ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open<'a> {
    pub(super) node: NodeId,
    /// Its name as typed.
    pub(super) name: &'a str,
    pub(super) role: Role,
    /// What else is open as far as the next tag asks.
    pub(super) scope: u8,
}

/// A paragraph, which a block would close.
const PARAGRAPH: u8 = 1;
/// An item, which another item would close.
const ITEM: u8 = 2;
/// A term or its description.
const TERM: u8 = 4;
const BUTTON: u8 = 8;
const LINK: u8 = 16;

impl Reader<'_> {
    /// Whether words may stand where reading is, or white space only.
    pub(super) fn holds_words(&self) -> bool {
        let role = self.open.last().map(|open| open.role);
        self.stage == Stage::Body
            && !matches!(role, Some(Role::Table | Role::Section | Role::Row | Role::Columns) | None)
    }

    /// The part of the page that reading is in once an element of that role has begun here.
    pub(super) fn stage_after(&self, role: Role) -> Option<Stage> {
        let allowed = match self.stage {
            Stage::BeforeHtml if role == Role::Html => return Some(Stage::BeforeHead),
            Stage::BeforeHead if role == Role::Head => return Some(Stage::Head),
            Stage::AfterHead if role == Role::Body => return Some(Stage::Body),
            Stage::Head => matches!(role, Role::HeadVoid | Role::Title | Role::Raw),
            Stage::Body => self.is_plain(role),
            _ => false,
        };
        allowed.then_some(self.stage)
    }

    /// Whether an element is put right here, and nothing is closed or added for it.
    fn is_plain(&self, role: Role) -> bool {
        let Some(Open { role: around, scope, .. }) = self.open.last().copied() else { return false };
        let is_free = |of: u8| scope & of == 0;
        match around {
            Role::Table => matches!(role, Role::Caption | Role::Columns | Role::Section),
            Role::Section => role == Role::Row,
            Role::Row => role == Role::Cell,
            Role::Columns => role == Role::Column,
            Role::Foreign => matches!(role, Role::Foreign | Role::Point),
            Role::Point => false,
            _ => match role {
                Role::Inline | Role::Void | Role::HeadVoid | Role::Raw | Role::Area | Role::Foreign => true,
                Role::Block | Role::List | Role::Table | Role::Paragraph | Role::Pre | Role::Rule => is_free(PARAGRAPH),
                Role::Heading => is_free(PARAGRAPH) && around != Role::Heading,
                Role::Form => is_free(PARAGRAPH) && !self.has_form,
                Role::Item => is_free(PARAGRAPH | ITEM),
                Role::Term => is_free(PARAGRAPH | TERM),
                Role::Button => is_free(BUTTON),
                Role::Link => is_free(LINK),
                _ => false,
            },
        }
    }

    /// What is open inside an element of that role. Where more is kept than the standard keeps, a page is only given up
    /// too soon.
    pub(super) fn scope_in(&self, role: Role) -> u8 {
        let around = self.open.last().map_or(0, |open| open.scope);
        match role {
            Role::Html | Role::Head | Role::Body | Role::Caption | Role::Cell => 0,
            Role::Table => around & LINK,
            Role::List => around & !(ITEM | TERM),
            Role::Item => (around | ITEM) & !TERM,
            Role::Term => (around | TERM) & !ITEM,
            Role::Paragraph => around | PARAGRAPH,
            Role::Button => (around | BUTTON) & !PARAGRAPH,
            Role::Link => around | LINK,
            _ => around,
        }
    }
}
