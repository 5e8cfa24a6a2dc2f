//! The body of a page with everything known: HTML and what fills its holes.
//!
//! In: a written body, resolved by `page/`. Out: what `render/` splices. Not here: templates.

use std::ops::Range;

use serde::Serialize;

use super::contact::Contact;
use super::figure::{CardView, FigureView, LedgerView, TimelineView};
use super::processes::{GridView, SummaryView};
use super::source::FileId;
use super::view::DateView;

/// A body ready to be spliced.
#[derive(Clone, Debug, Default)]
pub struct BodyView<'a> {
    /// HTML with holes.
    pub html: &'a str,
    /// What fills them, in ascending order.
    pub fills: Vec<Filled>,
    /// The parts to print separately (the introduction and the steps of a process); empty for the whole.
    pub sections: Vec<BodySection>,
}

/// A part of a body that is printed separately.
#[derive(Clone, Debug)]
pub struct BodySection {
    /// Bytes of the HTML.
    pub html: Range<u32>,
    /// Positions of its fills.
    pub fills: Range<usize>,
}

/// One filled hole.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Byte offset in the HTML.
    pub at: u32,
    /// What goes there.
    pub part: Part,
}

/// What fills a hole.
#[derive(Clone, Debug)]
pub enum Part {
    /// HTML, escaped where it came from text.
    Html(String),
    /// A block whose content begins here.
    Open(Box<BlockView>),
    /// The end of the block's content.
    Close,
}

/// A block made by a directive. Its content, already HTML, is handed to its template as `content_html`.
#[derive(Clone, Debug)]
pub enum BlockView {
    /// A link that looks like a button; the content is one link.
    Action,
    /// Information or a warning.
    Callout {
        /// `information` or `warning`.
        kind: String,
        /// A heading of its own.
        title: Option<String>,
    },
    /// A contact card.
    Contact(Box<Contact>),
    /// Text that most readers do not need.
    Details {
        /// What the text is about.
        summary: String,
    },
    /// The table of duties and the pages that say they meet them.
    Duties(DutiesView),
    /// Somebody's words.
    Quote {
        /// Who said it, without identifying them.
        by: String,
        /// How they agreed to it being published.
        consent: String,
    },
    /// A row of Easy Read: a picture, and the words beside it.
    PictureRow,
    /// Numbered steps.
    Steps,
    /// A chart or a table of a metric.
    Figure(Box<FigureView>),
    /// Headline cards.
    Cards(Vec<CardView>),
    /// Processes in a table, those that need attention first.
    Summary(SummaryView),
    /// Processes by variation and assurance.
    Grid(GridView),
    /// Savings by kind.
    Savings(LedgerView),
    /// Milestones.
    Timeline(TimelineView),
    /// Nothing that can be shown; a finding says why.
    Nothing,
}

/// Duties by pack, gaps first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DutiesView {
    /// Packs with their duties.
    pub packs: Vec<PackView>,
    /// Duties that no page meets.
    pub gaps: Vec<GapView>,
}

/// A pack of duties.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PackView {
    /// Id.
    pub pack: String,
    /// Name.
    pub title: String,
    /// Who published what it paraphrases.
    pub publisher: String,
    /// When it was last held against its sources.
    pub checked: Option<DateView>,
    /// Its entries, the worst first.
    pub duties: Vec<DutyView>,
}

/// A duty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DutyView {
    /// Id.
    pub id: String,
    /// A few words.
    pub title: String,
    /// A paraphrase.
    pub text: String,
    /// Who it is for.
    pub audience: String,
    /// The number of the clause, only when confirmed.
    pub clause: Option<String>,
    /// `confirmed`, `partly` or `not checked`.
    pub status: &'static str,
    /// Where it can be read.
    pub source: String,
    /// When it was last held against its source.
    pub checked: Option<DateView>,
    /// What or who held it against its source.
    pub checked_by: Option<String>,
    /// How it stands: `met`, `overdue`, `unproven` or `missing`.
    pub standing: &'static str,
    /// Pages that say they meet it.
    pub pages: Vec<DutyPageView>,
}

/// A page that says it meets a duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyPageView {
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// Its file.
    #[serde(skip)]
    pub file: FileId,
    /// The position of the claim in its `meets:`.
    #[serde(skip)]
    pub at: usize,
    /// The team that answers for it.
    pub owner: Option<String>,
    /// When it was last checked.
    pub last_reviewed: Option<DateView>,
    /// Who checked it, where it is not the team.
    pub reviewed_by: Option<String>,
    /// When it is to be checked again.
    pub review_by: Option<DateView>,
    /// How the claim stands: `met`, `overdue` or `unproven`.
    pub standing: &'static str,
    /// What it does not have, in words.
    pub lacks: Vec<String>,
}

/// A duty that no page meets.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GapView {
    /// A few words.
    pub title: String,
    /// Name of the pack.
    pub pack: String,
    /// How it stands: `missing`, `unproven` or `overdue`.
    pub standing: &'static str,
}
