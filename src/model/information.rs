//! How people get information in the form they need: `data/accessible-information.yaml`, which the accessible documents
//! policy and the page on the Accessible Information Standard are written from.

use super::date::Date;
use super::site::PageId;
use super::source::FileId;

/// Everything that the two pages say beyond their authors' own words.
#[derive(Clone, Debug)]
pub struct AccessibleInformation {
    /// The file it came from.
    pub file: FileId,
    /// Id of the contact record that takes requests.
    pub contact: Option<String>,
    /// What people can ask for.
    pub formats: Vec<Format>,
    /// What is known of documents, as typed.
    pub documents: Vec<KnownDocument>,
    /// How the council keeps to the standard.
    pub standard: Option<Standard>,
}

/// A format that people can ask for.
#[derive(Clone, Debug)]
pub struct Format {
    /// Its name.
    pub name: String,
    /// What people get.
    pub what: Option<String>,
    /// How long it takes.
    pub within: Option<String>,
}

/// What an editor knows of a document.
#[derive(Clone, Debug)]
pub struct KnownDocument {
    /// The file as typed (`@/carers/breaks.pdf`).
    pub path: String,
    /// Its title.
    pub title: String,
    /// The page that has the same content, as typed.
    pub page: Option<String>,
    /// How the document itself was found to be accessible.
    pub checked: Option<DocumentCheck>,
    /// Its position in the list as typed.
    pub at: usize,
}

/// A check of a document that found nothing wrong.
#[derive(Clone, Debug)]
pub struct DocumentCheck {
    /// When.
    pub on: Option<Date>,
    /// How.
    pub how: String,
}

/// A document that the site publishes: a file that is no page.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its address.
    pub url: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its title; none where nobody has written it down.
    pub title: Option<String>,
    /// The page that has the same content.
    pub page: Option<PageId>,
    /// How the document itself was found to be accessible.
    pub checked: Option<DocumentCheck>,
}

/// Ends of files that are documents, with the words for them. Tables of values alone (CSV) are not among them.
pub const DOCUMENTS: [(&str, &str); 12] = [
    ("doc", "Word"),
    ("docx", "Word"),
    ("odp", "ODP"),
    ("ods", "ODS"),
    ("odt", "ODT"),
    ("pdf", "PDF"),
    ("ppt", "PowerPoint"),
    ("pptx", "PowerPoint"),
    ("rtf", "RTF"),
    ("xls", "Excel"),
    ("xlsm", "Excel"),
    ("xlsx", "Excel"),
];

/// What kind of document a file is; none when it is something else.
pub fn document_kind(path: &str) -> Option<&'static str> {
    let (_, end) = path.rsplit_once('.')?;
    DOCUMENTS.iter().find(|(known, _)| end.eq_ignore_ascii_case(known)).map(|(_, name)| *name)
}

/// How the council keeps to the Accessible Information Standard, DAPB1605.
#[derive(Clone, Debug)]
pub struct Standard {
    /// Who leads on it, by role.
    pub lead: String,
    /// Who answers for it on the board, by role.
    pub board: String,
    /// The day of the last self-assessment.
    pub assessed: Option<Date>,
    /// What it found.
    pub found: Vec<String>,
    /// What is done at each step, in the order of [`STEPS`].
    pub steps: Vec<(&'static str, String)>,
}

/// The steps of the standard in its own order, by their keys.
pub const STEPS: [&str; 6] = ["identify", "record", "flag", "share", "meet", "review"];
