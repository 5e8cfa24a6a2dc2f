//! A run as its reports tell it: what was looked at, with what, and what was found.
//!
//! In: findings, sources, scope, baseline. Out: [`Report`], which every format prints. Honest by construction: no format
//! can tell findings without being handed what was checked. Not here: any format.

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Severity};
use crate::model::source::SourceTree;

/// What a run looked at, and with what.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// Version of the program.
    pub version: String,
    /// How many pages.
    pub pages: usize,
    /// How many kinds of finding could have been told.
    pub rules: usize,
    /// Packs of rules: the house style, languages.
    pub packs: Vec<String>,
}

/// What was found against a baseline.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Known {
    /// Its file, from the root of the site.
    pub file: String,
    /// How many findings are old: not told and not failing.
    pub old: usize,
    /// How many of its findings are found no more.
    pub mended: usize,
}

impl Known {
    /// A line that says how many findings are left out.
    pub fn in_words(&self) -> Option<String> {
        let what = if self.old == 1 { "1 older finding is" } else { return self.several() };
        Some(format!("{what} in {}", self.file))
    }

    fn several(&self) -> Option<String> {
        (self.old > 1).then(|| format!("{} older findings are in {}", self.old, self.file))
    }

    /// A line that says that the baseline may shrink.
    pub fn to_update(&self) -> Option<String> {
        let (count, are) = match self.mended {
            0 => return None,
            1 => ("1 old finding".to_owned(), "is"),
            more => (format!("{more} old findings"), "are"),
        };
        Some(format!("{count} {are} mended: run `candour check --update-baseline`"))
    }
}

/// A run.
#[derive(Clone, Copy, Debug)]
pub struct Report<'r> {
    /// What was found, in order, without what the baseline holds.
    pub findings: &'r [Diagnostic],
    /// The files.
    pub sources: &'r SourceTree,
    /// The level from which on a finding fails the run.
    pub failing: Severity,
    /// What was looked at.
    pub scope: &'r Scope,
    /// What the baseline held.
    pub known: Option<&'r Known>,
}

impl Report<'_> {
    /// Whether any finding fails the run.
    pub fn fails(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity >= self.failing)
    }

    /// How many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
