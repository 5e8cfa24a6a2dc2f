//! The one type for everything that can be wrong with a site.
//!
//! In: findings from every stage. Out: [`Diagnostic`], [`Checked`], and one file per way of printing them.
//! Messages: lower case, one fact about the author's text, no full stop. Help: imperative, with an example.
//! Not here: what is checked; that is written where the finding is raised.

pub mod allowance;
pub mod baseline;
pub mod basis;
pub mod book;
pub mod failure;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
pub mod order;
pub mod place;
pub mod record;
pub mod report;
pub mod sarif;
pub mod tally;
pub mod terminal;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::source::{FileId, Span};

/// How bad a finding is. An error keeps the site from being published.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// To be mended; fails the build only with `--strict`.
    Warning,
    /// Nothing is published.
    Error,
}

impl Severity {
    /// The word for it in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a finding points.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Place {
    /// A run of text.
    Span(Span),
    /// A run of text that no output quotes: a row about a person.
    Unquoted(Span),
    /// A key of a YAML text, found when it is printed: `review_by`, `meets.0`, `source.title`.
    Key(FileId, String),
    /// The value behind a key of a YAML text.
    Value(FileId, String),
    /// A file as a whole.
    File(FileId),
    /// A file that was not read as text, by its path from the root.
    Path(String),
    /// The site as a whole.
    Site,
}

/// A second place with a few words.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is seen there.
    pub text: String,
}

/// A correction that is safe to apply.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// One finding.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Diagnostic {
    /// Kebab-case name, the same as the page that `explain` prints.
    pub code: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// One fact.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What exactly is seen at `place`, in a few words; empty when the message says it all.
    pub label: String,
    /// Other places.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Vec<String>,
    /// What demands it (`WCAG 1.1.1`).
    pub basis: Vec<Cow<'static, str>>,
    /// Address of the page it shows on, if it is about a page.
    pub page: Option<String>,
    /// A safe correction.
    pub fix: Option<Fix>,
}

impl Place {
    /// The text that it is in.
    pub fn text(&self) -> Option<FileId> {
        match self {
            Self::Span(span) | Self::Unquoted(span) => Some(span.file),
            Self::Key(file, _) | Self::Value(file, _) | Self::File(file) => Some(*file),
            Self::Path(_) | Self::Site => None,
        }
    }
}

impl Diagnostic {
    /// The texts that it points into.
    pub fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        let labels = self.labels.iter().map(|label| &label.place);
        let fix = self.fix.iter().map(|fix| fix.span.file);
        std::iter::once(&self.place).chain(labels).filter_map(Place::text).chain(fix)
    }

    /// A finding of a severity.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>, place: Place) -> Self {
        Self {
            code: Cow::Borrowed(code),
            severity,
            message: message.into(),
            place,
            label: String::new(),
            labels: Vec::new(),
            help: Vec::new(),
            basis: Vec::new(),
            page: None,
            fix: None,
        }
    }

    /// An error.
    pub fn error(code: &'static str, message: impl Into<String>, place: Place) -> Self {
        Self::new(Severity::Error, code, message, place)
    }

    /// A warning.
    pub fn warning(code: &'static str, message: impl Into<String>, place: Place) -> Self {
        Self::new(Severity::Warning, code, message, place)
    }

    /// A notice.
    pub fn notice(code: &'static str, message: impl Into<String>, place: Place) -> Self {
        Self::new(Severity::Notice, code, message, place)
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says what is seen at the place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Adds what demands it.
    #[must_use]
    pub fn basis(mut self, text: &'static str) -> Self {
        self.basis.push(Cow::Borrowed(text));
        self
    }

    /// Names the page it shows on.
    #[must_use]
    pub fn on_page(mut self, url: impl Into<String>) -> Self {
        self.page = Some(url.into());
        self
    }
}

/// A value and what was found while making it. Making it never stops at the first fault.
#[derive(Clone, Debug)]
#[must_use]
pub struct Checked<T> {
    /// As much as could be made.
    pub value: T,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value without findings.
    pub fn clean(value: T) -> Self {
        Self { value, findings: Vec::new() }
    }

    /// A value with findings.
    pub fn new(value: T, findings: Vec<Diagnostic>) -> Self {
        Self { value, findings }
    }

    /// Takes the value and hands the findings to a list.
    pub fn into(self, findings: &mut Vec<Diagnostic>) -> T {
        findings.extend(self.findings);
        self.value
    }
}
