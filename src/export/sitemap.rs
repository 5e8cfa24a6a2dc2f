//! `sitemap.xml` for search engines (sitemaps.org protocol 0.9).
//!
//! In: the pages that may be listed. Out: one file; above 50,000 addresses the protocol asks for several.
//! Not here: pages that are marked to be left out.

use super::{Source, xml};
use crate::model::output::Output;

/// The most addresses of one file.
const MOST: usize = 50_000;

/// The sitemap.
pub(super) fn sitemap(source: Source<'_>) -> Output {
    let mut text = String::with_capacity(source.listed.len() * 96 + 128);
    text.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in source.listed.iter().take(MOST) {
        text.push_str("<url>\n");
        xml::element(&mut text, "loc", &page.url);
        if let Some(changed) = &page.changed {
            xml::element(&mut text, "lastmod", changed);
        }
        text.push_str("</url>\n");
    }
    text.push_str("</urlset>\n");
    Output { path: "sitemap.xml".to_owned(), bytes: text.into_bytes() }
}
