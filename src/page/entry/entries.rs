//! The type `directory`, and lists of entries by need, place and cost.
//!
//! In: the directory of the site. Out: views with the entries of one page, the lists that lead on, and what the filter
//! asks. Everything is there without a script; the filter only shortens the way. Not here: markup, filtering.

use super::{FEED, LENGTH, base, pages_of, words};
use crate::model::directory::{CostKind, Directory, EntryList, ListBy};
use crate::model::entry_view::{BrowseView, ChoiceView, CountedView, DirectoryView, LetterView};
use crate::model::page_type::PageType;
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::model::view::{LinkView, PaginationView};
use crate::page::jobs::numbered;
use crate::page::{Context, PageKind, Prepared, base as common, shared};

/// The type.
pub(in crate::page) const KIND: PageKind = PageKind {
    kind: PageType::Directory,
    template: "directory.html",
    purpose: "the directory of community support: every entry, with lists by need, place and cost",
    complete: |context, subject, prepared| {
        let directory = &context.site.directory;
        let strings = subject.strings;
        let is_first = subject.number == 1;
        let all: Vec<usize> = (0..directory.entries.len()).collect();
        let place = Place { url: &subject.page.url, number: subject.number };
        let mut view = view(context, &all, place, strings);
        view.groups = letters(context, part(&all, subject.number));
        if is_first && !directory.entries.is_empty() {
            view.choices = choices(directory, strings);
            view.browse = browse(context, strings);
            view.index =
                base(context.site).map(|base| context.address(&format!("{base}entries.json"))).unwrap_or_default();
            let script = context.theme.published.get("directory.js");
            prepared.view.scripts.extend(script.map(|path| context.address(&format!("/{path}"))));
        }
        prepared.view.directory = Some(view);
    },
};

/// Which page of which list.
#[derive(Clone, Copy)]
struct Place<'a> {
    url: &'a str,
    number: usize,
}

/// One page of a list.
pub(in crate::page) fn list<'a>(context: &Context<'a>, at: usize, number: usize) -> Prepared<'a> {
    let Some(list) = context.site.directory.lists.get(at) else { return Prepared::default() };
    let strings = context.strings(&context.site.settings.language);
    let title = title(list, strings);
    let directory = context.site.directory.page.map(|page| context.title_of(page)).unwrap_or_default();
    let made = shared::Made {
        template: "entry-list.html",
        kind: "entry-list",
        url: &numbered(&list.url, number),
        title: &title,
        summary: &summary(context, list, strings),
    };
    let mut prepared = shared::generated(context, made);
    let view = &mut prepared.view;
    let named = strings.fill("directory.head_title", &[("title", &title), ("directory", &directory)]);
    let key = if number > 1 { "page.head_title_numbered" } else { "page.head_title" };
    let places = [("title", named.as_str()), ("site", &context.site.settings.name), ("n", &number.to_string())];
    view.head_title = strings.fill(key, &places);
    view.noindex = number > 1;
    view.breadcrumbs_html = common::breadcrumbs(context, &context.site.settings.language, context.site.directory.page);
    let mut shown = self::view(context, &list.entries, Place { url: &list.url, number }, strings);
    let items_html = items(context, part(&list.entries, number));
    shown.groups = vec![LetterView { items_html, ..LetterView::default() }];
    view.directory = Some(shown);
    view.related = others(context, list, strings);
    prepared
}

/// What a list is called.
pub(super) fn title(list: &EntryList, strings: &Strings) -> String {
    match list.by {
        ListBy::Need => list.title.clone(),
        ListBy::Place => strings.fill("directory.in_town", &[("town", &list.title)]),
        ListBy::Cost => words::cost_kind(&list.key, strings),
    }
}

fn summary(context: &Context<'_>, list: &EntryList, strings: &Strings) -> String {
    let need = context.site.directory.needs.iter().find(|need| list.by == ListBy::Need && need.key == list.key);
    need.map_or_else(|| strings.count("directory.count", list.entries.len()), |need| need.description.clone())
}

/// The other lists of the same kind.
fn others(context: &Context<'_>, list: &EntryList, strings: &Strings) -> Vec<LinkView> {
    let lists = context.site.directory.lists.iter();
    let others = lists.filter(|other| other.by == list.by && other.key != list.key);
    let link = |other: &EntryList| LinkView {
        title: title(other, strings),
        url: context.address(&other.url),
        ..LinkView::default()
    };
    others.map(link).collect()
}

/// What every list shows.
fn view(context: &Context<'_>, entries: &[usize], place: Place<'_>, strings: &Strings) -> DirectoryView {
    let directory = &context.site.directory;
    let of = pages_of(entries.len());
    let address = |number: usize| context.address(&numbered(place.url, number));
    let shown = part(entries, place.number).iter().filter_map(|at| directory.entries.get(*at));
    DirectoryView {
        count: strings.count("directory.count", entries.len()),
        example: shown.into_iter().any(|entry| entry.example),
        feed_url: context.address(FEED),
        pagination: (of > 1).then(|| PaginationView {
            number: place.number,
            of,
            previous: (place.number > 1).then(|| address(place.number - 1)),
            next: (place.number < of).then(|| address(place.number + 1)),
        }),
        ..DirectoryView::default()
    }
}

/// The entries of one page.
fn part(entries: &[usize], number: usize) -> &[usize] {
    let from = number.saturating_sub(1).saturating_mul(LENGTH).min(entries.len());
    entries.get(from..(from + LENGTH).min(entries.len())).unwrap_or_default()
}

fn items(context: &Context<'_>, entries: &[usize]) -> String {
    let items: Vec<&str> = entries.iter().filter_map(|at| context.entries.get(*at)).map(String::as_str).collect();
    items.join("\n")
}

/// Entries below their first letters.
fn letters(context: &Context<'_>, entries: &[usize]) -> Vec<LetterView> {
    let letter = |at: &usize| {
        let name = context.site.directory.entries.get(*at).map_or("", |entry| entry.name.as_str());
        let first = name.chars().find(|c| c.is_alphanumeric());
        first.map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default()
    };
    let mut groups = Vec::new();
    for run in entries.chunk_by(|a, b| letter(a) == letter(b)) {
        let letter = run.first().map(letter).unwrap_or_default();
        let id = format!("letter-{}", slug(&letter));
        groups.push(LetterView { id, letter, items_html: items(context, run) });
    }
    groups
}

/// Lists by need, place and cost.
fn browse(context: &Context<'_>, strings: &Strings) -> Vec<BrowseView> {
    let of = |by: ListBy| {
        let lists = context.site.directory.lists.iter().filter(|list| list.by == by);
        let lists = lists.map(|list| CountedView {
            title: if by == ListBy::Place { list.title.clone() } else { title(list, strings) },
            url: context.address(&list.url),
            count: strings.count("directory.count", list.entries.len()),
        });
        let title = strings.text(&format!("directory.by.{}", by.name())).to_owned();
        BrowseView { id: format!("by-{}", by.name()), title, lists: lists.collect() }
    };
    let all = [ListBy::Need, ListBy::Place, ListBy::Cost].map(of);
    all.into_iter().filter(|browse| !browse.lists.is_empty()).collect()
}

/// What the filter asks.
fn choices(directory: &Directory, strings: &Strings) -> Vec<ChoiceView> {
    let choice = |name: &'static str, options: Vec<(String, String)>| ChoiceView {
        name,
        label: strings.text(&format!("directory.choose.{name}")).to_owned(),
        any: strings.text(&format!("directory.any.{name}")).to_owned(),
        options,
    };
    let of = |by: ListBy| directory.lists.iter().filter(move |list| list.by == by);
    let named = |list: &EntryList| (list.key.clone(), list.title.clone());
    let cost = |list: &EntryList| (list.key.clone(), words::cost_kind(&list.key, strings));
    let day = |day: u8| (day.to_string(), strings.text(&format!("directory.days.{day}")).to_owned());
    let has_times = directory.entries.iter().any(|entry| !entry.times.is_empty());
    let mut choices = vec![
        choice("need", of(ListBy::Need).map(named).collect()),
        choice("place", of(ListBy::Place).map(named).collect()),
        choice("cost", of(ListBy::Cost).filter(|list| list.key != CostKind::Ask.key()).map(cost).collect()),
        choice("day", if has_times { (1..=7).map(day).collect() } else { Vec::new() }),
    ];
    choices.retain(|choice| !choice.options.is_empty());
    choices
}
