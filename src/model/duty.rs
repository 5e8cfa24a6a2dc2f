//! Duties and recommendations that pages can say they meet: `data/guidance/*.yaml`.

use super::date::Date;
use super::site::PageId;
use super::source::FileId;

/// One pack: an Act, a guideline, a standard.
#[derive(Clone, Debug)]
pub struct DutyPack {
    /// The file it came from.
    pub file: FileId,
    /// Short id.
    pub pack: String,
    /// Its name.
    pub title: String,
    /// Who published what it paraphrases.
    pub publisher: String,
    /// When somebody last held it against its sources.
    pub checked: Option<Date>,
    /// Whether it binds only sites that name it under `guidance:`.
    pub optional: bool,
    /// Its entries in the order of the file.
    pub duties: Vec<Duty>,
}

/// One entry of a pack.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Id that pages name in `meets:`.
    pub id: String,
    /// A few words.
    pub title: String,
    /// A paraphrase.
    pub text: String,
    /// Who it is for.
    pub audience: String,
    /// The number of the clause, printed only when `status` is confirmed.
    pub clause: Option<String>,
    /// How sure the number and the wording are.
    pub status: Checking,
    /// Where it can be read.
    pub source: String,
    /// When the entry was last held against its source.
    pub checked: Option<Date>,
    /// What or who held it against its source.
    pub checked_by: Option<String>,
    /// What a page must have to count.
    pub needs: Needs,
    /// Its position in the list as typed.
    pub at: usize,
}

/// What a page must have so that its claim to meet a duty counts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Needs {
    /// Sections; a heading with one of the words of an entry, and something under it, answers the entry.
    pub sections: Vec<Vec<String>>,
    /// Whether it says who to ask.
    pub contact: bool,
    /// Names of directives that it uses.
    pub blocks: Vec<String>,
    /// Duties; the page leads to a page that says it meets them.
    pub links_to: Vec<String>,
    /// Whether it says when it was checked and when it will be again.
    pub reviewed: bool,
}

/// A page's claim to meet a duty, with what came of looking.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The page.
    pub page: PageId,
    /// Its position in the `meets:` of the page.
    pub at: usize,
    /// What the page does not have.
    pub lacks: Vec<Lack>,
    /// Whether the day has passed by which the page was to be checked.
    pub is_overdue: bool,
}

/// Something that a page needs and does not have.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Lack {
    /// A section about this.
    Section(String),
    /// Who to ask.
    Contact,
    /// A block made by this directive.
    Block(String),
    /// A link to a page that meets this duty.
    Link(String),
    /// The days of its last and its next review.
    Review,
    /// It is kept for the record only.
    Withdrawn,
}

/// How a duty or a claim stands, the worst first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Standing {
    /// No page says that it meets the duty.
    Missing,
    /// A page says so and does not have what is needed.
    Unproven,
    /// A page has what is needed and is overdue for review.
    Overdue,
    /// A page has what is needed.
    Met,
}

impl Standing {
    /// The word for it in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unproven => "unproven",
            Self::Overdue => "overdue",
            Self::Met => "met",
        }
    }

    /// How a duty stands whose pages make these claims: as the best of them.
    pub fn of(claims: &[Claim]) -> Self {
        claims.iter().map(Claim::standing).max().unwrap_or(Self::Missing)
    }
}

impl Claim {
    /// How the claim stands.
    pub fn standing(&self) -> Standing {
        match (self.lacks.is_empty(), self.is_overdue) {
            (false, _) => Standing::Unproven,
            (true, true) => Standing::Overdue,
            (true, false) => Standing::Met,
        }
    }
}

/// How far an entry was held against its source.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Checking {
    /// The source was read and says it.
    Confirmed,
    /// Only a part, or a second-hand source, was read.
    Partly,
    /// No source was read.
    NotChecked,
}

impl Checking {
    /// The words in the file.
    pub const ALL: [(&'static str, Self); 3] =
        [("confirmed", Self::Confirmed), ("partly", Self::Partly), ("not checked", Self::NotChecked)];

    /// The word for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("not checked", |(name, _)| name)
    }
}
