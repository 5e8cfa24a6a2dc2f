//! Duties and recommendations that pages can say they meet: `data/guidance/*.yaml`.

use super::date::Date;
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
