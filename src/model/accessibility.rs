//! What a site knows of its own accessibility: `data/accessibility.yaml`, which the statement is written from.

use super::date::Date;
use super::source::FileId;

/// Everything that the statement says beyond its author's own words.
#[derive(Clone, Debug)]
pub struct Accessibility {
    /// The file it came from.
    pub file: FileId,
    /// How far the site keeps to the standard.
    pub compliance: Compliance,
    /// The day on which the statement was written.
    pub prepared: Option<Date>,
    /// The day on which somebody last went through it.
    pub reviewed: Option<Date>,
    /// How the site was tested.
    pub test: Option<Test>,
    /// What is known not to work.
    pub problems: Vec<Problem>,
    /// What would be too great a burden to mend, with the reason.
    pub burden: Vec<String>,
    /// What the regulations leave out.
    pub out_of_scope: Vec<String>,
    /// What is being done.
    pub improving: Vec<String>,
}

/// The three values that the model statement has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Compliance {
    /// Everything is met.
    Full,
    /// Some things are not.
    Partial,
    /// Most things are not.
    Not,
}

impl Compliance {
    /// The words in the file.
    pub const ALL: [(&'static str, Self); 3] =
        [("fully compliant", Self::Full), ("partially compliant", Self::Partial), ("not compliant", Self::Not)];

    /// The key of its words on the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::Not => "not",
        }
    }
}

/// A test of the site.
#[derive(Clone, Debug)]
pub struct Test {
    /// When.
    pub on: Option<Date>,
    /// By whom.
    pub by: String,
    /// How.
    pub how: String,
    /// Which pages, and how they were chosen.
    pub pages: String,
}

/// Something that is known not to work.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What it is.
    pub problem: String,
    /// What it means for people.
    pub effect: String,
    /// The criteria that are not met, such as `2.4.3`.
    pub criteria: Vec<String>,
    /// The day by which it is mended.
    pub fix_by: Option<Date>,
    /// What can be used until then.
    pub alternative: Option<String>,
    /// Its position in the list as typed.
    pub at: usize,
}
