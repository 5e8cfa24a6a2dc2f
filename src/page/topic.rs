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
    prepared.view.noindex = number > 1;
    prepared.view.list = Some(list::list(context, &topic.pages, list::Place { url: &topic.url, number }));
    prepared.view.related =
        vec![LinkView { title: strings.text("topics.title").to_owned(), url: context.address(TOPICS), current: false }];
    prepared
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
