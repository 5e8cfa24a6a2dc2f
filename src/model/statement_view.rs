//! What an accessibility statement may see.
//!
//! In: made by `page/` from `data/accessibility.yaml` and what the build checks. Out: serialised for the template.
//! Not here: how anything looks; the words that the law fixes.

use serde::Serialize;

use super::view::DateView;

/// What an accessibility statement tells about how pages were checked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CheckingView {
    /// Name and version of the program that has checked every page; nothing when none has.
    pub program: Option<String>,
}

/// What the accessibility statement says.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatementView {
    /// `full`, `partial` or `not`.
    pub compliance: &'static str,
    /// When it was written.
    pub prepared: Option<DateView>,
    /// When it was last gone through.
    pub reviewed: Option<DateView>,
    /// How the site was tested.
    pub test: Option<TestView>,
    /// What is known not to work.
    pub problems: Vec<ProblemView>,
    /// What would be too great a burden.
    pub burden: Vec<String>,
    /// What the regulations leave out.
    pub out_of_scope: Vec<String>,
    /// What is being done.
    pub improving: Vec<String>,
}

/// A test of the site.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TestView {
    /// When.
    pub on: Option<DateView>,
    /// By whom.
    pub by: String,
    /// How.
    pub how: String,
    /// Which pages.
    pub pages: String,
}

/// Something that is known not to work.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProblemView {
    /// What it is.
    pub problem: String,
    /// What it means for people.
    pub effect: String,
    /// Criteria that are not met.
    pub criteria: String,
    /// When it is mended.
    pub fix_by: Option<DateView>,
    /// What can be used until then.
    pub alternative: Option<String>,
}
