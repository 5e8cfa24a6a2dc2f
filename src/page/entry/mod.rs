//! The directory of community support: its page, its lists, its entries.
//!
//! In: the directory of the site. Out: views, and the index that the filter's script reads. `words.rs` says things in the
//! words of a language. Not here: markup, which entries there are, the Open Referral feed.

mod entries;
mod feed;
mod index;
mod one;
mod words;

pub(super) use entries::{KIND, list};
pub(super) use feed::feed;
pub use index::{index, items};
pub(super) use one::entry;

use crate::model::site::Site;

/// Entries of a list on one page.
pub(super) const LENGTH: usize = 100;

/// The page about the feed.
pub(super) const FEED: &str = "/directory-feed/";

/// How many pages a list of entries takes, at least one.
pub(super) fn pages_of(entries: usize) -> usize {
    entries.div_ceil(LENGTH).max(1)
}

/// The folder of the directory's own files.
fn base(site: &Site) -> Option<&str> {
    site.directory.page.and_then(|page| site.page(page)).map(|page| page.url.as_str())
}
