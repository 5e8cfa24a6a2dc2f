//! Page types: what one template may see of one page.
//!
//! In: the assembled site, figures and words. Out: [`Prepared`]: a [`PageView`] and its body, ready to render.
//! A page type is one file here, two lines below and one template. Not here: HTML, templates, charts.

mod a_to_z;
mod about;
mod alert;
mod base;
mod block;
mod body;
mod card;
mod contacts;
mod data;
mod dates;
mod definition;
mod duties;
mod entry;
mod evidence_blocks;
pub mod figure;
mod figure_book;
mod figure_funnel;
mod figure_notes;
mod figure_spc;
mod figure_table;
mod findable;
mod forms;
mod glossary;
mod gone;
mod guide;
mod home;
mod information;
mod jobs;
mod landing;
mod list;
mod news;
mod not_found;
mod plain;
mod processes;
mod publication;
mod report;
mod saving;
mod search;
mod service;
mod shared;
mod site_map;
mod statement;
mod steps;
mod timeline;
mod topic;
mod whole;
mod words;

pub use card::card;
pub use dates::date_view;
pub use duties::duties;
pub use entry::{index as entry_index, items as entry_items};
pub use figure_book::workbook;
pub use findable::findable;
pub use jobs::{Job, jobs};
pub use shared::{breadcrumb_trails, contacts, items, site_view};

use std::collections::BTreeMap;

use crate::diag::report::Scope;
use crate::diag::{Checked, Diagnostic};
use crate::model::block::BodyView;
use crate::model::document::InlineFigure;
use crate::model::metric::{Metric, Metrics};
use crate::model::page_type::PageType;
use crate::model::saving::SavingsGroup;
use crate::model::site::{Page, PageId, Site};
use crate::model::strings::Strings;
use crate::model::theme::Theme;
use crate::model::view::PageView;

/// Entries of a list on one page; longer lists are paged.
pub const LIST_LENGTH: usize = 40;

/// What page types may use.
pub struct Context<'a> {
    /// The assembled site.
    pub site: &'a Site,
    /// All figures.
    pub metrics: &'a Metrics,
    /// The theme, for its words.
    pub theme: &'a Theme,
    /// List entries by page, already HTML.
    pub items: &'a [String],
    /// Entries of the directory as lists show them, already HTML.
    pub entries: &'a [String],
    /// Breadcrumbs by language and page, leading to and including it, already HTML.
    pub trails: &'a BTreeMap<String, BTreeMap<PageId, String>>,
    /// The contact card at the end of pages, already HTML, by language and id.
    pub cards: &'a BTreeMap<String, BTreeMap<String, String>>,
    /// Markup of each picture by its file, page and position.
    pub pictures: &'a dyn Pictures,
    /// Files to download of each metric.
    pub files: &'a BTreeMap<String, Vec<figure::FileSize>>,
    /// The description of all files for programs.
    pub package: Option<&'a figure::FileSize>,
    /// Kinds of chart.
    pub charts: &'a dyn Charts,
    /// Values of inline figures.
    pub figures: &'a dyn Figures,
    /// What pages are held against while the site is made; nothing when nobody looks.
    pub checked: Option<&'a Scope>,
}

/// Gives the markup of pictures.
pub trait Pictures: Sync {
    /// The markup of an asset with words for people who do not see it; `number` counts the pictures of the page from 0.
    fn markup(&self, asset: usize, alt: &str, number: usize) -> String;
}

/// Knows the kinds of chart.
pub trait Charts: Sync {
    /// The words for them.
    fn names(&self) -> Vec<&'static str>;

    /// Why a metric cannot be shown as a kind, with what to do instead; nothing when it can.
    fn misfit(&self, kind: &str, metric: &Metric) -> Option<(String, String)>;
}

/// Gives the values of inline figures.
pub trait Figures: Sync {
    /// The value in words and figures, or a finding with the figure's place.
    fn value(&self, figure: &InlineFigure, strings: &Strings) -> Result<String, Box<Diagnostic>>;

    /// Savings by kind, with what may be added.
    fn savings(&self, metrics: &[&Metric], strings: &Strings) -> Vec<SavingsGroup>;
}

/// Neither pictures nor figures.
struct Nothing;

impl Pictures for Nothing {
    fn markup(&self, _asset: usize, _alt: &str, _number: usize) -> String {
        String::new()
    }
}

impl Figures for Nothing {
    fn value(&self, _figure: &InlineFigure, _strings: &Strings) -> Result<String, Box<Diagnostic>> {
        Ok(String::new())
    }

    fn savings(&self, _metrics: &[&Metric], _strings: &Strings) -> Vec<SavingsGroup> {
        Vec::new()
    }
}

impl Charts for Nothing {
    fn names(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn misfit(&self, _kind: &str, _metric: &Metric) -> Option<(String, String)> {
        None
    }
}

/// A page ready to render.
#[derive(Debug, Default)]
pub struct Prepared<'a> {
    /// What the template sees.
    pub view: PageView,
    /// The body.
    pub body: BodyView<'a>,
    /// The bodies of further parts, where one page has them all.
    pub parts: Vec<BodyView<'a>>,
}

/// A page type.
pub struct PageKind {
    /// The type.
    pub kind: PageType,
    /// Template below `templates/`.
    pub template: &'static str,
    /// What it is for, in a sentence for editors.
    pub purpose: &'static str,
    /// Adds to the view what only this type shows.
    pub complete: for<'a> fn(&Context<'a>, &Subject<'a>, &mut Prepared<'a>),
}

/// The page that a view is made of.
pub struct Subject<'a> {
    /// Its id.
    pub id: PageId,
    /// The page.
    pub page: &'a Page,
    /// Words of its language.
    pub strings: &'a Strings,
    /// Which page of its list, from 1.
    pub number: usize,
}

/// Every page type.
pub const KINDS: [&PageKind; 19] = [
    &home::KIND,
    &landing::KIND,
    &plain::KIND,
    &service::KIND,
    &guide::KIND,
    &steps::KIND,
    &report::KIND,
    &news::KIND,
    &statement::KIND,
    &data::KIND,
    &duties::KIND,
    &glossary::KIND,
    &contacts::KIND,
    &publication::KIND,
    &gone::KIND,
    &information::DOCUMENTS,
    &information::STANDARD,
    &alert::KIND,
    &entry::KIND,
];

impl<'a> Context<'a> {
    /// A context without rendered parts, for lists that need only the site.
    pub fn of_site(site: &'a Site, theme: &'a Theme, metrics: &'a Metrics) -> Self {
        static TRAILS: BTreeMap<String, BTreeMap<PageId, String>> = BTreeMap::new();
        static CARDS: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        static FILES: BTreeMap<String, Vec<figure::FileSize>> = BTreeMap::new();
        let (trails, cards, files) = (&TRAILS, &CARDS, &FILES);
        Self {
            site,
            metrics,
            theme,
            items: &[],
            entries: &[],
            trails,
            cards,
            pictures: &Nothing,
            figures: &Nothing,
            files,
            package: None,
            charts: &Nothing,
            checked: None,
        }
    }

    /// Address of a page with the site's own path in front.
    pub fn address(&self, url: &str) -> String {
        format!("{}{url}", self.site.settings.base_path)
    }

    /// Address of the page behind an id.
    pub fn address_of(&self, id: PageId) -> String {
        self.site.page(id).map(|page| self.address(&page.url)).unwrap_or_default()
    }

    /// Title of the page behind an id.
    pub fn title_of(&self, id: PageId) -> String {
        self.site.page(id).map(|page| page.document.front.title.clone()).unwrap_or_default()
    }

    /// The contact card at the end of pages.
    fn card(&self, language: &str, id: &str) -> String {
        self.cards.get(language).and_then(|cards| cards.get(id)).cloned().unwrap_or_default()
    }

    /// Words of a language.
    pub fn strings(&self, language: &str) -> &'a Strings {
        static NONE: Strings = Strings { language: String::new(), texts: BTreeMap::new() };
        self.theme.strings_for(language).unwrap_or(&NONE)
    }
}

/// Makes the view of one job.
pub fn prepare<'a>(context: &Context<'a>, job: &Job) -> Checked<Prepared<'a>> {
    match *job {
        Job::Page(id, number) => of_page(context, id, number),
        Job::Whole(id) => Checked::clean(whole::whole(context, id)),
        Job::Topic(topic, number) => Checked::clean(topic::topic(context, topic, number)),
        Job::Topics => Checked::clean(topic::topics(context)),
        Job::AToZ => Checked::clean(a_to_z::a_to_z(context)),
        Job::Search => Checked::clean(search::search(context)),
        Job::SiteMap => Checked::clean(site_map::site_map(context)),
        Job::Entry(at) => Checked::clean(entry::entry(context, at)),
        Job::EntryList(at, number) => Checked::clean(entry::list(context, at, number)),
        Job::DirectoryFeed => Checked::clean(entry::feed(context)),
        Job::NotFound => Checked::clean(not_found::not_found(context)),
        Job::Redirect(at) => Checked::clean(not_found::redirect(context, at)),
    }
}

fn of_page<'a>(context: &Context<'a>, id: PageId, number: usize) -> Checked<Prepared<'a>> {
    let Some(page) = context.site.page(id) else { return Checked::clean(Prepared::default()) };
    let subject = Subject { id, page, strings: context.strings(&page.language), number };
    let kind = KINDS.iter().find(|kind| kind.kind == page.document.front.kind).copied().unwrap_or(&plain::KIND);
    let mut findings = Vec::new();
    let body = body::body(context, &subject).into(&mut findings);
    let mut prepared = Prepared { view: base::view(context, &subject, kind.template), body, ..Prepared::default() };
    (kind.complete)(context, &subject, &mut prepared);
    words::explain(context, &subject, &mut prepared);
    Checked::new(prepared, findings)
}
