//! What the accessible documents policy and the page on the Accessible Information Standard may see.
//!
//! In: made by `page/` from `data/accessible-information.yaml` and the files of the site. Out: serialised for the templates.
//! Not here: how anything looks.

use serde::Serialize;

use super::view::{DateView, LinkView};

/// The documents of the site.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DocumentsView {
    /// How many there are, in words; nothing when there is none.
    pub count: Option<String>,
    /// Each document.
    pub documents: Vec<AttachmentView>,
    /// The page of figures that are published as files.
    pub figures: Option<LinkView>,
    /// The accessibility statement.
    pub statement: Option<LinkView>,
}

/// A document.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttachmentView {
    /// Title, or the name of its file.
    pub title: String,
    /// Address.
    pub url: String,
    /// Kind and size: `PDF, 120KB`.
    pub label: String,
    /// The page with the same content.
    pub page: Option<LinkView>,
    /// How it was found to be accessible.
    pub checked: Option<AttachmentCheckView>,
}

/// A check of a document.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttachmentCheckView {
    /// When.
    pub on: Option<DateView>,
    /// How.
    pub how: String,
}

/// A format that people can ask for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormatView {
    /// Its name.
    pub name: String,
    /// What people get.
    pub what: Option<String>,
    /// How long it takes.
    pub within: Option<String>,
}

/// How the council meets the Accessible Information Standard.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StandardView {
    /// Who leads on it.
    pub lead: String,
    /// Who answers for it at the most senior level.
    pub board: String,
    /// When it was last assessed.
    pub assessed: Option<DateView>,
    /// When it is assessed again.
    pub next: Option<DateView>,
    /// What was found.
    pub found: Vec<String>,
    /// The steps in the order of the standard.
    pub steps: Vec<StepWordsView>,
}

/// A step of the standard.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StepWordsView {
    /// Its name.
    pub name: String,
    /// What the council does.
    pub words: String,
}
