//! Topics: the page of each, and the page of all.
//!
//! In: gathered topics. Out: views without a body of their own. Not here: which pages a topic has.

use super::jobs::{TOPICS, numbered};
use super::{Context, Prepared, list, shared};
use crate::model::escape::escaped;
use crate::model::view::{GroupView, LinkView, ListView};

/// One page of a topic's list.
pub(super) fn topic<'a>(context: &Context<'a>, at: usize, number: usize) -> Prepared<'a> {
    let Some(topic) = context.site.topics.get(at) else { return Prepared::default() };
    let strings = context.strings(&context.site.settings.language);
    let count = topic.pages.len();
    let made = shared::Made {
        template: "topic.html",
        kind: "topic",
        url: &numbered(&topic.url, number),
        title: &topic.title,
        summary: &strings.count("topics.pages", count),
    };
    let mut prepared = shared::generated(context, made);
    prepared.view.head_title = head_title(context, &topic.title, number);
    prepared.view.noindex = number > 1;
    prepared.view.list = Some(list::list(context, &topic.pages, list::Place { url: &topic.url, number }));
    prepared.view.related = vec![LinkView {
        title: strings.text("topics.title").to_owned(),
        url: context.address(TOPICS),
        ..LinkView::default()
    }];
    prepared
}

/// A page may be named like its topic, and the pages of a long list share a name; the title of the tab tells them apart.
fn head_title(context: &Context<'_>, title: &str, number: usize) -> String {
    let strings = context.strings(&context.site.settings.language);
    let title = strings.fill("topics.head_title", &[("title", title)]);
    let key = if number > 1 { "page.head_title_numbered" } else { "page.head_title" };
    let number = number.to_string();
    strings.fill(key, &[("title", &title), ("site", &context.site.settings.name), ("n", &number)])
}

/// The page of all topics.
pub(super) fn topics<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "topics.html",
        kind: "topics",
        url: TOPICS,
        title: strings.text("topics.title"),
        summary: strings.text("topics.summary"),
    };
    let mut prepared = shared::generated(context, made);
    let groups = context.site.topics.iter().map(|topic| GroupView {
        title: topic.title.clone(),
        id: topic.url.clone(),
        url: Some(context.address(&topic.url)),
        items_html: escaped(&strings.count("topics.pages", topic.pages.len())),
    });
    prepared.view.list = Some(ListView { groups: groups.collect(), ..ListView::default() });
    prepared
}
