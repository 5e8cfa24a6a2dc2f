//! Markdown into our own HTML, in one pass over pulldown-cmark's events. The only folder that names that crate.
//!
//! In: the body of a page as typed. Out: [`Body`]: HTML with holes for what only the whole site knows, and findings.
//! Steps: `scan` takes directives and figures out, `writer` walks the events, `blocks`, `inline` and `table` write.
//! Not here: routes, figures' values, templates.

mod blocks;
mod directive;
mod figure;
mod inline;
mod prose;
mod scan;
mod table;
#[cfg(test)]
mod tests;
mod untouched;
mod writer;

pub use directive::{DIRECTIVES, Known};

use crate::diag::Checked;
use crate::model::document::Body;
use crate::model::source::FileId;

/// What the writer must know of a page besides its text.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The file.
    pub file: FileId,
    /// The body as typed.
    pub text: &'a str,
    /// Byte offset of `text` in the file.
    pub start: usize,
    /// Whether the page may hold HTML of its own (`allow` with the code `html-raw`).
    pub raw_html: bool,
}

/// Passages of a body, at byte `start` of its file, that nobody but their author may change.
pub(super) fn untouched(text: &str, start: usize) -> Vec<std::ops::Range<usize>> {
    untouched::untouched(text, start)
}

/// Writes a body. Never fails: what cannot be written is a finding.
pub fn body(request: Request<'_>) -> Checked<Body> {
    writer::write(request)
}
