//! The assembled site: every page with its address, and how pages hang together.
//!
//! In: documents, contacts, packs and settings. Out: [`Site`], plain lists that point at each other by number.
//! Not here: methods that act; figures; what a template sees.

use std::collections::BTreeMap;

use super::accessibility::Accessibility;
use super::contact::Contact;
use super::directory::Directory;
use super::document::{Document, Form};
use super::duty::{Claim, DutyPack};
use super::glossary::Glossary;
use super::information::{AccessibleInformation, Attachment};
use super::settings::Settings;
use super::source::{FileId, offset};

/// A page, by its position in [`Site::pages`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PageId(pub u32);

impl PageId {
    /// The id of a position.
    pub fn at(index: usize) -> Self {
        Self(offset(index))
    }

    /// The position.
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// Everything that is known once all files are read.
#[derive(Debug, Default)]
pub struct Site {
    /// The settings.
    pub settings: Settings,
    /// Pages in the order of their files.
    pub pages: Vec<Page>,
    /// Page of each file, by [`FileId`].
    pub by_file: Vec<Option<PageId>>,
    /// Pages by address.
    pub by_url: BTreeMap<String, PageId>,
    /// The first page.
    pub home: Option<PageId>,
    /// Sections of the main navigation, in order.
    pub sections: Vec<PageId>,
    /// Pages that every footer links to, in order.
    pub footer: Vec<PageId>,
    /// Where to ask for another format.
    pub formats: Option<PageId>,
    /// Where to say that something is not clear.
    pub feedback: Option<PageId>,
    /// Topics in order of their names.
    pub topics: Vec<Topic>,
    /// Old addresses.
    pub redirects: Vec<Redirect>,
    /// Pages of news, newest first.
    pub news: Vec<PageId>,
    /// Contact records by id.
    pub contacts: BTreeMap<String, Contact>,
    /// What the accessibility statement says.
    pub accessibility: Option<Accessibility>,
    /// How people get information in the form they need.
    pub information: Option<AccessibleInformation>,
    /// Documents that are published beside pages, by their addresses.
    pub attachments: Vec<Attachment>,
    /// Words that are explained.
    pub glossary: Glossary,
    /// The page of the whole glossary.
    pub glossary_page: Option<PageId>,
    /// Packs of duties in order of their files.
    pub packs: Vec<DutyPack>,
    /// The claims of pages to meet a duty, by its id, in order of their addresses.
    pub meets: BTreeMap<String, Vec<Claim>>,
    /// The directory of community support.
    pub directory: Directory,
    /// Files to copy: address and position in the tree's assets.
    pub assets: BTreeMap<String, usize>,
}

impl Site {
    /// The page behind an id.
    pub fn page(&self, id: PageId) -> Option<&Page> {
        self.pages.get(id.index())
    }

    /// The page a file became, if it is part of the site.
    pub fn page_of(&self, file: FileId) -> Option<PageId> {
        self.by_file.get(file.index()).copied().flatten()
    }
}

/// A page of the site.
#[derive(Debug)]
pub struct Page {
    /// What its author wrote.
    pub document: Document,
    /// Address below the site's own path: `/carers/breaks-for-carers/`.
    pub url: String,
    /// Language tag.
    pub language: String,
    /// Whether the page is a folder's own (`_index.md`).
    pub is_section: bool,
    /// Page of the folder it is in; none for the first page.
    pub parent: Option<PageId>,
    /// Pages of the folder in order, for a folder's own page.
    pub children: Vec<PageId>,
    /// Where the links of the body lead, one for each.
    pub targets: Vec<Target>,
    /// The files of the pictures of the body, one for each; none when missing.
    pub pictures: Vec<Option<usize>>,
    /// Pages to read next.
    pub related: Vec<PageId>,
    /// Its topics in the order typed, by their positions in [`Site::topics`].
    pub topics: Vec<usize>,
    /// Where the common tasks lead, one for each.
    pub tasks: Vec<Target>,
    /// The file of the picture at its top.
    pub picture: Option<usize>,
    /// Whether the page is another form of a page: a translation, Easy Read.
    pub is_variant: bool,
    /// Its form by the name of its file, apart from its language.
    pub form: Option<Form>,
    /// The page that it is another form of.
    pub original: Option<PageId>,
    /// Whether that page has changed since this one was made from it.
    pub is_outdated: bool,
    /// The other forms of the page: forms in the language of the site, then languages.
    pub variants: Vec<PageId>,
    /// Where the forms lead that are no pages, one for each.
    pub alternatives: Vec<Target>,
    /// Whether lists show it: no other form of a page, no alert, nothing that was withdrawn or is gone.
    pub is_listed: bool,
    /// Step by step pages that lead here: the page, the step's position, the link's position in that page.
    pub steps: Vec<StepPlace>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page, perhaps at a heading.
    Page(PageId, Option<String>),
    /// A heading of the same page.
    Here(String),
    /// A file that is copied, by its address and size in bytes.
    File(String, u64),
    /// An address as typed: another site, email, telephone.
    Elsewhere(String),
    /// Nothing; a finding says so.
    Broken,
}

/// The place of a page in a step by step process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepPlace {
    /// The step by step page.
    pub process: PageId,
    /// The step, from 0: the position of its heading of level 2.
    pub step: usize,
}

/// A subject that gathers pages.
#[derive(Debug)]
pub struct Topic {
    /// Its name as typed first.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its pages by title.
    pub pages: Vec<PageId>,
}

/// An old address.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The old address.
    pub from: String,
    /// The page it leads to.
    pub to: PageId,
}
