//! What one template may see: plain words and addresses, nothing to ask further.
//!
//! In: made by `page/` from the site. Out: serialised for the templates as `page` (each page) and `site` (shared).
//! Addresses are complete: they begin with the site's own path. Fields that end in `_html` are already HTML.
//! Not here: how anything looks; any page's body but its own.

use serde::Serialize;

use super::alert_view::AlertView;
use super::block::DutiesView;
use super::entry_view::{DirectoryView, EntryView};
use super::figure::AboutView;
use super::forms_view::FormsView;
use super::information_view::{DocumentsView, FormatView, StandardView};
use super::open_data::OpenDataView;
use super::search_view::SearchView;
use super::statement_view::{CheckingView, StatementView};

/// What every page of one language shares; rendered parts of it are made once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SiteView {
    /// Name of the site.
    pub name: String,
    /// Who publishes it.
    pub organisation: String,
    /// Address of the first page.
    pub home: String,
    /// Main sections.
    pub sections: Vec<LinkView>,
    /// Links of the footer, in order.
    pub footer: Vec<LinkView>,
    /// Style sheets with their digests in their names.
    pub styles: Vec<String>,
    /// The icon of the site.
    pub icon: String,
    /// Address of the feed of news, if there is news.
    pub feed: Option<String>,
    /// Messages for the top of pages, the gravest first.
    pub alerts: Vec<AlertView>,
    /// Language tag.
    pub language: String,
    /// Language of the words of the frame, where the theme has none in the page's language.
    pub words_lang: Option<String>,
    /// Language of the names of the site, where it is not the page's.
    pub own_lang: Option<String>,
    /// What the footer says of the site, such as that it is invented.
    pub notice: Option<String>,
    /// Where to ask for another format.
    pub formats_url: Option<String>,
    /// Where to say that something is not clear.
    pub feedback_url: Option<String>,
    /// The list of all pages.
    pub site_map_url: String,
    /// The page of the whole glossary, if there is one.
    pub glossary_url: Option<String>,
    /// The services from A to Z, if there are services.
    pub a_to_z_url: Option<String>,
    /// The search page, if the site has one.
    pub search_url: Option<String>,
    /// The language that is searched, where it is not the site's.
    pub search_lang: Option<String>,
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Words.
    pub title: String,
    /// Address.
    pub url: String,
    /// Whether it is the page itself or the section the page is in.
    pub current: bool,
    /// Language of the words, where it is not the language of the page.
    pub lang: Option<String>,
}

/// One page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageView {
    /// Template below `templates/`, such as `service.html`.
    #[serde(skip)]
    pub template: &'static str,
    /// Page type.
    pub kind: &'static str,
    /// Language tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Address.
    pub url: String,
    /// Address with the host.
    pub canonical: String,
    /// Title.
    pub title: String,
    /// Words of the browser's title bar.
    pub head_title: String,
    /// Summary.
    pub summary: String,
    /// Way from the first page to the page's parent.
    pub breadcrumbs_html: String,
    /// Other forms and languages of the page, and what this form owes its reader.
    pub forms: Option<FormsView>,
    /// Headings of level 2, when there are at least three.
    pub contents: Vec<ContentsView>,
    /// The body.
    #[serde(skip)]
    pub body_html: String,
    /// What is in the folder, or in a list.
    pub list: Option<ListView>,
    /// A decorative picture for the top.
    pub picture_html: Option<String>,
    /// Common tasks.
    pub tasks: Vec<LinkView>,
    /// The guide that the page is a part of.
    pub guide: Option<GuideView>,
    /// The parts of a publication, on its cover.
    pub chapters: Vec<ChapterView>,
    /// The parts after the first, on the page that has all of them.
    pub whole: Vec<WholePartView>,
    /// The steps of a step by step page.
    pub steps: Vec<StepView>,
    /// Step by step processes that the page is part of.
    pub part_of: Vec<PartOfView>,
    /// Pages to read next.
    pub related: Vec<LinkView>,
    /// Topics of the page.
    pub topics: Vec<LinkView>,
    /// Who to ask, already HTML, shared between all pages of a contact.
    pub contact_html: String,
    /// Dates in words.
    pub dates: DatesView,
    /// The team that answers for the page.
    pub owner: Option<String>,
    /// Change notes, newest first.
    pub changes: Vec<ChangeView>,
    /// Where the facts are from.
    pub sources: Vec<SourceView>,
    /// Who made the pictures of Easy Read, and under which licence.
    pub credits: Vec<String>,
    /// Why the page is kept for the record only.
    pub withdrawn: Option<String>,
    /// What an impact report shows besides.
    pub report: Option<ReportView>,
    /// The published files of the data page.
    pub open_data: Option<OpenDataView>,
    /// What the accessibility statement says, on its page.
    pub statement: Option<StatementView>,
    /// The documents of the site, on the accessible documents policy.
    pub documents: Option<DocumentsView>,
    /// How the council meets the Accessible Information Standard, on its page.
    pub standard: Option<StandardView>,
    /// The formats that people can ask for, on both.
    pub formats: Vec<FormatView>,
    /// Words of the glossary that the page uses, in order of their first use.
    pub words: Vec<WordView>,
    /// The whole glossary by letter, on the page about it.
    pub letters: Vec<LetterView>,
    /// What only the search page shows.
    pub search: Option<SearchView>,
    /// The coverage of duties, on the page about them.
    pub duties: Option<DutiesView>,
    /// How the pages of the site were checked, on an accessibility statement.
    pub checking: Option<CheckingView>,
    /// An entry of the directory.
    pub entry: Option<EntryView>,
    /// The directory, or a list of it.
    pub directory: Option<DirectoryView>,
    /// Addresses of scripts.
    pub scripts: Vec<String>,
    /// Whether somebody at risk may read it.
    pub sensitive: bool,
    /// Whether the page is to begin with what to do in danger, because its author does not.
    pub danger_first: bool,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// The first page: what its hero shows.
    pub is_home: bool,
}

/// An entry of the contents list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ContentsView {
    /// Id of the heading.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A word that is explained.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WordView {
    /// Its id on the page.
    pub id: String,
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// Its short form.
    pub abbreviation: Option<String>,
    /// Other forms.
    pub also: Vec<String>,
}

/// A letter of the glossary.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LetterView {
    /// Its id.
    pub id: String,
    /// The letter.
    pub title: String,
    /// Its words.
    pub words: Vec<WordView>,
}

/// A list of pages, perhaps in several pages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListView {
    /// The entries, already HTML; each is made once for all lists that show it.
    pub items_html: String,
    /// Groups with their headings (A to Z, site map); `items_html` is empty then.
    pub groups: Vec<GroupView>,
    /// Which page of how many.
    pub pagination: Option<PaginationView>,
}

/// A group of a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GroupView {
    /// Heading.
    pub title: String,
    /// Id for links to it.
    pub id: String,
    /// Address of the heading, if it leads somewhere.
    pub url: Option<String>,
    /// Entries, already HTML.
    pub items_html: String,
}

/// Which page of a long list this is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PaginationView {
    /// From 1.
    pub number: usize,
    /// How many.
    pub of: usize,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
}

/// A guide with its parts.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GuideView {
    /// `guide` or `publication`.
    pub kind: &'static str,
    /// Address of the page that has all parts.
    pub whole_url: Option<String>,
    /// Title of the guide.
    pub title: String,
    /// Address of its first part.
    pub url: String,
    /// Parts in order, the first being the guide's own page.
    pub parts: Vec<LinkView>,
    /// The part before.
    pub previous: Option<LinkView>,
    /// The part after.
    pub next: Option<LinkView>,
}

/// A part of a publication in its contents.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChapterView {
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// Its headings of level 2.
    pub sections: Vec<ContentsView>,
}

/// A part of a guide or publication on the page that has all of them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WholePartView {
    /// Id of its heading.
    pub id: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Its body.
    pub body_html: String,
}

/// One step of a step by step page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StepView {
    /// From 1.
    pub number: usize,
    /// Id of the heading.
    pub id: String,
    /// Words of the heading.
    pub title: String,
    /// What stands under it.
    pub body_html: String,
}

/// A step by step process that a page is part of.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PartOfView {
    /// Title of the process.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Number of the step, from 1.
    pub step: usize,
    /// Words of the step.
    pub step_title: String,
    /// The step before.
    pub previous: Option<LinkView>,
    /// The step after.
    pub next: Option<LinkView>,
}

/// Dates in words, and for machines.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DatesView {
    /// First published.
    pub published: Option<DateView>,
    /// Last changed.
    pub updated: Option<DateView>,
    /// Last checked by a person.
    pub last_reviewed: Option<DateView>,
    /// To be checked by.
    pub review_by: Option<DateView>,
}

/// A date in words and for machines.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DateView {
    /// `2026-11-22`.
    pub iso: String,
    /// `22 November 2026`.
    pub words: String,
}

/// What an impact report shows besides its text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReportView {
    /// How settled the release is.
    pub status: Option<String>,
    /// When it is brought up to date, or why it is not.
    pub next_update: Option<String>,
    /// What was wrong and has been corrected, newest first.
    pub corrections: Vec<CorrectionView>,
    /// What stands behind its figures.
    pub figures: Vec<AboutView>,
}

/// A correction.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CorrectionView {
    /// When it was made.
    pub date: DateView,
    /// Where it was wrong.
    pub place: String,
    /// What was wrong.
    pub note: String,
}

/// A change note.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChangeView {
    /// When.
    pub date: DateView,
    /// What.
    pub note: String,
}

/// A published source.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SourceView {
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// When it was last read.
    pub checked: Option<DateView>,
}
