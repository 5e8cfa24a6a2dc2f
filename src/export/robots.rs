//! `robots.txt`: everything may be read; the sitemap is named (RFC 9309).
//!
//! In: the address of the site. Out: one file. Not here: single pages; those say it themselves.

use super::Source;
use crate::model::output::Output;

/// The file.
pub(super) fn robots(source: Source<'_>) -> Output {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", source.site.settings.base_url);
    Output { path: "robots.txt".to_owned(), bytes: text.into_bytes() }
}
