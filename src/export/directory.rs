//! `entries.json` beside the page of the directory: what its filter reads.
//!
//! In: the entries as lists show them, with what can be asked of them. Out: one file, or nothing without entries.
//! Not here: the Open Referral feed, which is for other programs.

use super::Source;
use crate::model::output::{Output, path_of};

/// The index.
pub(super) fn index(source: Source<'_>) -> Option<Output> {
    let page = source.site.directory.page.and_then(|page| source.site.page(page))?;
    if source.index.is_empty() {
        return None;
    }
    // Lists and texts always have JSON.
    let mut bytes = serde_json::to_vec(source.index).unwrap_or_default();
    bytes.push(b'\n');
    Some(Output { path: path_of(&format!("{}entries.json", page.url)), bytes })
}
