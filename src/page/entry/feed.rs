//! The page about the Open Referral feed: what it holds, where it is, and what files cannot answer.
//!
//! In: the addresses of the feed. Out: a page that no file holds. Not here: the feed.

use super::FEED;
use crate::model::view::LinkView;
use crate::page::{Context, Prepared, base, shared};

/// The page.
pub(in crate::page) fn feed<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "directory-feed.html",
        kind: "directory-feed",
        url: FEED,
        title: strings.text("directory_feed.title"),
        summary: strings.text("directory_feed.summary"),
    };
    let mut prepared = shared::generated(context, made);
    let view = &mut prepared.view;
    view.breadcrumbs_html =
        base::breadcrumbs(context, &context.site.settings.language, context.site.directory.page.or(context.site.home));
    let endpoints = ["index", "services/", "taxonomies/", "taxonomy_terms/", "service_at_locations/"];
    view.tasks = endpoints
        .iter()
        .map(|path| LinkView {
            title: strings.text(&format!("directory_feed.lists.{}", path.trim_end_matches('/'))).to_owned(),
            url: context.address(&format!("/open-referral/{}index.json", path.trim_start_matches("index"))),
            ..LinkView::default()
        })
        .collect();
    prepared
}
