//! What every page shows, whatever its type.
//!
//! In: a page of the site. Out: its view with title, breadcrumbs, contents, contact, dates, links.
//! Not here: what only one type shows.

use super::body::Words;
use super::forms::{forms, links_in};
use super::jobs::numbered;
use super::{Context, Subject, date_view};
use crate::model::contact::Contact;
use crate::model::document::{Body, Fill, FrontMatter};
use crate::model::language::direction;
use crate::model::page_type::PageType;
use crate::model::site::{Page, PageId, Target};
use crate::model::view::{ChangeView, ContentsView, DatesView, LinkView, PageView, PartOfView, SourceView};

/// Headings of level 2 from which on a contents list helps.
const CONTENTS_FROM: usize = 3;

/// The view of a page before its type adds to it.
pub(super) fn view(context: &Context<'_>, subject: &Subject<'_>, template: &'static str) -> PageView {
    let page = subject.page;
    let front = &page.document.front;
    let url = context.address(&numbered(&page.url, subject.number));
    let head_title = head_title(context, subject);
    PageView {
        template,
        kind: front.kind.name(),
        lang: page.language.clone(),
        dir: direction(&page.language),
        canonical: format!("{}{}", context.site.settings.base_url, numbered(&page.url, subject.number)),
        url,
        title: front.title.clone(),
        head_title,
        summary: front.summary.clone(),
        breadcrumbs_html: breadcrumbs(context, &page.language, page.parent),
        forms: forms(context, subject),
        contents: contents(context, subject),
        picture_html: page.picture.map(|asset| context.pictures.markup(asset, "", 0)),
        tasks: tasks(context, subject),
        part_of: part_of(context, subject),
        related: links_in(context, &page.language, &page.related),
        topics: topics(context, page),
        contact_html: contact(context, page),
        dates: dates(front, subject),
        owner: front.owner.clone(),
        changes: changes(front, subject),
        sources: sources(front, subject),
        credits: credits(&page.document.body, subject),
        withdrawn: front.withdrawn.clone(),
        scripts: scripts(context, front),
        sensitive: front.sensitive,
        danger_first: front.sensitive && !begins_with_danger(&page.document.body),
        noindex: front.withdrawn.is_some() || front.kind == PageType::Gone || subject.number > 1,
        is_home: context.site.home == Some(subject.id),
        ..PageView::default()
    }
}

/// The script of the way out; every other page works without one.
fn scripts(context: &Context<'_>, front: &FrontMatter) -> Vec<String> {
    let script = context.theme.published.get("leave.js").filter(|_| front.sensitive);
    script.map(|path| context.address(&format!("/{path}"))).into_iter().collect()
}

/// Whether the first thing on the page is a warning with the numbers of the emergency services, by voice and by text.
fn begins_with_danger(body: &Body) -> bool {
    let first = body.holes.first().filter(|hole| {
        let before = usize::try_from(hole.at).ok().and_then(|at| body.html.get(..at));
        hole.fill == Fill::Open(0) && before.is_some_and(|html| html.trim().is_empty())
    });
    let warning = first.and(body.directives.first()).filter(|directive| directive.name == "warning");
    warning.is_some_and(|directive| directive.text.contains("999") && directive.text.contains("18000"))
}

fn head_title(context: &Context<'_>, subject: &Subject<'_>) -> String {
    let settings = &context.site.settings;
    let title = &subject.page.document.front.title;
    if context.site.home == Some(subject.id) {
        return settings.name.clone();
    }
    let key = if subject.number > 1 { "page.head_title_numbered" } else { "page.head_title" };
    let number = subject.number.to_string();
    subject.strings.fill(key, &[("title", title), ("site", &settings.name), ("n", &number)])
}

/// The way to the page's folder.
pub(super) fn breadcrumbs(context: &Context<'_>, language: &str, parent: Option<PageId>) -> String {
    let trails = context.trails.get(language);
    trails.zip(parent).and_then(|(trails, parent)| trails.get(&parent)).cloned().unwrap_or_default()
}

fn contents(context: &Context<'_>, subject: &Subject<'_>) -> Vec<ContentsView> {
    let headings = subject.page.document.body.headings.iter().filter(|heading| heading.level == 2);
    if headings.count() < CONTENTS_FROM { Vec::new() } else { sections(context, subject) }
}

/// The sections that the author wrote, however few.
pub(super) fn sections(context: &Context<'_>, subject: &Subject<'_>) -> Vec<ContentsView> {
    let body = &subject.page.document.body;
    let headings = body.headings.iter().filter(|heading| heading.level == 2);
    headings
        .map(|heading| ContentsView {
            id: heading.id.clone(),
            text: super::body::words(context, subject.strings, body, Words { text: &heading.text, span: heading.span }),
        })
        .collect()
}

/// Address of a target.
pub(super) fn target(context: &Context<'_>, target: &Target) -> String {
    match target {
        Target::Page(id, None) => context.address_of(*id),
        Target::Page(id, Some(fragment)) => format!("{}#{fragment}", context.address_of(*id)),
        Target::Here(fragment) => format!("#{fragment}"),
        Target::File(url, _) => context.address(url).replace(' ', "%20"),
        Target::Elsewhere(url) => url.clone(),
        Target::Broken => String::new(),
    }
}

/// A link to a page by its title.
pub(super) fn link(context: &Context<'_>, id: PageId) -> LinkView {
    LinkView { title: context.title_of(id), url: context.address_of(id), ..LinkView::default() }
}

fn tasks(context: &Context<'_>, subject: &Subject<'_>) -> Vec<LinkView> {
    let tasks = &subject.page.document.front.extra.tasks;
    tasks
        .iter()
        .zip(&subject.page.tasks)
        .map(|(task, to)| LinkView { title: task.text.clone(), url: target(context, to), ..LinkView::default() })
        .collect()
}

fn topics(context: &Context<'_>, page: &Page) -> Vec<LinkView> {
    page.topics
        .iter()
        .filter_map(|at| context.site.topics.get(*at))
        .map(|topic| LinkView { title: topic.title.clone(), url: context.address(&topic.url), ..LinkView::default() })
        .collect()
}

/// The page's own contact, else the site's: the same place on every page (WCAG 3.2.6).
fn contact(context: &Context<'_>, page: &Page) -> String {
    let id = page.document.front.contact.as_ref().or(context.site.settings.contact.as_ref());
    id.map(|id| context.card(&page.language, id)).unwrap_or_default()
}

/// A contact whose link to a page has the site's own path in front.
pub(super) fn resolved_contact(context: &Context<'_>, contact: &Contact) -> Contact {
    let mut contact = Contact { lang: Some(context.site.settings.language.clone()), ..contact.clone() };
    if let Some(online) = contact.online.as_mut().filter(|online| online.link.starts_with('/')) {
        online.link = context.address(&online.link);
    }
    contact
}

fn dates(front: &FrontMatter, subject: &Subject<'_>) -> DatesView {
    let words = |date: Option<crate::model::date::Date>| date.map(|date| date_view(date, subject.strings));
    DatesView {
        published: words(front.published),
        updated: words(front.updated),
        last_reviewed: words(front.last_reviewed),
        review_by: words(front.review_by),
    }
}

fn changes(front: &FrontMatter, subject: &Subject<'_>) -> Vec<ChangeView> {
    let mut changes: Vec<_> = front.changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.date));
    changes
        .into_iter()
        .map(|change| ChangeView { date: date_view(change.date, subject.strings), note: change.note.clone() })
        .collect()
}

fn sources(front: &FrontMatter, subject: &Subject<'_>) -> Vec<SourceView> {
    front
        .extra
        .sources
        .iter()
        .map(|source| SourceView {
            title: source.title.clone(),
            url: source.url.clone(),
            checked: source.checked.map(|date| date_view(date, subject.strings)),
        })
        .collect()
}

/// Makers and licences of the pictures in rows of Easy Read, each once.
fn credits(body: &Body, subject: &Subject<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for row in body.directives.iter().filter(|directive| directive.name == "picture") {
        let [by, licence] = ["by", "licence"].map(|key| row.attribute(key).unwrap_or_default());
        let credit = subject.strings.fill("forms.credit", &[("by", by), ("licence", licence)]);
        if !found.contains(&credit) {
            found.push(credit);
        }
    }
    found
}

/// Where the page stands in step by step processes.
fn part_of(context: &Context<'_>, subject: &Subject<'_>) -> Vec<PartOfView> {
    subject
        .page
        .steps
        .iter()
        .filter_map(|place| {
            let process = context.site.page(place.process)?;
            let headings: Vec<_> = process.document.body.headings.iter().filter(|heading| heading.level == 2).collect();
            let url = context.address(&process.url);
            let step = |at: usize| {
                let heading = headings.get(at)?;
                let words = Words { text: &heading.text, span: heading.span };
                let title = super::body::words(context, subject.strings, &process.document.body, words);
                Some(LinkView { title, url: format!("{url}#{}", heading.id), ..LinkView::default() })
            };
            Some(PartOfView {
                title: process.document.front.title.clone(),
                step: place.step + 1,
                step_title: step(place.step)?.title,
                previous: place.step.checked_sub(1).and_then(step),
                next: step(place.step + 1),
                url,
            })
        })
        .collect()
}
