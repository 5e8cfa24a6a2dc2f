//! What the preview shows now: the last good pages, and the findings of the last build.
//!
//! In: builds. Out: a [`Shown`] to answer from, with a name that changes when it does.
//! Not here: requests.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::watch;

use super::{Built, Finding};
use crate::diag::Severity;

/// One state of the preview.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The last good files; none before the first good build.
    pub(super) files: Option<Arc<BTreeMap<String, Vec<u8>>>>,
    /// Path of the site below its host.
    pub(super) base: String,
    /// Address of the search page below that path.
    pub(super) search: Option<String>,
    /// Findings of the last build, when it failed.
    pub(super) faults: Vec<Finding>,
    /// The name of this state. The number of the process is in it, so that pages of a preview that was stopped notice.
    pub(super) name: String,
}

/// The state and everybody who waits for the next one.
#[derive(Debug)]
pub(super) struct Preview {
    state: watch::Sender<Arc<Shown>>,
}

impl Preview {
    /// Nothing built yet.
    pub(super) fn new() -> Self {
        Self { state: watch::Sender::new(Arc::new(Shown::default())) }
    }

    /// The state now.
    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.state.borrow())
    }

    /// Tells of every state from now on.
    pub(super) fn follow(&self) -> watch::Receiver<Arc<Shown>> {
        self.state.subscribe()
    }

    /// Shows a build. The answer is whether anything is different from before.
    pub(super) fn show(&self, built: &Built) -> bool {
        let before = self.now();
        let faults = faults(built);
        let same_files = match (&built.files, &before.files) {
            (None, _) => true,
            (Some(new), Some(old)) => *new == **old && built.base_path == before.base,
            (Some(_), None) => false,
        };
        if same_files && faults == before.faults && !before.name.is_empty() {
            return false;
        }
        let count = before.name.rsplit('-').next().and_then(|count| count.parse().ok()).unwrap_or(0_u64);
        let mut next = Shown { faults, name: format!("{}-{}", std::process::id(), count + 1), ..Shown::default() };
        if let Some(files) = &built.files {
            next.base.clone_from(&built.base_path);
            next.search.clone_from(&built.search);
            next.files =
                Some(if same_files { before.files.clone().unwrap_or_default() } else { Arc::new(files.clone()) });
        } else {
            next.base.clone_from(&before.base);
            next.search.clone_from(&before.search);
            next.files.clone_from(&before.files);
        }
        self.state.send_replace(Arc::new(next));
        true
    }
}

/// What keeps the last build from being shown.
fn faults(built: &Built) -> Vec<Finding> {
    if built.files.is_some() {
        return Vec::new();
    }
    let errors: Vec<Finding> =
        built.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if errors.is_empty() { built.findings.clone() } else { errors }
}

#[cfg(test)]
mod tests {
    use super::{Built, Finding, Preview, Severity};
    use std::collections::BTreeMap;

    fn good(text: &str) -> Built {
        let files = BTreeMap::from([("index.html".to_owned(), text.as_bytes().to_vec())]);
        Built { files: Some(files), ..Built::default() }
    }

    fn bad() -> Built {
        let finding = |severity| Finding {
            severity,
            message: "x".to_owned(),
            place: "content/a.md:1:1".to_owned(),
            help: Vec::new(),
        };
        Built { findings: vec![finding(Severity::Warning), finding(Severity::Error)], ..Built::default() }
    }

    #[test]
    fn the_last_good_pages_stay_while_a_build_fails() {
        let preview = Preview::new();
        assert!(preview.show(&good("1")));
        assert!(preview.show(&bad()));
        let shown = preview.now();
        assert_eq!(shown.faults.len(), 1, "warnings do not keep a page from being shown");
        assert!(shown.files.as_ref().is_some_and(|files| files.contains_key("index.html")));
        assert!(preview.show(&good("1")));
        assert!(preview.now().faults.is_empty());
    }

    #[test]
    fn a_build_that_changes_nothing_is_no_news() {
        let preview = Preview::new();
        assert!(preview.show(&good("1")));
        let name = preview.now().name.clone();
        assert!(!preview.show(&good("1")));
        assert_eq!(preview.now().name, name);
        assert!(preview.show(&good("2")));
        assert_ne!(preview.now().name, name);
    }
}
