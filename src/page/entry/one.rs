//! The page of one entry.
//!
//! In: an entry. Out: its view. A sensitive page is kept out of search engines and tells no other site where its reader
//! came from. Not here: lists.

use super::words;
use crate::model::directory::{Entry, EntryStatus, ListBy};
use crate::model::entry_view::{EntryView, WebView};
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::model::view::LinkView;
use crate::page::{Context, Prepared, base, date_view, shared};

/// The page.
pub(in crate::page) fn entry<'a>(context: &Context<'a>, at: usize) -> Prepared<'a> {
    let Some(entry) = context.site.directory.entries.get(at) else { return Prepared::default() };
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "entry.html",
        kind: "entry",
        url: &entry.url,
        title: &entry.name,
        summary: &entry.summary,
    };
    let mut prepared = shared::generated(context, made);
    let view = &mut prepared.view;
    // Two groups of one name meet in different towns, or are of different providers.
    let town = entry.venue.as_ref().map_or(entry.provider.name.as_str(), |venue| venue.town.as_str());
    let name = strings.fill("directory.name_in_town", &[("name", entry.name.as_str()), ("town", town)]);
    view.head_title = strings.fill("page.head_title", &[("title", &name), ("site", &context.site.settings.name)]);
    view.breadcrumbs_html = base::breadcrumbs(context, &context.site.settings.language, context.site.directory.page);
    view.sensitive = entry.sensitive;
    view.noindex = entry.sensitive;
    view.entry = Some(entry_view(context, entry, strings));
    prepared
}

fn entry_view(context: &Context<'_>, entry: &Entry, strings: &Strings) -> EntryView {
    let organisation = &context.site.settings.organisation;
    let place = |area: &String| strings.fill("directory.neighbour", &[("area", area), ("organisation", organisation)]);
    let council = || strings.fill("directory.council", &[("organisation", organisation)]);
    let venue = entry.venue.as_ref();
    let reach = &entry.reach;
    EntryView {
        example: entry.example,
        neighbour: entry.neighbour.as_ref().map(place),
        council: entry.council.then(council),
        paused: entry.status == EntryStatus::Paused,
        alert: entry.alert.clone(),
        paragraphs: entry.description.split("\n\n").map(str::to_owned).collect(),
        contact: reach.contact.clone(),
        phone: reach.phone.clone(),
        text: reach.text.clone(),
        email: reach.email.clone(),
        web: reach.web.as_deref().map(web),
        times: entry.times.iter().map(|time| words::opening(time, strings)).collect(),
        times_note: entry.times_note.clone(),
        closed: entry.closed.iter().map(|days| words::closed(days, strings)).collect(),
        address: venue.map(words::address).unwrap_or_default(),
        access: venue.iter().flat_map(|venue| &venue.access).map(|one| words::access(*one, strings)).collect(),
        access_note: venue.and_then(|venue| venue.access_note.clone()),
        offered: entry.offered.iter().map(|one| words::offered(*one, strings)).collect(),
        sensitive: entry.sensitive,
        costs: entry.costs.iter().map(|cost| words::cost(cost, strings)).collect(),
        ages: words::ages(entry, strings),
        who: entry.who.clone(),
        how: entry.how.clone(),
        languages: entry.languages.clone(),
        area: entry.area.clone(),
        provider: entry.provider.name.clone(),
        provider_note: entry.provider.description.clone(),
        provider_web: entry.provider.web.as_deref().filter(|web| reach.web.as_deref() != Some(web)).map(web),
        provider_email: entry.provider.email.clone().filter(|email| reach.email.as_ref() != Some(email)),
        checked: entry.last_checked.map(|date| date_view(date, strings)),
        overdue: entry.is_overdue,
        lists: lists(context, entry, strings),
    }
}

/// A website, shown without what browsers add.
fn web(url: &str) -> WebView {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    let shown = shown.strip_prefix("www.").unwrap_or(shown).trim_end_matches('/');
    WebView { url: url.to_owned(), shown: shown.to_owned() }
}

/// The lists of needs and of the town that an entry is in.
fn lists(context: &Context<'_>, entry: &Entry, strings: &Strings) -> Vec<LinkView> {
    let town = entry.venue.as_ref().map(|venue| slug(&venue.town));
    let holds = |by: ListBy, key: &str| match by {
        ListBy::Need => entry.needs.iter().any(|need| need == key),
        ListBy::Place => town.as_deref() == Some(key),
        ListBy::Cost => false,
    };
    let lists = context.site.directory.lists.iter().filter(|list| holds(list.by, &list.key));
    lists
        .map(|list| LinkView {
            title: super::entries::title(list, strings),
            url: context.address(&list.url),
            ..LinkView::default()
        })
        .collect()
}
