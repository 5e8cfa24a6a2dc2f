//! What the site pass needs to know of one page.
//!
//! In: a page and its address. Out: [`Facts`], small, since those of all pages are held at once: words stand in one
//! text, addresses and blocks are numbers. Not here: comparing pages.

use std::ops::Range;

use super::address::{digest, plain, target};
use crate::audit::page::Page;
use crate::audit::reading::text;
use crate::audit::role::Role;
use crate::audit::tree::{NodeId, name};

/// What one page tells.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The words of its title, white space collapsed.
    pub(super) title: Box<str>,
    /// The tag that declares its language, or the first of the page.
    pub(super) root: Range<u32>,
    /// The language it declares.
    pub(super) language: Box<str>,
    /// The address as it is compared.
    pub(super) address: u64,
    /// Whether it has words of its own: pages that send people on are left out.
    pub(super) is_read: bool,
    /// Whether people are to come across it: search engines are not told to leave it out.
    pub(super) is_offered: bool,
    /// Where its links lead on the site, each once, in order.
    pub(super) leads: Box<[u64]>,
    /// Links of its header, navigation and footer.
    pub(super) navigation: Box<[Entry]>,
    /// The words of these links, one after the other.
    pub(super) words: Box<str>,
    /// Ways to get help outside the main part, in order.
    pub(super) help: Box<[Help]>,
    /// Blocks of links before the main part, for pages without a main part and without a link to skip.
    pub(super) unskipped: Box<[(u64, Range<u32>)]>,
}

/// A link of the navigation.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its words in [`Facts::words`].
    pub(super) words: Range<u32>,
    /// The digest of its words.
    pub(super) called: u64,
    /// The digest of where it leads.
    pub(super) target: u64,
    /// Its start tag.
    pub(super) place: Range<u32>,
}

/// A way to get help.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Help {
    /// What it is, and whether it stands before the main part.
    pub(super) kind: u8,
    pub(super) place: Range<u32>,
}

impl Facts {
    /// Reads a page.
    pub(crate) fn of(page: &Page<'_>, address: &str) -> Self {
        let tree = page.tree;
        let root = page.elements(&name!("html")).first().copied().unwrap_or(NodeId::DOCUMENT);
        let title = page.elements(&name!("title")).iter().copied().find(|id| tree.is(*id, &name!("title")));
        let title = title.map(|id| tree.text_content(id)).unwrap_or_default();
        let refreshes = page.elements(&name!("meta")).iter();
        let mut refreshes = refreshes.filter_map(|id| tree.attribute(*id, &name!("http-equiv")));
        let is_robots = |id: &&NodeId| tree.attribute(**id, &name!("name")).is_some_and(|name| name == "robots");
        let mut robots = page.elements(&name!("meta")).iter().filter(is_robots);
        let mut facts = Self {
            title: title.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            root: tree.tag(root),
            language: tree.attribute(root, &name!("lang")).unwrap_or_default().trim().into(),
            address: digest(&plain(address)),
            is_offered: !robots
                .any(|id| tree.attribute(*id, &name!("content")).is_some_and(|content| content.contains("noindex"))),
            is_read: !refreshes.any(|value| value.eq_ignore_ascii_case("refresh")),
            ..Self::default()
        };
        facts.read_links(page, address);
        facts.read_blocks(page);
        facts
    }

    fn read_links(&mut self, page: &Page<'_>, address: &str) {
        let tree = page.tree;
        let main = main(page);
        let (mut leads, mut navigation, mut words, mut help) = (Vec::new(), Vec::new(), String::new(), Vec::new());
        for id in page.elements(&name!("a")).iter().copied() {
            let Some(href) = tree.attribute(id, &name!("href")) else { continue };
            let target = target(address, href);
            leads.extend(target.as_deref().map(digest));
            if main.is_some_and(|main| tree.is_inside(id, main)) || !page.is_exposed(id) || !is_navigation(page, id) {
                continue;
            }
            let name = page.name(id);
            let kind = help_kind(href, name).map(|kind| kind + if main.is_some_and(|main| id < main) { 0 } else { 8 });
            help.extend(kind.map(|kind| Help { kind, place: tree.tag(id) }));
            let Some(target) = target.filter(|_| !name.is_empty()) else { continue };
            let begin = crate::model::source::offset(words.len());
            words.push_str(name);
            let end = crate::model::source::offset(words.len());
            navigation.push(Entry {
                words: begin..end,
                called: digest(&name.to_lowercase()),
                target: digest(&target),
                place: tree.tag(id),
            });
        }
        leads.sort_unstable();
        leads.dedup();
        (self.leads, self.navigation, self.words, self.help) =
            (leads.into(), navigation.into(), words.into(), help.into());
    }

    fn read_blocks(&mut self, page: &Page<'_>) {
        if main(page).is_some() || skips(page) {
            return;
        }
        let parts = [name!("nav"), name!("header"), name!("ul")];
        let heads = [name!("h1"), name!("h2"), name!("h3")];
        let last_head = heads.iter().filter_map(|head| page.elements(head).last()).max();
        let mut blocks: Vec<(u64, Range<u32>)> = Vec::new();
        for id in parts.iter().flat_map(|part| page.elements(part)).copied().filter(|id| page.is_exposed(*id)) {
            let links = page.tree.descendants(id).filter(|at| page.tree.is(*at, &name!("a"))).take(3).count();
            // A heading behind it is a way past.
            let is_passed = last_head.is_some_and(|head| head.0 >= page.tree.node(id).end);
            if links == 3 && !is_passed {
                blocks.push((digest(&text(page, id)), page.tree.tag(id)));
            }
        }
        self.unskipped = blocks.into();
    }

    /// The words of a link of the navigation.
    pub(super) fn called(&self, entry: &Entry) -> &str {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        self.words.get(at(entry.words.start)..at(entry.words.end)).unwrap_or_default()
    }
}

fn main(page: &Page<'_>) -> Option<NodeId> {
    let by_name = page.elements(&name!("main")).first().copied();
    by_name.or_else(|| {
        let mut typed = page.with(&name!("role")).iter().copied();
        typed.find(|id| page.role(*id) == Some(Role::Main))
    })
}

/// Whether the page has a link to a part of itself before all others.
fn skips(page: &Page<'_>) -> bool {
    let mut links = page.elements(&name!("a")).iter().filter_map(|id| page.tree.attribute(*id, &name!("href")));
    links.next().and_then(|href| href.strip_prefix('#')).is_some_and(|id| page.by_id(id).is_some())
}

/// Whether an element stands in what is the same on every page.
fn is_navigation(page: &Page<'_>, id: NodeId) -> bool {
    let parts = [name!("nav"), name!("header"), name!("footer")];
    page.tree.ancestors(id).any(|at| parts.contains(page.tree.name(at)))
}

/// What kind of help a link gives: a person's details, a page of contacts, a chat, questions and answers.
fn help_kind(href: &str, name: &str) -> Option<u8> {
    let href = href.trim_start();
    if href.starts_with("tel:") || href.starts_with("mailto:") {
        return Some(0);
    }
    let name = name.to_lowercase();
    let is = |words: &[&str]| words.contains(&name.as_str());
    if is(&["contact", "contact us", "get in touch", "cysylltu", "cysylltu â ni"]) {
        Some(1)
    } else if is(&["chat", "live chat", "web chat", "webchat", "chat with us"]) {
        Some(2)
    } else if is(&["help", "get help", "frequently asked questions", "faqs", "help and support"]) {
        Some(3)
    } else {
        None
    }
}
