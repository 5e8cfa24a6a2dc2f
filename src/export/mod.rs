//! Everything that is published and is not a page.
//!
//! In: the site. Out: [`Output`]s. Adding one is one file and a line in [`outputs`].
//! Not here: pages; writing.

pub mod downloads;
mod feed;
mod headers;
pub mod images;
mod robots;
mod sitemap;
mod xml;

use crate::model::output::Output;
use crate::model::site::Site;
use crate::model::strings::Strings;

/// What the exports may use.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The site.
    pub site: &'a Site,
    /// Words of the site's language.
    pub strings: &'a Strings,
    /// Addresses of the pages that search engines may list, in order.
    pub listed: &'a [Listed],
}

/// A page that search engines may list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Address with the host.
    pub url: String,
    /// Day of the last change, `2026-11-22`.
    pub changed: Option<String>,
}

/// All exports of the site.
pub fn outputs(source: Source<'_>) -> Vec<Output> {
    let mut outputs = vec![sitemap::sitemap(source), robots::robots(source)];
    outputs.extend(feed::news(source));
    outputs.extend(headers::rules(source));
    outputs
}
