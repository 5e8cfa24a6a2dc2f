//! Everything that is published and is not a page.
//!
//! In: the site. Out: [`Output`]s. Adding one is one file and a line in [`outputs`].
//! Not here: pages; writing.

mod directory;
pub mod downloads;
mod feed;
mod gone;
mod headers;
mod hosts;
pub mod images;
pub mod ods;
pub mod open_data;
mod open_referral;
mod robots;
pub mod search;
mod sitemap;
mod xml;

use crate::model::entry_view::EntryIndexView;
use crate::model::output::Output;
use crate::model::site::Site;
use crate::model::strings::Strings;

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Address below the site, `/downloads/savings-by-age.csv`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media: &'static str,
    /// Its format as a link says it.
    pub label: &'static str,
    /// Whether it holds the totals of a table and not its values.
    pub totals: bool,
}

/// What the exports may use.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The site.
    pub site: &'a Site,
    /// Words of the site's language.
    pub strings: &'a Strings,
    /// Addresses of the pages that search engines may list, in order.
    pub listed: &'a [Listed],
    /// What the filter of the directory reads.
    pub index: &'a [EntryIndexView],
}

/// A page that search engines may list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Address with the host.
    pub url: String,
    /// Day of the last change, `2026-11-22`.
    pub changed: Option<String>,
}

/// The files of one service in the Open Referral feed.
pub fn service(source: Source<'_>, at: usize) -> Vec<Output> {
    open_referral::service(source, at)
}

/// All exports of the site but the services of the feed.
pub fn outputs(source: Source<'_>) -> Vec<Output> {
    let mut outputs = vec![sitemap::sitemap(source), robots::robots(source)];
    outputs.extend(feed::news(source));
    outputs.extend(headers::rules(source));
    outputs.extend(hosts::rules(source));
    outputs.extend(directory::index(source));
    outputs.extend(open_referral::lists(source));
    outputs
}
