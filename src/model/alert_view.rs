//! A message for the top of pages, as its template sees it.
//!
//! In: made by `page/shared.rs` from pages of the type alert. Out: words and an address. Not here: when it ends.

use serde::Serialize;

/// A message for the top of pages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AlertView {
    /// `announcement`, `minor` or `major`.
    pub level: &'static str,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Its page, if there is more to read.
    pub url: Option<String>,
}
