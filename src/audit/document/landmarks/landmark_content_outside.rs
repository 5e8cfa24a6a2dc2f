//! `landmark-content-outside`: words of a page that stand in none of its parts.
//!
//! Links that skip to the content, dialogues, live regions and buttons may stand outside, as in axe-core. One finding
//! for the page: the first place, and how many there are.

use super::{says_skip, skip_links};
use crate::audit::document::page::{is_passage, is_whole_page};
use crate::audit::page::Page;
use crate::audit::reading::{quote, text};
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "landmark-content-outside", severity: Severity::Warning, basis: &["WCAG technique ARIA11"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let Some(body) = page.elements(&name!("body")).first().copied().filter(|_| is_whole_page(page)) else { return };
    let mut outside = Outside { page, skips: skip_links(page).map(|(id, _)| id).collect(), found: Vec::new() };
    outside.look(body);
    let Some(first) = outside.found.first().copied() else { return };
    if is_passage(page) {
        return;
    }
    let words = text(page, first);
    let what = if words.is_empty() { format!("`<{}>`", page.tree.name(first)) } else { quote(&words) };
    let more = match outside.found.len() {
        1 => String::new(),
        more => format!(", as do {} more", more - 1),
    };
    found.at(page, first, format!("{what} stands outside the parts of the page{more}")).help(
        "put it into `<header>`, `<nav>`, `<main>` or `<footer>`: people who jump between these miss what is outside",
    );
}

struct Outside<'p, 'a> {
    page: &'p Page<'a>,
    skips: Vec<NodeId>,
    found: Vec<NodeId>,
}

impl Outside<'_, '_> {
    /// Notes the outermost elements that hold words and no landmark. Returns whether a landmark stands here.
    fn look(&mut self, around: NodeId) -> bool {
        let before = self.found.len();
        let mut holds_landmark = false;
        let children: Vec<NodeId> =
            self.page.tree.children(around).filter(|at| self.page.tree.is_element(*at)).collect();
        for at in children {
            if self.is_free(at) {
                holds_landmark = true;
            } else if self.has_words(at) {
                self.found.push(at);
            } else {
                holds_landmark |= self.look(at);
            }
        }
        let is_body = self.page.tree.is(around, &name!("body"));
        if !holds_landmark && !is_body && self.found.len() > before {
            self.found.truncate(before);
            self.found.push(around);
        }
        holds_landmark
    }

    /// Whether it is a landmark, or may stand outside of any.
    fn is_free(&self, id: NodeId) -> bool {
        let (page, tree) = (self.page, self.page.tree);
        let role = page.role(id);
        let is_part = role.is_some_and(|role| {
            role.is_landmark()
                || matches!(
                    role,
                    Role::Button | Role::Alert | Role::Log | Role::Status | Role::Dialog | Role::AlertDialog
                )
        });
        let is_live =
            || tree.attribute(id, &name!("aria-live")).is_some_and(|live| live == "polite" || live == "assertive");
        let is_apart = [name!("svg"), name!("dialog"), name!("iframe"), name!("frame")].contains(tree.name(id));
        is_part || is_apart || is_live() || !page.is_exposed(id) || self.skips_somewhere(id)
    }

    fn skips_somewhere(&self, id: NodeId) -> bool {
        let target = self.page.tree.attribute(id, &name!("href")).and_then(|href| href.trim().strip_prefix('#'));
        let is_skip = || self.skips.binary_search(&id).is_ok() || says_skip(self.page, id);
        target.is_some_and(|target| self.page.by_id(target).is_some()) && is_skip()
    }

    /// Whether words or something to see stand directly in it.
    fn has_words(&self, id: NodeId) -> bool {
        let tree = self.page.tree;
        let shows = match *tree.name(id) {
            name!("input") => true,
            name!("img")
            | name!("object")
            | name!("video")
            | name!("audio")
            | name!("canvas")
            | name!("math")
            | name!("select")
            | name!("textarea")
            | name!("progress")
            | name!("meter") => !tree.has(id, &name!("role")),
            _ => false,
        };
        let is_word = |at: NodeId| tree.node(at).kind == Kind::Text && !tree.text(at).trim().is_empty();
        shows || tree.children(id).any(is_word)
    }
}
